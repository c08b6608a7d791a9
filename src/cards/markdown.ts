/** Signs that Teams' Markdown reads anywhere in a text. */
const signs = /[\\*_[\]`~]/g;
/** "24. november" or "- " at a line's start would become a list, "# " and ">" a heading and a quotation elsewhere. */
const listNumber = /^(\s*\d{1,9})([.)])(?=\s|$)/gm;
const listSign = /^(\s*)([-+#>])(?=\s|$)/gm;

/** Text of a person or document for a TextBlock or Fact, shown as typed: nothing in it is read as Markdown. */
export function plain(text: string): string {
  return atLineStart(text.replace(signs, '\\$&'));
}

/** Our own sentence with wanted bold and links, safe only against a number or sign at a line's start that would become a list. */
export function atLineStart(text: string): string {
  return text.replace(listNumber, '$1\\$2').replace(listSign, '$1\\$2');
}
