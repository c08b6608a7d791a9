/** Danish first, English second. */
export type Language = 'da' | 'en';

/** A sentence for the user by its key `area.name`, with `{value}` places filled. An unknown key is a fault of the program. */
export type Texts = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** The sentences of each language. */
export type TextsByLanguage = Readonly<Record<Language, Texts>>;

/** A value that ends in an abbreviation brings the sentence's full stop with it. */
export function withoutDoubleStop(text: string): string {
  return text.replace(/([^.])\.\.(?!\.)/g, '$1.');
}
