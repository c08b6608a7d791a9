import { expect, test } from 'vitest';
import { anyOfAnswers } from '../../../src/cards/checklists/any-of-answers.ts';
import type { AnswerValue } from '../../../src/domain/rules/answers.ts';
import { setNamed, viewIn } from '../../support/checklist-cards.ts';

const words = (checklist: string, id: string, values: readonly AnswerValue[]) => {
  const ruleSet = setNamed(checklist);
  const question = ruleSet.questions.find((each) => each.id === id);
  return question === undefined ? '' : anyOfAnswers(ruleSet, question, values, viewIn('da', {}));
};

test('numbers that follow each other are a range, others stand alone', () => {
  expect(words('indgang-aalborg', 'i_alder', [0, 1, 2, 14, 16, 17])).toBe('0 til 2, 14 eller 16 til 17');
  expect(words('indgang-aalborg', 'i_alder', [30])).toBe('30');
});

test('options are a list with one "eller"', () => {
  expect(words('triage-horsens', 'a_rehab', ['ressourceforloeb', 'fleksjob', 'flere'])).toBe(
    'Ressourceforløb, Fleksjob eller Flere af dem',
  );
});

test('a day stands for its like', () => {
  expect(words('tilbud-varde', 't_ledig_fra', ['2017-06-05'])).toBe('fx 5. juni 2017');
});
