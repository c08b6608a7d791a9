import { join } from 'node:path';
import { z } from 'zod';
import { contentFolder } from '../content-folder.ts';
import { readDataFile } from '../library/read-data-file.ts';

const words = z.array(z.string().min(1)).min(1);
const answer = z.strictObject({ question: z.string(), value: z.string() });
const groups = { groups: z.record(z.string(), z.string()), outside: z.array(z.string()) };
const schema = z.strictObject({
  commands: z.record(z.string(), words),
  lists: z.strictObject({ offered: words, mine: words, placements: words, exemptions: words, sent: words }),
  queue: words,
  next: words,
  empty: words,
  park: words,
  journal: words,
  registers: z.strictObject({
    placements: z.strictObject({ subject: z.string(), first: answer, ...groups }),
    exemptions: z.strictObject({ subject: z.string(), followUp: z.string(), ...groups }),
  }),
  carried: z.array(
    z.strictObject({
      from: z.string(),
      to: z.string(),
      question: z.string(),
      value: z.string(),
      when: answer.nullable().default(null),
      outcome: z.string().nullable().default(null),
    }),
  ),
});

/** The words that start checklists and lists, what the registers show first, and what one checklist proposes in another. */
export function readChecklistWords(): Readonly<z.infer<typeof schema>> {
  return readDataFile(join(contentFolder, 'vocabulary', 'checklists.yaml'), schema).data;
}
