/** How much a text seems to hold: what the import says of a document before anybody reads it. */
export interface TextTally {
  readonly sections: number;
  readonly tables: number;
  readonly figures: number;
}

/** Counts headings (short lines that stand alone), tables (runs of rows with tabs) and amounts, counts and percentages. */
export function tallyOf(text: string): TextTally {
  const lines = text.split(/\r?\n/);
  const isRow = (line: string | undefined) => line?.includes('\t') ?? false;
  const isBlank = (line: string | undefined) => line === undefined || line.trim() === '';
  const isHeading = (line: string, at: number) =>
    isBlank(lines[at - 1]) && /^\s*[\p{Lu}\d]/u.test(line) && line.length <= 120 && !/[.,;]\s*$/.test(line) && !isRow(line);
  return {
    sections: lines.filter(isHeading).length,
    tables: lines.filter((line, at) => isRow(line) && !isRow(lines[at - 1])).length,
    figures: [...text.matchAll(/(?<![\d.,-])\d{1,3}(?:\.\d{3})+(?!\d)|\d+(?:,\d+)?\s?(?:%|pct\b|mio\b|mill\b|kr\b)/g)].length,
  };
}
