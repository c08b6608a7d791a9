import { createRequire } from 'node:module';
import { isPart, type Part, partsOf } from './card-parts.ts';
import { cardSchema } from './card-schema.ts';

type Rendered = { parse(card: unknown): void; validateProperties(): { validationEvents: readonly { message: string }[] } };
const adaptiveCards = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js') as {
  AdaptiveCard: new () => Rendered;
};
const largest = 28_000;
const known =
  /^(Chart\.|Action\.|Input\.|TextBlock|RichTextBlock|TextRun|Container|ColumnSet|Column|FactSet|Fact|Image|ImageSet|Table|TableRow|TableCell|ActionSet|AdaptiveCard|Media|Component|Input)/;

/** The faults that Teams would show a person, one sentence each; empty where the card is good. */
export async function cardFaults(card: unknown): Promise<readonly string[]> {
  if (!isPart(card)) return ['a card is an object'];
  const parts = partsOf(card);
  return [
    ...(await schemaFaults(card)),
    ...idFaults(card),
    ...sizeFaults(card),
    ...parts.flatMap(inputFaults),
    ...parts.flatMap(actionFaults),
    ...parts.flatMap(textFaults),
    ...parts.flatMap(elementFaults),
  ];
}

async function schemaFaults(card: Part): Promise<readonly string[]> {
  const validate = await cardSchema();
  if (validate(card)) return [];
  const deepest = [...(validate.errors ?? [])].sort((a, b) => b.instancePath.length - a.instancePath.length).slice(0, 3);
  return deepest.map((fault) => `schema: ${fault.instancePath} ${fault.message ?? ''} ${JSON.stringify(fault.params)}`);
}

function idFaults(card: Part): readonly string[] {
  const rendered = new adaptiveCards.AdaptiveCard();
  rendered.parse(card);
  return rendered.validateProperties().validationEvents.map((event) => event.message);
}

function sizeFaults(card: Part): readonly string[] {
  const json = JSON.stringify(card);
  const size = Buffer.byteLength(json, 'utf16le');
  const open = /\$\{[^}]*\}?/.exec(json);
  const actions = Array.isArray(card['actions']) ? card['actions'] : [];
  return [
    ...(size > largest ? [`${size} bytes of UTF-16, at most ${largest}`] : []),
    ...(open ? [`an open place of the template: ${open[0]}`] : []),
    ...(card['version'] === '1.5' || card['version'] === '1.4' ? [] : [`version ${String(card['version'])}, at most 1.5`]),
    ...(actions.length > 6 ? [`${actions.length} actions, at most 6`] : []),
    ...(actions.filter((action: Part) => action['style'] === 'positive').length > 1 ? ['more than one primary action'] : []),
  ];
}

function inputFaults(part: Part): readonly string[] {
  const type = String(part['type']);
  if (!type.startsWith('Input.')) return [];
  const name = `${type} ${String(part['id'])}`;
  return [
    ...(part['label'] || (type === 'Input.Toggle' && part['title']) ? [] : [`${name}: no label`]),
    ...(part['isRequired'] && !part['errorMessage'] ? [`${name}: required without errorMessage`] : []),
    ...(part['style'] === 'filtered' ? [`${name}: a filtered choice set loses its label at 280 px`] : []),
  ];
}

function actionFaults(part: Part): readonly string[] {
  const type = String(part['type']);
  if (!type.startsWith('Action.')) return [];
  const faults = part['title'] || part['iconUrl'] || part['verb'] ? [] : [`${type}: no title`];
  if (type !== 'Action.Execute' || part['fallback'] === undefined) return faults;
  const { verb: _verb, ...kept } = isPart(part['fallback']) && isPart(part['fallback']['data']) ? part['fallback']['data'] : {};
  const same = JSON.stringify(kept) === JSON.stringify(withoutVerb(part['data'])) && _verb === part['verb'];
  return same ? faults : [...faults, `Action.Execute ${String(part['verb'])}: its fallback carries other data`];
}

function withoutVerb(data: unknown): Part {
  const { verb: _verb, ...kept } = isPart(data) ? data : {};
  return kept;
}

/** "24. november" and "- x" at a line's start become lists. */
function textFaults(part: Part): readonly string[] {
  const facts = Array.isArray(part['facts'])
    ? (part['facts'] as readonly Part[]).flatMap((fact) => [fact['title'], fact['value']])
    : [];
  return [...(part['type'] === 'TextBlock' ? [part['text']] : []), ...facts].flatMap((text) =>
    /^\s*\d+[.)]\s/m.test(String(text)) ? [`a line that becomes a list: ${String(text).slice(0, 40)}`] : [],
  );
}

function elementFaults(part: Part): readonly string[] {
  const type = String(part['type']);
  const columns = Array.isArray(part['columns']) ? part['columns'].length : 0;
  return [
    ...(type === 'Table' && columns > 3 ? [`a table of ${columns} columns, at most 3 at 280 px`] : []),
    ...(type.startsWith('Chart.') && part['fallback'] === undefined ? [`${type}: no fallback that says the same`] : []),
    ...(known.test(type)
      ? []
      : [`${type}: not drawn by every Teams client; give it a fallback`].filter(() => part['fallback'] === undefined)),
    ...(type === 'Image' && part['altText'] === undefined ? ['an image without altText'] : []),
  ];
}
