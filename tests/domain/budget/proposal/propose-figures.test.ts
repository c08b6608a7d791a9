import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { approvedFigures, type FigureDecision, type FigureProposal } from '../../../../src/domain/budget/proposal/proposal.ts';
import { proposeFigures } from '../../../../src/domain/budget/proposal/propose-figures.ts';
import type { ImportedDocument } from '../../../../src/domain/source/imported-document.ts';

const words = (name: string) =>
  parse(readFileSync(new URL(`../../../../content/vocabulary/${name}.yaml`, import.meta.url), 'utf8'));
const { counted, openers } = words('proposals');
const ledger = { ...words('ledger'), municipalities: ['Strandby'] };

function document(text: string, changes: Partial<ImportedDocument['document']> = {}): ImportedDocument {
  const source = { id: 'strandby-2031', file: 'budget.txt', municipality: 'Strandby', title: 'Budget', year: 2031, body: null };
  return {
    document: { ...source, datedOn: null, caseNumber: null, standing: 'adopted', ...changes },
    text,
    sha256: '',
    guessed: [],
  };
}
const proposed = (text: string, changes: Partial<ImportedDocument['document']> = {}) =>
  proposeFigures(document(text, changes), { ledger, counted, openers });
const shown = ({ figure, doubts }: FigureProposal) => [
  figure.label,
  `${figure.minor}e-${figure.scale} ${figure.unit}`,
  figure.period,
  ...doubts,
];

describe('of a table', () => {
  test('each cell is proposed with its row, the year of its column and the unit of its caption', () => {
    const table =
      'Driftsbudget\n\nBeløb i 1.000 kr.\n\n\t2031\t2032\nMentorer\t1.200\t1.250\nLøntilskud\t800\t750\nI alt\t2.000\t2.000\n';
    expect(proposed(table).map(shown)).toEqual([
      ['Mentorer', '120000000e-2 DKK', '2031'],
      ['Mentorer', '125000000e-2 DKK', '2032'],
      ['Løntilskud', '80000000e-2 DKK', '2031'],
      ['Løntilskud', '75000000e-2 DKK', '2032'],
      ['I alt', '200000000e-2 DKK', '2031'],
      ['I alt', '200000000e-2 DKK', '2032'],
    ]);
  });

  test('columns that are no years name the number beside its row, and its total is one', () => {
    const table =
      'Budget og forbrug 2030, mio. kr.\n\nOmråde\tBudget\tForbrug\nSygedagpenge\t12,4\t13,1\nFleksjob\t7,0\t6,5\nI alt\t19,4\t19,6\n';
    const found = proposed(table);
    expect(found.map(shown)[1]).toEqual(['Sygedagpenge Forbrug', '1310000000e-2 DKK', '2030']);
    expect(found.filter(({ figure }) => figure.dimensions['total'] === true).map(({ asWritten }) => asWritten)).toEqual([
      '19,4',
      '19,6',
    ]);
  });

  test('numbers of people are counts, percentages are shares', () => {
    const table =
      'Antal borgere i tilbud, april 2031\n\nGruppe\tAntal\tAndel\nJobparate\t310\t62 %\nAktivitetsparate\t190\t38 %\nI alt\t500\t100 %\n';
    expect(proposed(table).map(shown).slice(0, 2)).toEqual([
      ['Jobparate Antal', '310e-0 count', '2031'],
      ['Jobparate Andel', '62e-0 pct', '2031'],
    ]);
  });

  test('bare numbers of a table that says neither kroner nor persons are proposed as doubtful', () => {
    const table = 'Forslag\n\n\t2031\nFærre mentorer\t-400\nLedige i praktik\t-600\nI alt\t-1000\n';
    expect(proposed(table).map(({ doubts }) => doubts)).toEqual([['no-unit'], ['no-unit'], ['no-unit']]);
  });

  test('what does not add up is told with each of its numbers', () => {
    const table = 'Fordeling 2031\n\nHus\tkr.\nJobhuset\t4.000.000 kr.\nUngehuset\t3.000.000 kr.\nI alt\t7.500.000 kr.\n';
    expect(proposed(table).map(({ doubts }) => doubts)).toEqual([['contradicted'], ['contradicted'], ['contradicted']]);
  });

  test('a table of contents proposes nothing', () => {
    expect(proposed('Indhold\n\nBudget 2031.....\t3\nMentorer.....\t7\n')).toEqual([]);
  });
});

