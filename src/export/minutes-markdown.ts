import type { WrittenMinutes } from './minutes-docx.ts';

const signs = /[\\*_[\]`~<>#|]/g;
const lineSign = /^(\s*)([-+]|\d{1,9}[.)])(?=\s|$)/gm;

/** The minutes as Markdown: what people and documents wrote is never read as Markdown. */
export function minutesMarkdown({ title, lead, attendance, items, approvals }: WrittenMinutes): string {
  const sections = [attendance, ...items, approvals].map(
    ({ heading, lines }) => `## ${written(heading)}\n\n${lines.map(written).join('\n\n')}`,
  );
  return `${[`# ${written(title)}`, written(lead), ...sections].join('\n\n')}\n`;
}

function written(text: string): string {
  return text
    .replace(signs, '\\$&')
    .replace(lineSign, (_whole, indent: string, sign: string) => `${indent}${sign.slice(0, -1)}\\${sign.slice(-1)}`);
}
