import { expect, test } from 'vitest';
import { withoutCaseNumbers } from '../../../src/domain/deadline/case-number.ts';

test.each([
  ['partshøring 24/1187 og 24/1188', '24/1187', 'partshøring og'],
  ['svar på 27.15.12-P19-4-26 og 2015-031143', null, 'svar på og'],
  ['AB-12 opfølgning', 'AB-12', 'opfølgning'],
  ['24/1187', '24/1187', ''],
  ['budget 2026/2027 den 12/12-2026', null, 'budget 2026/2027 den 12/12-2026'],
])('in a calendar "%s" holds no case number', (title, reference, shown) => {
  expect(withoutCaseNumbers(title, reference)).toBe(shown);
});
