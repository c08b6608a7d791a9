import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generated, planted } from './generated-tables.ts';
import { errorsIn, findingsIn } from './ledger-words.ts';

const seeds = Array.from({ length: 200 }, (_, at) => at + 1);

describe('tables', () => {
  test('200 sound tables of ten lay-outs raise no alarm', () => {
    const alarms = seeds.map(generated).filter(({ text }) => errorsIn(text).length > 0);
    expect(alarms.map(({ name, text }) => `${name}\n${text}`)).toEqual([]);
  });
  test('at least 95 per cent of the planted errors are found', () => {
    const errors = seeds.flatMap((seed) => planted(generated(seed), seed));
    const missed = errors.filter(({ text }) => errorsIn(text).length === 0);
    expect(errors.length).toBeGreaterThan(500);
    expect(
      1 - missed.length / errors.length,
      missed.map(({ name, text }) => `${name}\n${text}`).join('\n'),
    ).toBeGreaterThanOrEqual(0.95);
  });
  test('a total that rounding explains is told as rounding', () => {
    const text = 'Mio. kr.\tBudget\nA\t1,2\nB\t2,3\nI alt\t3,6\n';
    expect(findingsIn(text).map(({ kind }) => kind)).toEqual(['rounding']);
  });
  test('a finding quotes its rows and gives the stated and the recomputed number', () => {
    const [finding] = findingsIn('Jobhuset\t57.830.000 kr.\nProjekter\t34.375.000 kr.\nI alt\t92.305.000 kr.\n');
    expect(finding).toMatchObject({
      kind: 'contradiction',
      stated: '92305000',
      computed: '92205000',
      message: { key: 'ledger.total' },
    });
    expect(finding?.quotes.map(({ quote }) => quote)).toEqual([
      'I alt\t92.305.000 kr.',
      'Jobhuset\t57.830.000 kr.',
      'Projekter\t34.375.000 kr.',
    ]);
  });
  test('two rows whose cells changed places in one column are found', () => {
    const rows = ['A\t-800\t-800\t-300\t-800', 'B\t-300\t-300\t-800\t-300', 'C\t-450\t-450\t-450\t-450'];
    expect(errorsIn(rows.join('\n')).map(({ message }) => message.key)).toEqual(['ledger.swapped']);
  });
  test('a percentage in the text is held against the columns that it names', () => {
    const table = '\tAktive tilbud\tHeraf virksomhedsnære tilbud\nKontanthjælp\t200\t50\nSygedagpenge\t100\t40\n\n';
    expect(errorsIn(`${table}I alt er 30 % af de aktive tilbud virksomhedsnære.`)).toEqual([]);
    expect(errorsIn(`${table}I alt er 35 % af de aktive tilbud virksomhedsnære.`)).toMatchObject([
      { stated: '35', computed: '30' },
    ]);
    expect(errorsIn(`${table}Mange (sygedagpenge - 45% af de aktive tilbud er virksomhedsnære).`)).toMatchObject([
      { computed: '40' },
    ]);
  });
  test('a sentence that names the whole of a table is held against its total', () => {
    const table = 'Rammens fordeling\n\nUnge\t6.000.000 kr.\nVoksne\t9.800.000 kr.\nHele rammen i alt\t15.800.000 kr.\n\n';
    expect(errorsIn(`${table}Den samlede ramme er på 15,8 mio. kr.\n`)).toEqual([]);
    expect(errorsIn(`${table}Den samlede ramme var i 2015 på 18,5 mio. kr.\n`)).toEqual([]);
    expect(errorsIn(`${table}Den samlede ramme er på 18,5 mio. kr.\n`)).toMatchObject([
      { stated: '18500000', computed: '15800000', message: { key: 'ledger.restated' } },
    ]);
  });
  test('the text under a heading is held against the row of that name', () => {
    const table = '\t2021\t2022\nReduktion STU\t-1600\t-1600\nSprogskole\t-1000\t-1000\n\n';
    const text = 'Reduktion STU\n\nReduktionen på 1.600.000 kr. er igangsat. Området reduceres med 1,5 mio. kr.\n';
    expect(errorsIn(table + text)).toMatchObject([
      { stated: '1500000', computed: '1600000', message: { key: 'ledger.restated' } },
    ]);
  });
});

