import { readFileSync } from 'node:fs';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { ContentError } from '../errors.ts';

/** A content file's data with the means to name a line in it. */
export interface DataFile<Data> {
  readonly path: string;
  readonly data: Data;
  /** `path:line` of a value by its path in the data. */
  readonly at: (path: readonly PropertyKey[]) => string;
}

/** Reads a YAML or JSON file by its schema; every fault is named with file and line, all of them together. */
export function readDataFile<Schema extends z.ZodType>(path: string, schema: Schema): DataFile<z.output<Schema>> {
  const lines = new LineCounter();
  const document = parseDocument(readText(path), { lineCounter: lines });
  if (document.errors.length > 0)
    throw invalid(document.errors.map(({ message, pos }) => `${path}:${lines.linePos(pos[0]).line}: ${message}`));
  const at = (place: readonly PropertyKey[]) => `${path}:${lines.linePos(offsetOf(document, place)).line}`;
  const read = schema.safeParse(document.toJS());
  if (!read.success)
    throw invalid(read.error.issues.map((issue) => `${at(issue.path)}: ${issue.path.join('.')}: ${issue.message}`));
  return { path, data: read.data, at };
}

/** All faults of the content in one message, a line each. */
export function invalid(faults: readonly string[]): ContentError {
  return new ContentError('file-invalid', faults.join('\n'));
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new ContentError('file-unreadable', `${path}: cannot be read`, { cause });
  }
}

/** Where a value begins; where it is missing, what should hold it. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
