import type { Command } from './feature.ts';
import type { Reply } from './reply.ts';
import type { MessageRequest } from './request.ts';

/** A command that is one of these texts and nothing more, however it is cased and ended. */
export function exactly(name: string, names: readonly string[], run: (request: MessageRequest) => Promise<Reply>): Command {
  const bare = (text: string) =>
    text
      .trim()
      .toLowerCase()
      .replace(/[?!.]+$/, '');
  return { name, read: ({ text }) => (names.includes(bare(text)) ? {} : null), run };
}
