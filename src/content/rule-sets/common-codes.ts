import { join } from 'node:path';
import { contentFolder } from '../content-folder.ts';
import { readSentences } from '../texts.ts';

/** The codes that every rule set may use without words of its own: `ja`, `nej`, `ved_ikke`, `menneskelig_vurdering` and the like. */
export function commonRuleCodes(folder: string = contentFolder): ReadonlySet<string> {
  const area = 'rules.';
  const keys = [...readSentences(join(folder, 'texts', 'da')).keys()];
  return new Set(keys.flatMap((key) => (key.startsWith(area) ? [key.slice(area.length)] : [])));
}
