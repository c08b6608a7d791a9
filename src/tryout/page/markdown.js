// The part of Markdown that Teams reads in cards and messages: bold, italic, links, lists; a backslash hides a sign.
const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const hidden = (text) => text.replace(/\\([\\*_[\]`~.)+#>-])/g, (_whole, sign) => `\uE100${sign.charCodeAt(0)}\uE101`);
const shown = (text) => text.replace(/\uE100(\d+)\uE101/g, (_whole, code) => escaped(String.fromCharCode(Number(code))));
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => escapes[sign]);

function inline(text) {
  return shown(
    escaped(hidden(text))
      .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
      .replace(/(^|[\s(])__([^_]+)__(?=$|[\s).,;:!?])/g, '$1<strong>$2</strong>')
      .replace(/(^|[^*\w])\*([^*\s][^*]*)\*/g, '$1<em>$2</em>')
      .replace(/(^|[\s(])_([^_]+)_(?=$|[\s).,;:!?])/g, '$1<em>$2</em>')
      .replace(/\[([^\]]+)\]\((https?:[^)\s]+)\)/g, '<a href="$2" target="_blank" rel="noopener noreferrer">$1</a>'),
  );
}

const kinds = [
  { tag: 'ol', item: /^\s*\d+[.)]\s+(.*)$/ },
  { tag: 'ul', item: /^\s*[-*+]\s+(.*)$/ },
];

/** Safe HTML of a text: one paragraph, or lists and lines where it has them. */
export function markdownToHtml(text) {
  const blocks = [];
  for (const line of String(text).split(/\r?\n/)) {
    const kind = kinds.find(({ item }) => item.test(line));
    const html = inline(kind ? kind.item.exec(line)[1] : line);
    const last = blocks.at(-1);
    if (last && last.tag === (kind?.tag ?? 'p')) last.lines.push(html);
    else blocks.push({ tag: kind?.tag ?? 'p', lines: [html], from: Number.parseInt(line, 10) || 1 });
  }
  return blocks.map(htmlOf).join('');
}

function htmlOf({ tag, lines, from }) {
  if (tag === 'p') return `<p>${lines.join('<br>')}</p>`;
  return `<${tag}${tag === 'ol' ? ` start="${from}"` : ''}>${lines.map((line) => `<li>${line}</li>`).join('')}</${tag}>`;
}
