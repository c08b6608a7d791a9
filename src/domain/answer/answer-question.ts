import { answerFigure } from '../budget/answer-figure.ts';
import type { FigureAnswer } from '../budget/computation.ts';
import type { Figure } from '../budget/figure.ts';
import type { Sentence } from '../language/sentence.ts';
import type { Citation } from '../source/source.ts';
import type { AnswerResult, Provenance } from './answer-result.ts';
import { askBackOn } from './ask-back.ts';
import { certainEnough, certaintyOf } from './certainty.ts';
import { citationOf } from './cite.ts';
import { type Findings, findSections } from './find-sections.ts';
import { type AskedQuestion, followUp } from './follow-up.ts';
import type { Library } from './library.ts';
import type { LibraryPassage } from './library-passage.ts';
import type { Question } from './question.ts';
import type { Slots, Want } from './slots.ts';

const mostCitations = 5;
const numbersWanted: ReadonlySet<Want> = new Set(['amount', 'rate', 'count']);
const nearlyAll = 0.85;
const halfOfIt = 0.65;
/** What is not certain enough is shown as the nearest find, without a claim, where it covers that much of the question. */
const leastCoverage = 0.2;

/** What no number answers: the figures keep silent. */
const wantsWords: ReadonlySet<Want> = new Set(['reason', 'place', 'reference']);

/** Answers from the figures where a number is asked for, else from the sections; or says that it does not know. */
export function answerQuestion(question: Question, library: Library): AnswerResult {
  const asked = followUp(question, library);
  const { text, slots } = asked;
  const figure = answerFigure({
    question: withMunicipality(question),
    context: question.context,
    index: library.figures,
    findings: library.findings,
  });
  const back = askBackOn(text, slots, figure, library);
  if (back !== null) return { kind: 'ask-back', question: question.text, ...back };
  const found = findSections(asked, library);
  if (wantsWords.has(slots.want) || saysMore(asked, figure, found, library))
    return fromSections(question.text, asked, found, library);
  if (figure.kind === 'value' || figure.kind === 'side-by-side') return figureAnswered(question.text, figure, found, library);
  if (figure.kind === 'doubtful' || figure.kind === 'withheld') return figureShown(question.text, figure, found, library);
  return fromSections(question.text, asked, found, library);
}

function withMunicipality({ text, municipality }: Question): string {
  return municipality === null ? text : `${text} (${municipality})`;
}

/** A section that holds nearly all of a question in words says more than a figure whose place holds half of it. */
function saysMore(asked: AskedQuestion, figure: FigureAnswer, found: Findings, library: Library): boolean {
  const [best] = found.finds;
  if (best === undefined || numbersWanted.has(asked.slots.want) || best.coverage < nearlyAll) return false;
  if (figure.kind !== 'value' && figure.kind !== 'withheld') return false;
  // What was computed because the question asks for it stands in no section.
  if (figure.kind === 'value' && figure.computation.operation !== 'lookup') return false;
  const places = new Set(passagesOfFigures(figure.figures, library));
  const held = found.finds.filter(({ passage }) => places.has(passage)).map(({ coverage }) => coverage);
  return Math.max(0, ...held) < halfOfIt && certaintyOf(asked, found, library) >= certainEnough;
}

function figureAnswered(
  question: string,
  figure: Extract<FigureAnswer, { kind: 'value' | 'side-by-side' }>,
  found: Findings,
  library: Library,
): AnswerResult {
  const citations = citedWith(figure.figures, found, library);
  const [first] = figure.figures;
  const value = figure.kind === 'value' ? figure.value : null;
  const key = figure.kind === 'value' ? 'answers.figure' : 'answers.side-by-side';
  return {
    kind: 'answer',
    question,
    text: { key, values: { label: first?.label ?? '', formula: figure.computation.formula } },
    value,
    computation: figure.computation,
    citations,
    notes: [...figure.notes, ...lawNotes(figure.figures, library)],
    table: figure.kind === 'value' ? figure.table : [],
    frame: figure.kind === 'value' ? figure.frame : null,
    ...provenanceOf(citations[0]),
  };
}

