import { refusedFormCard, refusedNumberCard } from '../../cards/questions/guide-cards.ts';
import type { Texts } from '../../domain/language/texts.ts';
import { hasPersonalNumber, withoutPersonalNumbers } from '../../domain/privacy/personal-number.ts';
import { type Reply, replyFault } from './reply.ts';
import type { Request } from './request.ts';

/** The refusal of whatever carries a CPR number, before anything is stored, logged or searched; null where there is none. */
export function refusalOfPersonalNumber(request: Request, texts: Texts): Reply | null {
  if (!writtenTexts(request).some(hasPersonalNumber)) return null;
  const summary = texts('cards.refused-summary');
  if (request.kind === 'message') {
    const card = refusedNumberCard(withoutPersonalNumbers(request.text), texts);
    return { answer: { kind: 'none' }, messages: [{ kind: 'post', to: { kind: 'here' }, content: { card, summary } }] };
  }
  if (request.kind === 'dialog-submit') return reopened({ dialog: request.dialog, ...request.data }, texts);
  if (request.kind === 'message-action-submit') return reopened(request.data, texts);
  // A card keeps what was typed on it: only the sending is refused.
  return replyFault('bad-request', texts('cards.refused-lead-form'));
}

/** The dialog is opened again with what was typed, the texts that held a number without it. */
function reopened(data: Readonly<Record<string, unknown>>, texts: Texts): Reply {
  const held = Object.entries(data).filter(
    (field): field is [string, string] => typeof field[1] === 'string' && hasPersonalNumber(field[1]),
  );
  const fields = Object.fromEntries(held.map(([name, text]) => [name, withoutPersonalNumbers(text)]));
  const rest = Object.fromEntries(Object.entries(data).filter(([name]) => !(name in fields)));
  return {
    answer: { kind: 'dialog', title: texts('cards.refused-title'), card: refusedFormCard(fields, rest, texts) },
    messages: [],
  };
}

function writtenTexts(request: Request): readonly string[] {
  switch (request.kind) {
    case 'message':
      return [request.text, ...request.files.map(({ name }) => name)];
    case 'search':
      return [request.query];
    case 'feedback':
      return [request.text];
    case 'message-action-open':
    case 'message-action-submit':
      return [request.messageText, ...stringsIn(request.data)];
    case 'card-action':
    case 'dialog-open':
    case 'dialog-submit':
      return stringsIn(request.data);
    case 'installed':
    case 'uninstalled':
    case 'members-added':
    case 'meeting-started':
    case 'meeting-ended':
      return [];
  }
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}
