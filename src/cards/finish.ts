import { type Card, cardVersion } from './card.ts';

/** What every card shares, so that no template repeats it: schema, version, full width, and a Submit behind each Execute. */
export function finished(card: Card): Card {
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    ...(withFallbacks(card) as Card),
    type: 'AdaptiveCard',
    version: cardVersion,
    msteams: { width: 'full', ...(card['msteams'] as object | undefined) },
  };
}

/**
 * A client that knows no Action.Execute sends the same data with its verb as an Action.Submit. Only what holds an Execute is copied:
 * a card is drawn at every step, and most of it stays as it is.
 */
function withFallbacks(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(withFallbacks);
    return items.every((item, place) => item === value[place]) ? value : items;
  }
  if (!isObject(value)) return value;
  let inner = value;
  for (const key of Object.keys(value)) {
    const item = value[key];
    if (typeof item !== 'object' || key === 'refresh' || key === 'data') continue;
    const finishedItem = withFallbacks(item);
    if (finishedItem !== item) inner = { ...inner, [key]: finishedItem };
  }
  if (inner['type'] !== 'Action.Execute' || inner['fallback'] !== undefined) return inner;
  const { type: _type, verb, data, ...shared } = inner;
  return { ...inner, fallback: { ...shared, type: 'Action.Submit', data: { ...(isObject(data) ? data : {}), verb } } };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
