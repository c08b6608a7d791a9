import { expect, test } from 'vitest';
import { createNewestCards } from '../../src/teams/checklists/newest-cards.ts';
import { setNamed, stateWith } from '../support/checklist-cards.ts';

const triage = setNamed('triage-horsens');
const after = (answers: Readonly<Record<string, string>>, own = {}) => stateWith(triage, answers, own).run;
const [asked, answered] = [after({ a_maalgruppe: 'ja' }), after({ a_maalgruppe: 'ja', a_kan_deltage: 'ja' })];

test('a card of a run does not follow a newer one of the same run into its message', () => {
  const isNewest = createNewestCards();
  expect([isNewest('m', asked), isNewest('m', answered), isNewest('m', asked), isNewest('m', answered)]).toEqual([
    true,
    true,
    false,
    true,
  ]);
  expect(isNewest('other', asked)).toBe(true);
});

test('a finished run’s neutral line is not replaced by its open card', () => {
  const isNewest = createNewestCards();
  expect([isNewest('m', after({ a_maalgruppe: 'ja' }, { state: 'closed' })), isNewest('m', asked)]).toEqual([true, false]);
});

test('the next case’s card follows whatever stood in the message', () => {
  const isNewest = createNewestCards();
  expect([isNewest('m', answered), isNewest('m', after({}, { id: 'next' }))]).toEqual([true, true]);
});
