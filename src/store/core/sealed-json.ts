import type { Sealer } from './sealer.ts';

/** A value that lies sealed in a jsonb column: a JSON string. A row from before its column was sealed holds the value itself, an object. */
export type SealedJson = string;

/** A value as JSON text for a jsonb column, sealed for its place. */
export function sealJson(value: object, place: string, sealer: Sealer): string {
  return JSON.stringify(sealer.seal(JSON.stringify(value), place));
}

/** What a column holds, opened; a row that is not sealed yet is read as it is. */
export function openJson(kept: SealedJson | object, place: string, sealer: Sealer): unknown {
  return typeof kept === 'string' ? JSON.parse(sealer.open(kept, place)) : kept;
}
