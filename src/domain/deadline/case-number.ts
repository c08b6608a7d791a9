/** A case number as it stands in a text: 24/1187, 2015-031143, 27.15.12-P19-4-26; two years side by side are none. */
const caseNumber =
  /(?<![\p{L}\d./-])(?!(?:19|20)\d{2}[/-](?:19|20)\d{2}(?!\d))(?:\d{2,4}[/-]\d{3,}|\d{2}\.\d{2}\.\d{2}-\p{L}\d{2}-\d+-\d{2})(?![\p{L}\d/-]|\.\d)/gu;

/** A title without the deadline's own case number and without any other: what may stand in a calendar. Empty where nothing else is left. */
export function withoutCaseNumbers(title: string, caseReference: string | null): string {
  const own = caseReference === null ? title : title.replaceAll(caseReference, ' ');
  return own.replace(caseNumber, ' ').replace(/\s+/g, ' ').trim();
}