describe('of a sentence', () => {
  test('an amount, a share and a count are named by their clause; a bare number that counts nothing is left out', () => {
    const text =
      'Mentorer\n\nByrådet afsatte 2,4 mio. kr. til mentorer i 2030. Samlet fik 38 % af de unge en mentor, og 140 borgere deltog. Sagen er punkt 12.\n';
    expect(proposed(text).map(shown)).toEqual([
      ['Byrådet afsatte til mentorer', '240000000e-2 DKK', '2030'],
      ['fik af de unge en mentor', '38e-0 pct', '2031'],
      ['borgere deltog', '140e-0 count', '2031'],
    ]);
  });

  test('an approximate amount stays so, and the quotation is the sentence word for word', () => {
    const text = 'Økonomi\n\nUdgiften udgør ca. 650.000 kr. årligt.\n';
    const [found] = proposed(text);
    expect(found?.figure).toMatchObject({
      isApproximate: true,
      quote: 'Udgiften udgør ca. 650.000 kr. årligt.',
      section: 'Økonomi',
    });
  });

  test('an amount whose unit contradicts its digits is doubtful, and stays so whoever approves it', () => {
    const [found] = proposed('Økonomi\n\nDer er et budget på 1.300.000 mio. kr. til løntilskud.\n');
    expect([found?.asWritten, found?.doubts, found?.figure.isDoubtful]).toEqual([
      '1.300.000 mio. kr.',
      ['doubtful-unit', 'contradicted'],
      true,
    ]);
    const approved = { key: found?.key ?? '', documentId: 'strandby-2031', label: null, period: null, unit: 'kroner' } as const;
    expect(approvedFigures(found === undefined ? [] : [found], [{ ...approved, decision: 'approved' }])).toMatchObject([
      { isDoubtful: true, minor: 130_000_000n },
    ]);
  });

  test('without a year or a municipality the proposal says so', () => {
    expect(proposed('Økonomi\n\nDer er afsat 2 mio. kr. til praktik.\n', { year: null, municipality: null })[0]?.doubts).toEqual([
      'no-period',
      'no-municipality',
    ]);
  });
});

describe('an approval', () => {
  const table = 'Forslag\n\n\t2031\nFærre mentorer\t-400\nMindre løntilskud\t-600\nI alt\t-1000\n';
  const decision = (key: string, changes: Partial<FigureDecision> = {}): FigureDecision => ({
    ...{ key, documentId: 'strandby-2031', decision: 'approved', label: null, period: null, unit: null },
    ...changes,
  });

  test('gives a figure with what was corrected; nothing is used before it, nor what was rejected', () => {
    const [first, second] = proposed(table);
    const approve = [
      decision(first?.key ?? '', { unit: 'thousands', label: 'Mentorer' }),
      decision(second?.key ?? '', { decision: 'rejected' }),
    ];
    expect(approvedFigures(proposed(table), [])).toEqual([]);
    expect(approvedFigures(proposed(table), approve)).toMatchObject([
      { label: 'Mentorer', unit: 'DKK', minor: -40_000_000n, scale: 2 },
    ]);
  });

  test('a number without a unit is not used until it has one', () => {
    const [first] = proposed(table);
    expect(approvedFigures(proposed(table), [decision(first?.key ?? '')])).toEqual([]);
  });

  test('ends when the document no longer states the number, and stays where the line only moved', () => {
    const approved = [decision(proposed(table)[0]?.key ?? '', { unit: 'millions' })];
    expect(approvedFigures(proposed(table.replace('-400', '-450')), approved)).toEqual([]);
    expect(approvedFigures(proposed(`Nyt afsnit\n\nTekst.\n\n${table}`), approved)).toHaveLength(1);
  });
});
