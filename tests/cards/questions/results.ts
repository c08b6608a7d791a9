import type { Answered, AskBack, NearestFinds, NotFound } from '../../../src/domain/answer/answer-result.ts';
import type { Figure } from '../../../src/domain/budget/figure.ts';
import { plainDate } from '../../../src/domain/calendar/plain-date.ts';
import type { Citation, SourceDocument } from '../../../src/domain/source/source.ts';

export const aalborg: SourceDocument = {
  id: 'aalborg-2016-budget',
  file: 'principper.txt',
  municipality: 'Aalborg',
  title: 'Godkendelse af Aktiveringsprincipper for Jobcenter Aalborg',
  body: 'Beskæftigelsesudvalget',
  datedOn: plainDate('2015-11-24'),
  year: 2016,
  caseNumber: '2015-031143',
  standing: 'adopted',
};

export function citation(quote: string, section: string): Citation {
  return { document: aalborg, section, quote, span: { start: 120, end: 120 + quote.length } };
}

export function figure(label: string, kroner: number): Figure {
  return {
    id: label,
    documentFile: aalborg.file,
    municipality: 'Aalborg',
    section: 'Fordeling af aktiveringsrammen i 2016',
    label,
    aliases: [],
    unit: 'DKK',
    minor: BigInt(kroner) * 100n,
    scale: 2,
    isApproximate: false,
    period: '2016',
    dimensions: {},
    role: 'allocation',
    remark: null,
    isDoubtful: false,
    quote: `${label} ${kroner}`,
    span: null,
  };
}

const provenance = { municipality: 'Aalborg', year: 2016, standing: 'adopted' } as const;

export const figureAnswer: Answered = {
  kind: 'answer',
  ...provenance,
  question: 'Hvor meget fik Uddannelseshuset i 2016?',
  text: { key: 'test.sentence', values: { text: 'Uddannelseshuset fik 112.675.000 kr. i 2016.' } },
  value: { amount: '112675000', unit: 'DKK', isApproximate: false },
  computation: null,
  citations: [
    citation(
      'Uddannelseshuset - uddannelseshjælpsmodtagere, revalidender og ressourceforløb 112.675.000 kr.',
      'Overblik over fordelingen af aktiveringsrammen 2016',
    ),
    citation(
      'Jobhuset – forsikrede ledige og jobparate kontanthjælpsmodtagere 57.830.000 kr.',
      'Overblik over fordelingen af aktiveringsrammen 2016',
    ),
  ],
  notes: [
    { key: 'test.sentence', values: { text: 'Det er 38,1 % af fordelingen på 295.875.000 kr.' } },
    { key: 'test.warning', values: { text: 'Fordelingen er 3.775.000 kr. større end budgettet på 292.100.000 kr.' } },
  ],
  frame: null,
  table: [figure('Uddannelseshuset', 112_675_000), figure('Jobhuset', 57_830_000), figure('Sygedagpengehuset', 24_640_000)],
};

export const computedAnswer: Answered = {
  ...figureAnswer,
  text: { key: 'test.sentence', values: { text: 'Uddannelseshuset fik 54.845.000 kr. mere end Jobhuset.' } },
  value: { amount: '54845000', unit: 'DKK', isApproximate: true },
  computation: {
    operation: 'diff',
    operands: [figure('Uddannelseshuset', 112_675_000), figure('Jobhuset', 57_830_000)],
    formula: '112.675.000 − 57.830.000 = 54.845.000',
    value: { amount: '54845000', unit: 'DKK', isApproximate: true },
    rows: [
      { label: 'Uddannelseshuset', asWritten: '112.675.000', municipality: 'Aalborg', year: '2016' },
      { label: 'Jobhuset', asWritten: '57.830.000', municipality: 'Aalborg', year: null },
    ],
  },
  notes: [],
  table: [],
  frame: null,
};

export const nearest: NearestFinds = {
  kind: 'nearest',
  ...provenance,
  question: 'Hvad fik Uddannelseshuset i 2031?',
  citations: [
    citation('Rammen for 2016 er udmeldt af byrådet.', 'Budget 2016'),
    { ...citation('Mentor gives højst i 6 måneder.', ''), span: null },
  ],
  notes: [{ key: 'test.sentence', values: { text: 'Dokumenterne har ingen tal for 2031.' } }],
};

export const notFound: NotFound = {
  kind: 'not-found',
  question: 'Hvad koster en parkeringslicens?',
  nearestHeadings: ['1. Økonomi', 'Budget [2016]'],
  notes: [],
};

export const askBack: AskBack = {
  kind: 'ask-back',
  question: 'Hvor lang er fristen?',
  head: 'fristen',
  options: ['Hvor lang er fristen for høring i Jammerbugt?', 'Hvor lang er fristen for den første samtale i Horsens?'],
};

export const sectionText = [
  'Jobhuset – forsikrede ledige og jobparate kontanthjælpsmodtagere 57.830.000 kr.',
  'Uddannelseshuset - uddannelseshjælpsmodtagere, revalidender og ressourceforløb 112.675.000 kr.',
  'Sygedagpengehuset - sygedagpengemodtagere og revalidering 24.640.000 kr.',
].join('\n');
