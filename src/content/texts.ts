import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Language, Texts, TextsByLanguage } from '../domain/language/texts.ts';
import { contentFolder } from './content-folder.ts';
import { ContentError } from './errors.ts';

const textFile = z.record(z.string(), z.string());
const place = /\{(\w+)\}/g;

/** Reads `content/texts/<language>/<area>.json`: a sentence's key is `<area>.<name>`. */
export function readTexts(folder: string = contentFolder): TextsByLanguage {
  return { da: textsOf(join(folder, 'texts', 'da'), 'da'), en: textsOf(join(folder, 'texts', 'en'), 'en') };
}

/** All sentences of a language by key. */
export function readSentences(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return new Map(files.flatMap((name) => sentencesOf(join(folder, name), name.slice(0, -'.json'.length))));
}

function sentencesOf(path: string, area: string): readonly (readonly [string, string])[] {
  const read = textFile.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!read.success) throw new ContentError('file-invalid', `${path}: every value must be a sentence (a string)`);
  return Object.entries(read.data).map(([name, sentence]) => [`${area}.${name}`, sentence] as const);
}

function textsOf(folder: string, language: Language): Texts {
  const sentences = readSentences(folder);
  return (key, values = {}) => {
    const sentence = sentences.get(key);
    if (sentence === undefined)
      throw new ContentError('text-missing', `content/texts/${language}: no sentence "${key}"; add it to the file of its area`);
    return sentence.replace(place, (_whole, name: string) => {
      const value = values[name];
      if (value === undefined)
        throw new ContentError('text-value-missing', `content/texts/${language}: "${key}" needs a value for {${name}}`);
      return String(value);
    });
  };
}
