export type Part = Readonly<Record<string, unknown>>;

export function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every object in a card that has a type, outermost first; the data of actions is not looked into. */
export function partsOf(value: unknown): readonly Part[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (!isPart(value)) return [];
  const inner = Object.entries(value).flatMap(([key, item]) => (key === 'data' ? [] : partsOf(item)));
  return typeof value['type'] === 'string' ? [value, ...inner] : inner;
}
