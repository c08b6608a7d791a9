import { type Json, listOf, objectOf, textOf } from '../json.ts';

/** An action of a card as a person presses it. */
export interface CardAction {
  readonly type: string;
  readonly title: string;
  readonly verb: string | null;
  readonly data: Json;
}

/** The card's action with this title or verb, wherever in the card it lies; null where there is none. */
export function actionIn(card: Json, titleOrVerb: string): CardAction | null {
  const actions = actionsOf(card);
  const wanted = (action: CardAction) => action.title === titleOrVerb || action.verb === titleOrVerb;
  return actions.find(wanted) ?? actions.find(({ title }) => title.startsWith(titleOrVerb)) ?? null;
}

/** Every action of a card, of its containers, cells, inputs and inner cards; fallbacks and refresh are not pressed. */
export function actionsOf(value: unknown): readonly CardAction[] {
  if (Array.isArray(value)) return value.flatMap(actionsOf);
  if (typeof value !== 'object' || value === null) return [];
  const part = objectOf(value);
  const inner = Object.entries(part).flatMap(([key, item]) =>
    key === 'data' || key === 'fallback' || key === 'refresh' ? [] : actionsOf(item),
  );
  return textOf(part['type']).startsWith('Action.') ? [actionOf(part), ...inner] : inner;
}

/** The values that the card's inputs hold before anybody changes them; Teams sends them with every action. */
export function defaultInputs(value: unknown): Json {
  if (Array.isArray(value)) return Object.assign({}, ...value.map(defaultInputs));
  if (typeof value !== 'object' || value === null) return {};
  const part = objectOf(value);
  const own = textOf(part['type']).startsWith('Input.') ? { [textOf(part['id'])]: startValue(part) } : {};
  const inner = Object.entries(part).map(([key, item]) => (key === 'data' || key === 'fallback' ? {} : defaultInputs(item)));
  return Object.assign(own, ...inner);
}

/** Whom a card's refresh asks for: ids as the bot knows people; null where the card has none. */
export function refreshOf(card: Json): { readonly action: CardAction; readonly userIds: readonly string[] } | null {
  const refresh = objectOf(card['refresh']);
  if (refresh['action'] === undefined) return null;
  return { action: actionOf(objectOf(refresh['action'])), userIds: listOf(refresh['userIds']).map(textOf) };
}

function startValue(input: Json): unknown {
  if (input['type'] !== 'Input.Toggle') return input['value'] ?? '';
  return input['value'] ?? input['valueOff'] ?? 'false';
}

function actionOf(part: Json): CardAction {
  const verb = textOf(part['verb']);
  return {
    type: textOf(part['type']),
    title: textOf(part['title']),
    verb: verb === '' ? null : verb,
    data: objectOf(part['data']),
  };
}
