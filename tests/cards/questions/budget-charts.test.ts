import { expect, test } from 'vitest';
import { chartsOf } from '../../../src/cards/questions/budget-charts.ts';
import { readLibrarySources } from '../../../src/content/read-library.ts';
import { readTexts } from '../../../src/content/texts.ts';
import { answerQuestion } from '../../../src/domain/answer/answer-question.ts';
import type { Answered } from '../../../src/domain/answer/answer-result.ts';
import { buildLibrary } from '../../../src/domain/answer/library.ts';

const texts = readTexts().da;
const library = buildLibrary(readLibrarySources([]));

function answered(text: string): Answered {
  const result = answerQuestion({ text, context: [], municipality: null }, library);
  if (result.kind !== 'answer') throw new Error(`${text} gave ${result.kind}`);
  return result;
}

const charts = (text: string) => chartsOf(answered(text), texts);

test('a frame that is overspread is a gauge: its budget and what lies beyond make the whole, and the facts say the same', () => {
  const [gauge] = charts('hvad er budgettet for 2016 i Aalborg').shown;
  expect(gauge).toMatchObject({
    type: 'Chart.Gauge',
    value: 295.875,
    max: 295.875,
    segments: [{ size: 292.1 }, { size: 3.775, color: 'attention' }],
    fallback: { facts: [{ value: '292.100.000 kr.' }, { value: '295.875.000 kr.' }] },
  });
});

test('a share is a ring of the part and the rest of its whole', () => {
  const [ring] = charts('hvor stor en andel af fordelingen fik uddannelseshuset i aalborg 2016').shown;
  expect(ring).toMatchObject({ type: 'Chart.Donut', data: [{ value: 112.675 }, { legend: 'Resten', value: 183.2 }] });
});

test('a line that was asked for stands out among the lines of its table, which opens with it', () => {
  const { shown, withTable } = charts('Hvor meget fik Uddannelseshuset i 2016?');
  expect(shown).toEqual([]);
  const [bars] = withTable as unknown as readonly { data: readonly { x: string; y: number; color: string }[] }[];
  const asked = bars?.data.filter(({ color }) => color === 'categoricalBlue');
  expect(asked).toEqual([{ x: 'Uddannelseshuset unge', y: 112.675, color: 'categoricalBlue' }]);
});

test('two municipalities stand side by side under their names and years, and no number is made of them', () => {
  const result = answered('sammenlign aalborg og varde: hvor meget går til aktivering');
  expect(result.value).toBeNull();
  const [bars] = chartsOf(result, texts).shown as unknown as readonly { data: readonly { x: string }[] }[];
  expect(bars?.data.map(({ x }) => x)).toEqual([
    expect.stringContaining('(Aalborg 2016)'),
    expect.stringContaining('(Varde 2014)'),
  ]);
});

test('nothing is drawn where a figure is doubtful', () => {
  const result = answered('Hvor meget fik Uddannelseshuset i 2016?');
  const table = result.table.map((figure, index) => (index === 0 ? { ...figure, isDoubtful: true } : figure));
  expect(chartsOf({ ...result, table }, texts)).toEqual({ shown: [], withTable: [] });
});
