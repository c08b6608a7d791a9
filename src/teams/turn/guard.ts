import { refusedNumberCard } from '../../cards/questions/guide-cards.ts';
import type { Texts } from '../../domain/language/texts.ts';
import { hasPersonalNumber, withoutPersonalNumbers } from '../../domain/privacy/personal-number.ts';
import type { Reply } from './reply.ts';
import type { Request } from './request.ts';

/** The refusal of whatever carries a CPR number, before anything is stored, logged or searched; null where there is none. */
export function refusalOfPersonalNumber(request: Request, texts: Texts): Reply | null {
  if (!writtenTexts(request).some(hasPersonalNumber)) return null;
  const summary = texts('cards.refused-summary');
  if (request.kind === 'message') {
    const card = refusedNumberCard(withoutPersonalNumbers(request.text), texts);
    return { answer: { kind: 'none' }, messages: [{ kind: 'post', to: { kind: 'here' }, content: { card, summary } }] };
  }
  // The form stays open with what was typed: only the sending is refused.
  return { answer: { kind: 'error', code: 'bad-request', message: texts('cards.refused-lead') }, messages: [] };
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