/** A figure that cannot be trusted or is not safe to show: its place in the document, without a number of ours. */
function figureShown(
  question: string,
  figure: Extract<FigureAnswer, { kind: 'doubtful' | 'withheld' }>,
  found: Findings,
  library: Library,
): AnswerResult {
  const citations = citedWith(figure.figures, found, library);
  if (citations.length === 0) return notFound(question, found);
  return { kind: 'nearest', question, citations, notes: figure.notes, ...provenanceOf(citations[0]) };
}

function fromSections(question: string, asked: AskedQuestion, found: Findings, library: Library): AnswerResult {
  const certainty = certaintyOf(asked, found, library);
  const [best] = found.finds;
  if (best === undefined || (certainty < certainEnough && best.coverage < leastCoverage)) return notFound(question, found);
  const citations = citationsOf(
    found.finds.map(({ passage }) => passage),
    library,
  );
  if (certainty < certainEnough)
    return { kind: 'nearest', question, citations, notes: conflictNotes(asked.slots, found), ...provenanceOf(citations[0]) };
  const law =
    best.passage.overtakenBy.length > 0
      ? [{ key: 'answers.overtaken', values: { laws: best.passage.overtakenBy.join('; ') } }]
      : [];
  return {
    kind: 'answer',
    question,
    text: { key: 'answers.quotation', values: { quote: shortened(sayingOf(best.passage, citations[0])) } },
    value: null,
    computation: null,
    citations,
    notes: law,
    table: [],
    frame: null,
    ...provenanceOf(citations[0]),
  };
}

/** A heading that was found says nothing by itself: what stands under it is quoted with it. */
function sayingOf({ quote, section }: LibraryPassage, citation: Citation | undefined): string {
  return quote.trim() === section.heading ? (citation?.quote ?? quote) : quote;
}

function notFound(question: string, { finds }: Findings): AnswerResult {
  const headings = [
    ...new Set(
      finds
        .slice(0, 3)
        .map(({ passage }) => `${passage.section.heading} (${passage.document.municipality ?? passage.document.title})`),
    ),
  ];
  return { kind: 'not-found', question, nearestHeadings: headings, notes: [] };
}

function conflictNotes(slots: Slots, { conflicts }: Findings): readonly Sentence[] {
  if (conflicts === 0) return [];
  return [
    ...slots.places.map(({ label, number }) => ({ key: 'answers.no-such-place', values: { place: `${label} ${number}` } })),
    ...slots.years.map((year) => ({ key: 'answers.no-such-year', values: { year } })),
  ];
}

/** The passages of the figures first, then what else was found. */
function citedWith(figures: readonly Figure[], { finds }: Findings, library: Library): readonly Citation[] {
  return citationsOf([...passagesOfFigures(figures, library), ...finds.map(({ passage }) => passage)], library);
}

/** Citations best first; a passage that stands in one already is not cited again. */
function citationsOf(passages: readonly LibraryPassage[], library: Library): readonly Citation[] {
  const citations: Citation[] = [];
  for (const passage of passages) {
    if (citations.length >= mostCitations) break;
    const isCited = citations.some(
      ({ document, span }) =>
        document.file === passage.document.file && span !== null && passage.start < span.end && passage.end > span.start,
    );
    if (!isCited) citations.push(citationOf(passage, library));
  }
  return citations;
}

/** The passages in which figures stand. */
function passagesOfFigures(figures: readonly Figure[], { passages }: Library): readonly LibraryPassage[] {
  return figures.flatMap(({ documentFile, span, quote }) =>
    passages
      .filter(
        ({ document, start, end, quote: own }) =>
          document.file === documentFile && (span === null ? own.includes(quote) : start < span.end && end > span.start),
      )
      .slice(0, 1),
  );
}

function lawNotes(figures: readonly Figure[], library: Library): readonly Sentence[] {
  const laws = [...new Set(passagesOfFigures(figures, library).flatMap(({ overtakenBy }) => overtakenBy))];
  return laws.length === 0 ? [] : [{ key: 'answers.overtaken', values: { laws: laws.join('; ') } }];
}

function provenanceOf(citation: Citation | undefined): Provenance {
  const { municipality = null, year = null, standing = null } = citation?.document ?? {};
  return { municipality, year, standing };
}

function shortened(quote: string): string {
  const plain = quote.replace(/\s+/gu, ' ').trim();
  return plain.length <= 400 ? plain : `${plain.slice(0, 399)}\u2026`;
}
