import { expect, test } from 'vitest';
import { tenantRules } from '../../../src/app/checklists/tenant-rules.ts';
import { readConfig } from '../../../src/config/config.ts';
import { readRuleSets } from '../../../src/content/read-rule-sets.ts';

const shipped = readRuleSets();
const adopted = (text: string) => readConfig({ ADOPTED_CHECKLISTS: text }).ADOPTED_CHECKLISTS;
const rulesFor = (municipality: string, text: string) => tenantRules(shipped, municipality, adopted(text));
const ids = ({ ruleSets }: ReturnType<typeof tenantRules>) => ruleSets.map(({ id }) => id).sort();

test('a deployment adopts the versions that its settings name, each from its first day to its last or none', () => {
  const rules = rulesFor('Horsens', 'triage-horsens@2017:2026-01-01, fritagelse-horsens@2017:2026-01-01..2026-12-31');
  expect(ids(rules)).toEqual(['fritagelse-horsens', 'triage-horsens']);
  expect(rules.adoptions).toEqual([
    { ruleSet: 'triage-horsens@2017', from: '2026-01-01', to: null },
    { ruleSet: 'fritagelse-horsens@2017', from: '2026-01-01', to: '2026-12-31' },
  ]);
});

test('another municipality’s checklist is offered only where it is adopted by name', () => {
  expect(ids(rulesFor('Varde', ''))).toEqual(['tilbud-varde']);
  expect(ids(rulesFor('Varde', 'triage-horsens@2017:2026-01-01'))).toEqual(['tilbud-varde', 'triage-horsens']);
});

test('an adoption that cannot be read, is of no shipped version or has no days stops the start', () => {
  expect(() => adopted('triage-horsens@2017')).toThrow(/ADOPTED_CHECKLISTS/);
  expect(() => rulesFor('Horsens', 'triage-horsens@2018:2026-01-01')).toThrow(/triage-horsens@2018.*triage-horsens@2017/);
  expect(() => rulesFor('Horsens', 'triage-horsens@2017:2026-02-30')).toThrow(/no period/);
  expect(() => rulesFor('Horsens', 'triage-horsens@2017:2026-02-01..2026-01-31')).toThrow(/no period/);
});
