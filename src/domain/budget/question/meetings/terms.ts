import { type Concept, conceptsOf, type Lexicon, withParts } from '../concepts.ts';

/** Every word that figures are known by, each once, while the figures are prepared. */
export class Terms {
  readonly lexicon: Lexicon;
  readonly #places = new Map<string, number>();
  readonly #all: Concept[] = [];
  readonly #texts = new Map<string, readonly Concept[]>();

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
  }

  get all(): readonly Concept[] {
    return this.#all;
  }

  /** The words of a text; a compound with the pieces that it is made of. */
  read(text: string): readonly Concept[] {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const read = conceptsOf(text, this.lexicon).map((concept) => this.#once(withParts(concept, this.lexicon)));
    this.#texts.set(text, read);
    return read;
  }

  placesOf(concepts: readonly Concept[]): readonly number[] {
    return [...new Set(this.allPlacesOf(concepts))];
  }

  allPlacesOf(concepts: readonly Concept[]): readonly number[] {
    return concepts.map((concept) => this.#placeOf(concept));
  }

  /** For each word, the places of the words that it is made of, which join the others where they were not among them. */
  parts(): readonly (readonly number[])[] {
    const parts: (readonly number[])[] = [];
    for (let at = 0; at < this.#all.length; at += 1) parts.push(this.#all[at]?.parts.map((part) => this.#placeOf(part)) ?? []);
    return parts;
  }

  #once(concept: Concept): Concept {
    return this.#all[this.#placeOf(concept)] ?? concept;
  }

  #placeOf(concept: Concept): number {
    const key = JSON.stringify([concept.word, concept.meant, concept.parts.length]);
    const place = this.#places.get(key) ?? this.#all.length;
    if (place === this.#all.length) this.#all.push(concept);
    this.#places.set(key, place);
    return place;
  }
}
