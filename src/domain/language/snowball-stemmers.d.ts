declare module 'snowball-stemmers' {
  export function newStemmer(language: string): { readonly stem: (word: string) => string };
}
