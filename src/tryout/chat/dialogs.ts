import { type Json, objectOf, textOf } from '../json.ts';

/** What Teams shows one person beside the chat: an open dialog, or a short notice. */
export interface PersonScreen {
  readonly dialog: OpenDialog | null;
  readonly notice: string | null;
}

/** A dialog that the bot opened. `origin` says how its sending is named. */
export interface OpenDialog {
  readonly title: string;
  readonly card: Json;
  readonly size: string;
  readonly origin: DialogOrigin;
}

export type DialogOrigin =
  | { readonly kind: 'task'; readonly messageId: string | null }
  | { readonly kind: 'message-action'; readonly commandId: string; readonly messagePayload: Json };

/** Reads the answer to opening or sending a dialog: the next dialog, a closing message, or nothing more. */
export function screenAfter(body: unknown, origin: DialogOrigin): PersonScreen {
  const task = objectOf(objectOf(body)['task']);
  if (task['type'] === 'message') return { dialog: null, notice: textOf(task['value']) };
  if (task['type'] !== 'continue') return { dialog: null, notice: null };
  const value = objectOf(task['value']);
  const size = textOf(value['width']) || textOf(value['height']) || 'medium';
  return {
    dialog: { title: textOf(value['title']), card: objectOf(objectOf(value['card'])['content']), size, origin },
    notice: null,
  };
}
