import { hasPersonalNumber } from '../../domain/privacy/personal-number.ts';
import type { CliCommand } from '../command.ts';
import { answerJsonLines } from '../json-lines.ts';

/** `privacy check --jsonl`: `{"id","text"}` → `{"id","refused","why"?}`. */
export const privacyCommand: CliCommand = {
  name: 'privacy',
  usage: 'privacy check --jsonl   {"id","text"} per line: would it be refused for a personal number?',
  run: async (args, io) => {
    if (args[0] !== 'check' || !args.includes('--jsonl')) throw new Error('write: privacy check --jsonl');
    return answerJsonLines(io, ({ id, text }) => {
      if (typeof text !== 'string') throw new Error('a line needs "text" (a string)');
      return hasPersonalNumber(text)
        ? { id: id ?? null, refused: true, why: 'personal-number' }
        : { id: id ?? null, refused: false };
    });
  },
};
