import ExcelJS from 'exceljs';

/** An Excel workbook of one sheet: a heading and rows of text and numbers. */
export async function xlsxOf(
  name: string,
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow([...columns]).font = { bold: true };
  for (const row of rows) sheet.addRow([...row]);
  for (const [index, column] of sheet.columns.entries()) {
    column.width = index === 0 ? 36 : 18;
    if (index > 0) column.numFmt = '#,##0.00';
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}
