const key =
  '\\d{2}\\.\\d{2}(?:\\.\\d{2})?[-.\\s]?[A-Z\\u00c0-\\u00de]\\d{2}(?:-\\d{1,5}-\\d{2,4}|\\s?-\\s?\\d{4}/\\d{3,7}|-\\d{3,6})?(?![\\p{L}\\d])';
const dashed =
  '\\d{3}-\\d{4}-\\d{1,7}|(?:19|20)\\d{2}-(?!(?:19|20)\\d{2}(?!\\d))\\d{4,7}(?:-\\d{1,4})?|[A-Z]{1,4}-?\\d{4}-\\d{3,7}|\\d{2}-\\d{5,7}|\\d{2}/\\d{3,6}(?:-\\d{1,4})?|(?:19|20)\\d{2}/\\d{4,7}';
const lettered = '[A-Z\\u00c0-\\u00de]{2,4}[\\s-]\\d{1,4}/(?:19|20)?\\d{2}(?:-[A-Z])?(?!\\d)';
const any = `(?:${key}|${dashed}|${lettered})`;
const alone = new RegExp(`^${any}\\.?$`, 'u');
const leading = new RegExp(`^(${any})(?=[\\s.:,])`, 'u');
const trailing = new RegExp(`\\((?:\\p{L}[\\p{L}.]{0,10}:?\\s+)?(${any})\\)$`, 'u');
/** A key of the classification, alone or with the case's number beside it. */
const bareKey = '\\d{2}\\.\\d{2}(?:\\.\\d{2})?[-.\\s]?[A-Z\\u00c0-\\u00de]\\d{2}';
const keyOnly = /^\d{2}\.\d{2}(?:\.\d{2})?(?:[-.\s]?\p{Lu}\d{2})?$/u;
const row = new RegExp(`^(${bareKey})(?:\\s{2,}|\\t)(${any}|\\d{2}/\\d{1,6})$`, 'u');
const first = /\d[\p{L}\d./-]*(?:\s-\s\d{4}\/\d+)?|[\p{Lu}]{1,4}\s?-?\d[\p{L}\d./-]*/u;

/** "Sag nr. 3" */
const itemNumber = /^\d{1,3}\.?$/;

/** Whether a line is a case number and nothing else. */
export function isCaseNumber(text: string): boolean {
  return (text.length <= 40 && alone.test(text)) || (text.length <= 120 && row.test(text));
}

/** Whether a number is only a key of the classification, which many cases share. */
export function isKeyOnly(number: string): boolean {
  return keyOnly.test(number);
}

/** The case number with which a line begins; null where none stands there. */
export function leadingCaseNumber(text: string): string | null {
  return leading.exec(text.slice(0, 60))?.[1] ?? null;
}

/** The case number in brackets with which a title ends, "(18/4455)" or "(sag 18/4455)", and how long the brackets are; null where none stands there. */
export function trailingCaseNumber(text: string): { readonly number: string; readonly length: number } | null {
  const found = trailing.exec(text.slice(-60));
  return found === null ? null : { number: found[1] ?? '', length: found[0].length };
}

/** The case number after its label; null where no number stands there. */
export function labelledCaseNumber(text: string): string | null {
  const beside = text.length <= 120 ? row.exec(text)?.[2] : undefined;
  if (beside !== undefined) return beside;
  const start = text.slice(0, 80);
  if (itemNumber.test(start)) return null;
  const whole = leadingCaseNumber(`${start} `);
  if (whole !== null) return whole;
  const found = first.exec(start);
  return found === null || found.index > 12 ? null : found[0].replace(/[./-]+$/u, '');
}