describe('sentences', () => {
  test.each([
    ['Udgiften falder fra 10,0 mio. kr. til 4,2 mio. kr., dvs. 4,8 mio. kr.', '5800000'],
    ['Antallet er faldet med 71 personer fra 1.032 til 951.', '81'],
    ['Antallet er faldet fra 1.032 til 951, dvs. et fald på 9 pct.', '7.848837'],
    ['35 ud af 64 borgere, svarende til 65 pct., er fritaget.', '54.6875'],
    ['Det er 4 mio. kr., svarende til 48 pct. af besparelsen på 10,53 mio. kr.', '37.986705'],
    ['Der er afsat 12,5 mio. kr., heraf 7,5 mio. kr. til drift og 6,0 mio. kr. til løn.', '13500000'],
    ['Rammen på 900.000 kr. er fordelt på 300.000 kr. til A og 500.000 kr. til B.', '800000'],
    ['Der gives 300.000 kr. til A og 200.000 kr. til B, i alt 600.000 kr.', '500000'],
  ])('%s contradicts itself', (text, computed) => {
    expect(errorsIn(text)).toMatchObject([{ kind: 'contradiction', computed }]);
  });
  test.each([
    'Udgiften falder fra 10,0 mio. kr. til 4,2 mio. kr., dvs. 5,8 mio. kr.',
    'Antallet er faldet med 81 personer fra 1.032 til 951, dvs. et fald på 8 pct.',
    'Udgiften er nedbragt fra ca. 10 mio.kr. i 2015 til ca. 4,2 mio.kr. i 2017.',
    'Andelen er faldet fra ca. 18 pct. til ca. 11 pct.',
    'Merforbruget på 8,0 mio. kr. skyldes primært løn 3,0 mio. kr. og drift 2,0 mio. kr.',
    'Der er 45 mio. kr., heraf anvendes 15 mio. kr. på egne tilbud.',
    'En samlet tillægsbevilling på 6,5 mio. kr. - heraf COVID-19 udgifter på 5,1 mio. kr.',
    'Reglen gælder fra 2016 til 2020 for unge mellem 15-29 år, jf. § 14.',
  ])('%s stands', (text) => {
    expect(errorsIn(text)).toEqual([]);
  });
  test.each([
    'Der er et budget på 1.300.000 mio. kr.',
    'Et mindreforbrug på i alt **-4.419 mio. kr.**',
  ])('the unit of "%s" is doubted', (text) => {
    expect(errorsIn(text)).toMatchObject([{ kind: 'unit', message: { key: 'ledger.unit' } }]);
  });
});

const sources = join(process.cwd(), '../shared/sources');
const missing = !existsSync(sources);
describe(`the five documents${missing ? ' (skipped: the folder of sources is missing)' : ''}`, () => {
  test.skipIf(missing)('their known contradictions and units are found, and nothing else', () => {
    const found = readdirSync(sources).flatMap((file) => findingsIn(readFileSync(join(sources, file), 'utf8'), file));
    const errors = found.filter(({ kind }) => kind === 'contradiction' || kind === 'unit');
    const told = errors.map(({ kind, stated, computed, quotes }) => [
      quotes[0]?.documentFile.slice(0, 3),
      kind,
      stated,
      computed,
    ]);
    expect(told.sort()).toEqual([
      ['001', 'contradiction', '37', '38.510911'],
      ['004', 'contradiction', '-6500000', '-7500000'],
      ['004', 'contradiction', '1500000', '1600000'],
      ['004', 'unit', '-4419000000', '-4419000'],
      ['004', 'unit', '1300000000000', '1300000'],
      ['004', 'unit', '600000000000', '600000'],
    ]);
  });
});
