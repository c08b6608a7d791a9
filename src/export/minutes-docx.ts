import { Document, HeadingLevel, Packer, Paragraph } from 'docx';

/** A heading with its lines. */
interface WrittenSection {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** Minutes in words, as the card shows them. */
export interface WrittenMinutes {
  readonly title: string;
  readonly lead: string;
  readonly attendance: WrittenSection;
  readonly items: readonly WrittenSection[];
  readonly approvals: WrittenSection;
}

/** The minutes as a Word document with headings, so that it has an outline. */
export async function minutesDocx({ title, lead, attendance, items, approvals }: WrittenMinutes): Promise<Buffer> {
  const section = ({ heading, lines }: WrittenSection) => [
    new Paragraph({ text: printable(heading), heading: HeadingLevel.HEADING_2 }),
    ...lines.flatMap((line) => line.split('\n').map((text) => new Paragraph({ text: printable(text), spacing: { after: 80 } }))),
  ];
  const children = [
    new Paragraph({ text: printable(title), heading: HeadingLevel.HEADING_1 }),
    new Paragraph({ text: printable(lead) }),
    ...[attendance, ...items, approvals].flatMap(section),
  ];
  return Packer.toBuffer(new Document({ title: printable(title), creator: 'Rettesnor', sections: [{ children }] }));
}

/** XML takes no control characters. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken away
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}
