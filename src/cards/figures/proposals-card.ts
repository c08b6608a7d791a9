import type { DecidedProposal, DocumentProposals } from '../../app/figures/approve-figures.ts';
import {
  approvedFigure,
  type FigureDecision,
  type FigureProposal,
  givenUnits,
  missingOf,
} from '../../domain/budget/proposal/proposal.ts';
import type { Texts } from '../../domain/language/texts.ts';
import type { Card } from '../card.ts';
import { choiceInput, formCard, required, textInput } from '../layout/form.ts';
import { cut, type ListRow, listCard } from '../layout/sheet.ts';
import { figureText } from '../words/amount.ts';

/** The verbs of presses on proposals, and the dialog in which one is corrected. */
export const proposalVerbs = { show: 'figures/show', decide: 'figures/decide', sound: 'figures/approve-sound' } as const;
export const correctDialog = 'figures/correct';

const proposalsAPage = 5;
const longestQuote = 220;

/** Which document and page a card shows. */
export interface ProposalPage {
  readonly document: string;
  readonly page: number;
}

/** The numbers of one document, those that wait first. */
export function proposalsCard(documents: readonly DocumentProposals[], at: ProposalPage | null, texts: Texts): Card {
  const place = Math.max(
    0,
    documents.findIndex(({ document }) => document.id === at?.document),
  );
  const shown = documents[place];
  if (shown === undefined)
    return listCard({
      title: texts('proposals.title'),
      lead: texts('proposals.none'),
      notice: null,
      rows: [],
      foot: '',
      actions: [],
    });
  const { document, proposals } = shown;
  const open = proposals.filter(({ decision }) => decision === null);
  const sound = open.filter(({ proposal }) => proposal.doubts.length === 0);
  const ordered = [...open, ...proposals.filter(({ decision }) => decision !== null)];
  const pages = Math.ceil(ordered.length / proposalsAPage);
  const page = Math.min(Math.max(0, at?.page ?? 0), pages - 1);
  const next = documents[place + 1] ?? documents[0];
  const turn = (title: string, to: ProposalPage) => execute(texts(`proposals.${title}`), proposalVerbs.show, { ...to });
  return listCard({
    title: texts('proposals.title'),
    lead: texts(open.length === 0 ? 'proposals.lead-done' : 'proposals.lead', {
      open: open.length,
      count: proposals.length,
      document: document.title,
    }),
    notice: null,
    rows: ordered.slice(page * proposalsAPage, (page + 1) * proposalsAPage).map((one) => rowOf(one, page, texts)),
    foot: pages > 1 ? texts('proposals.foot', { page: page + 1, pages }) : '',
    actions: [
      ...(sound.length > 0
        ? [
            execute(texts('proposals.approve-sound', { count: sound.length }), proposalVerbs.sound, {
              document: document.id,
              page,
            }),
          ]
        : []),
      ...(page > 0 ? [turn('previous', { document: document.id, page: page - 1 })] : []),
      ...(page + 1 < pages ? [turn('next', { document: document.id, page: page + 1 })] : []),
      ...(next !== undefined && documents.length > 1 ? [turn('next-document', { document: next.document.id, page: 0 })] : []),
    ],
  });
}

function rowOf({ proposal, decision }: DecidedProposal, page: number, texts: Texts): ListRow {
  const { figure, doubts, documentId, key } = proposal;
  const data = { document: documentId, page, key };
  const isReady = missingOf(proposal, { unit: null }).length === 0;
  const correct = {
    type: 'Action.Submit',
    title: texts('proposals.correct'),
    data: { msteams: { type: 'task/fetch' }, dialog: correctDialog, ...data },
  };
  const reject = execute(texts('proposals.reject'), proposalVerbs.decide, { ...data, decision: 'rejected' });
  const approve = execute(texts('proposals.approve'), proposalVerbs.decide, { ...data, decision: 'approved' });
  return {
    title: decision?.label ?? figure.label,
    state: [stateOf(decision, texts), valueText(proposal, decision, texts)].filter((part) => part !== '').join(': '),
    details: [
      texts('proposals.quote', { quote: cut(figure.quote.replace(/\s+/gu, ' '), longestQuote), section: figure.section }),
      ...doubts.map((doubt) => texts(`proposals.doubt-${doubt}`)),
    ].join(' '),
    actions: [
      ...(isReady && decision?.decision !== 'approved' ? [approve] : []),
      ...(doubts.includes('no-municipality') ? [] : [correct]),
      ...(decision?.decision === 'rejected' ? [] : [reject]),
    ],
  };
}

function stateOf(decision: FigureDecision | null, texts: Texts): string {
  return decision === null ? '' : texts(`proposals.${decision.decision}`);
}

function valueText(proposal: FigureProposal, decision: FigureDecision | null, texts: Texts): string {
  const figure = decision === null ? proposal.figure : approvedFigure(proposal, decision);
  const isUnitless = proposal.doubts.includes('no-unit') && (decision === null || decision.unit === null);
  return texts('proposals.value', {
    value: isUnitless
      ? texts('proposals.no-unit', { written: proposal.asWritten })
      : figure.isDoubtful
        ? proposal.asWritten
        : figureText(figure, texts),
    period: figure.period ?? texts('proposals.no-period'),
    municipality: figure.municipality === '' ? texts('proposals.no-municipality') : figure.municipality,
  });
}

/** What a person typed of a number. */
export interface CorrectionDraft {
  readonly label: string;
  readonly period: string;
  readonly unit: string;
}

/** The form in which a number is named, dated and given its unit; sent, it is approved. */
export function correctForm(
  { proposal }: DecidedProposal,
  page: number,
  draft: CorrectionDraft,
  texts: Texts,
  faults: readonly string[] = [],
): Card {
  const { documentId, key, asWritten, figure } = proposal;
  const units = ['as-is', ...givenUnits].map((unit) => ({ value: unit, title: texts(`proposals.unit-${unit}`) }));
  return formCard({
    title: `${texts('proposals.form-title')}: ${asWritten}`,
    lead: figure.quote.replace(/\s+/gu, ' '),
    faults,
    inputs: [
      textInput('label', texts('proposals.form-label'), draft.label, {
        ...required({ error: texts('proposals.form-label-error') }),
        maxLength: 200,
      }),
      textInput('period', texts('proposals.form-period'), draft.period, { maxLength: 40 }),
      choiceInput('unit', texts('proposals.form-unit'), draft.unit, units),
    ],
    save: texts('proposals.form-save'),
    data: { dialog: correctDialog, document: documentId, page, key, send: true },
  });
}

function execute(title: string, verb: string, data: object): object {
  return { type: 'Action.Execute', title, verb, data };
}
