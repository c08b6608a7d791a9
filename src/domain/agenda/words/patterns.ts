import type { AgendaVocabulary, LabelKind } from './vocabulary.ts';

/** The vocabulary as patterns, made once for all texts. */
export interface Patterns {
  readonly vocabulary: AgendaVocabulary;
  readonly date: RegExp;
  readonly time: RegExp;
  /** A municipality's name with the word for it. */
  readonly municipality: RegExp;
  /** "28. marts", "4. kvartal" at a line's start: no number of a list. */
  readonly ordinalStart: RegExp;
  readonly body: RegExp;
  readonly point: RegExp;
  /** An item's number and its title after a word that elsewhere labels a case number. */
  readonly titledPoint: RegExp;
  /** "Ad 3. Budget" */
  readonly minutePoint: RegExp;
  /** The number alone, the title on a line below. */
  readonly untitledPoint: RegExp;
  readonly caseAfterTitle: RegExp;
  /** The label of a case number inside a line. */
  readonly caseLabel: RegExp;
  readonly pageNumber: RegExp;
  readonly pageNumberAlone: RegExp;
  /** "3 of 6", without the word for a page. */
  readonly pageOfAll: RegExp;
  readonly decisionStart: RegExp;
  /** That a decision was taken before. */
  readonly earlier: RegExp;
  readonly absence: RegExp;
  readonly recommend: RegExp;
  /** That a decision is told. */
  readonly told: RegExp;
  /** What stands between two headings in one. */
  readonly between: RegExp;
  /** A heading for one committee or item: the heading's own words first. */
  readonly addressed: RegExp;
  /** A mark beside a title: "(Lukket)", or that it is open. */
  readonly openMark: RegExp;
  /** The same between dashes, as a column of its own: "Punkt 5 - Lukket - Orientering". */
  readonly openDash: RegExp;
  readonly closedMark: RegExp;
  /** What says whether an item is open, before the word for an item: "Lukket punkt 5". */
  readonly accessBeforePoint: RegExp;
  /** "Bilag til " before an item's number. */
  readonly annexesTo: RegExp;
  /** "Lukket " before each annex's capital. */
  readonly accessWord: RegExp;
  /** "Lukket - ", "2 - Lukket - " or "2  Lukket " before an annex. */
  readonly access: RegExp;
  /** The same behind a case number: "09/5521 Åben sag". */
  readonly accessAfter: RegExp;
}

/** One of the words, the longest first, as a pattern's text. */
export function oneOf(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/ /g, '\\s+'))
    .join('|');
}

/** Makes the patterns of a vocabulary. */
export function patternsOf(vocabulary: AgendaVocabulary): Patterns {
  const points = oneOf(vocabulary.pointWords);
  const access = oneOf([...vocabulary.open, ...vocabulary.closed]);
  const ofAll = `\\s*(?:/|${oneOf(vocabulary.pageTotals)})\\s*`;
  return {
    vocabulary,
    date: datePattern(vocabulary),
    time: new RegExp(
      `(?:\\b(?:${oneOf(vocabulary.clock)})\\.?\\s*(\\d{1,2})(?:[.:](\\d{2}))?)|(?<![\\d.])(\\d{1,2}):(\\d{2})(?!\\d)`,
      'iu',
    ),
    municipality: new RegExp(
      `(?<![\\p{L}-])\\p{Lu}[\\p{L}-]+\\s+(?:${oneOf([vocabulary.municipalityWord, ...vocabulary.municipalityCompounds])})(?![\\p{L}])`,
      'iu',
    ),
    ordinalStart: new RegExp(
      `^\\d{1,2}\\.\\s+(?:${oneOf([...vocabulary.months.keys(), ...vocabulary.ordinalNouns])})(?![\\p{L}])`,
      'iu',
    ),
    body: bodyPattern(vocabulary),
    point: new RegExp(
      `^(?:(?:${access})\\s+)?(?:${points})\\.?\\s*(?:nr\\.?\\s*)?(\\d{1,4})(?:\\s*[.:)\u2013-]+(?=\\s|$)\\s*|\\s+|$)(.*)$`,
      'iu',
    ),
    titledPoint: new RegExp(
      `^(?:${oneOf(vocabulary.titledPointWords)})\\.?\\s*(\\d{1,3})(?:\\s*[.:)\u2013-]\\s+|\\s+)(\\p{Lu}.*)$`,
      'iu',
    ),
    minutePoint: new RegExp(`^(?:${oneOf(vocabulary.minuteWords)})\\.?\\s*(\\d{1,3})[.:)]?\\s+(\\p{Lu}.*)$`, 'iu'),
    untitledPoint: new RegExp(`^(?:${oneOf(vocabulary.titledPointWords)})[.:]*\\s*(\\d{1,3})\\.?$`, 'iu'),
    caseAfterTitle: new RegExp(`^(?:${oneOf(vocabulary.caseNumberAfterTitle)})\\.?:?\\s*(\\d{1,4})\\.?$`, 'iu'),
    caseLabel: new RegExp(`(?<![\\p{L}])(?:${oneOf(labelsOf(vocabulary, 'case'))})\\s*:\\s*(?=\\d)`, 'iu'),
    pageNumber: new RegExp(`^(.{0,120}\\s)?(?:${oneOf(vocabulary.pageWords)})\\s*:?\\s*(\\d{1,4})(?:${ofAll}\\d{1,4})?$`, 'iu'),
    pageNumberAlone: new RegExp(`^(?:${oneOf(vocabulary.pageWords)})\\s*:?\\s*\\d{1,4}(?:${ofAll}\\d{1,4})?$`, 'iu'),
    pageOfAll: new RegExp(`^(.{0,120}\\s)?(\\d{1,4})\\s+(?:${oneOf(vocabulary.pageTotals)})\\s+(\\d{1,4})$`, 'iu'),
    decisionStart: new RegExp(`^(?:${oneOf(vocabulary.decisionWords)})(?=[\\s,:])`, 'iu'),
    earlier: new RegExp(`(?<![\\p{L}])(?:${oneOf(vocabulary.earlierWords)})(?![\\p{L}])`, 'iu'),
    absence: new RegExp(
      `^(?:(?:${oneOf(vocabulary.absencePrefixes)})\\s*:?\\s+(.{3,200})|([\\p{Lu}].{2,200}?)\\s+(?:${oneOf(vocabulary.absenceVerbs)})(?=[\\s.,]|$).{0,120})$`,
      'iu',
    ),
    recommend: new RegExp(`(?<![\\p{L}])(?:${oneOf(vocabulary.recommendVerbs)})(?![\\p{L}])`, 'iu'),
    told: new RegExp(`(?<![\\p{L}])(?:${oneOf(vocabulary.toldVerbs)})(?![\\p{L}])`, 'iu'),
    between: new RegExp(`\\s*[/,]\\s*|\\s+(?:${oneOf(vocabulary.joiners)})\\s+`, 'iu'),
    addressed: new RegExp(`^(\\p{L}[\\p{L}\\s]{2,40}?)(?:\\s+\\d{1,2})?\\s+${vocabulary.addressWord}\\s`, 'iu'),
    annexesTo: new RegExp(
      `^(?:${oneOf(labelsOf(vocabulary, 'attachments'))})\\s+${vocabulary.addressWord}\\s+(?=(?:${points})(?![\\p{L}]))`,
      'iu',
    ),
    accessBeforePoint: new RegExp(`^(?:${access})\\s+(?=(?:${points})(?![\\p{L}]))`, 'iu'),
    openMark: new RegExp(`\\((?:${access})\\)\\s*`, 'iu'),
    accessWord: new RegExp(`^(?:${oneOf([...vocabulary.open, ...vocabulary.closed].map(capitalised))})\\s+(?=\\p{Lu})`, 'u'),
    access: new RegExp(
      `^(?:(?:\\d{1,2}\\s+|\\d{3,7}/\\d{2,4}\\s*)(?:\\([^)]{3,20}\\)\\s+)?(?:${access})\\s+|(?:\\d{1,2}\\s+)?\\((?:${access})\\)\\s+|(?:\\d{1,2}\\s+[-\u2013]\\s+)?(?:${access})(?:\\s*:\\s+|\\s+[-\u2013]\\s+|\\s{2,}))`,
      'iu',
    ),
    accessAfter: new RegExp(`\\s+(?:${access})(?:\\s+(?:${oneOf(vocabulary.titledPointWords)}))?$`, 'iu'),
    openDash: new RegExp(`(?<=\\d\\s+[-\\u2013]\\s+)(?:${access})\\s+[-\\u2013]\\s+`, 'iu'),
    closedMark: new RegExp(
      `\\((?:${oneOf(vocabulary.closed)})\\)|\\d\\s+[-\\u2013]\\s+(?:${oneOf(vocabulary.closed)})\\s+[-\\u2013]\\s|^(?:${oneOf(vocabulary.closed)})\\s+(?:(?:${points})\\.?\\s+)?\\d`,
      'iu',
    ),
  };
}

function labelsOf({ labels }: AgendaVocabulary, kind: LabelKind): readonly string[] {
  return [...labels].flatMap(([word, of]) => (of === kind ? [word] : []));
}

/** A word with a capital. */
export function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function datePattern(vocabulary: AgendaVocabulary): RegExp {
  const months = oneOf([...vocabulary.months.keys()]);
  const numeric =
    '(?<nd>\\d{1,2})(?:[-./]|/\\s?)(?<nm>\\d{1,2})(?:[-./]\\s?|\\s|\\s?-\\s?)(?<ny>\\d{4}|\\d{2})(?![\\w]|-[\\p{L}\\d]|\\.\\d)';
  const iso = '(?<iy>\\d{4})-(?<im>\\d{2})-(?<id>\\d{2})(?![\\d-])';
  const long = `(?<ld>\\d{1,2})(?:\\.\\s*|\\s+|-)(?<lm>${months})\\b\\.?(?:[,\\s-]+(?<ly>\\d{4})\\b)?`;
  const english = `(?<em>${months})\\s+(?<ed>\\d{1,2}),?\\s+(?<ey>\\d{4})\\b`;
  return new RegExp(`(?<![\\w./-])(?:${iso}|${numeric}|${long}|${english})`, 'giu');
}

function bodyPattern(vocabulary: AgendaVocabulary): RegExp {
  const endings = `(?:${oneOf(vocabulary.bodyEndings)})(?![\\p{L}])`;
  const joiner = `(?:,\\s+|(?:\\s?-)?\\s*(?:${oneOf(vocabulary.bodyJoiners)})\\s+|\\s?-,\\s+|-\\s+)`;
  const word = `(?!\\p{L}*?(?:${oneOf(vocabulary.bodyEndings)})(?![\\p{L}]))[\\p{Lu}\\p{L}][\\p{L}]*-?`;
  const before = vocabulary.bodyBefore.map(
    (phrase) => `[${phrase.charAt(0)}${phrase.charAt(0).toUpperCase()}]${phrase.slice(1)}`,
  );
  // "Udvalget for Social Omsorg", but not "Udvalget for Social Onsdag den 3. maj".
  const other = oneOf(
    [...vocabulary.weekdays, ...Object.values(vocabulary.kinds).flat(), ...vocabulary.meetingWords].map(capitalised),
  );
  const names = `\\p{Lu}[\\p{L}-]*(?: (?!(?:${other})(?![\\p{L}]))\\p{Lu}[\\p{L}-]*){0,2}`;
  const and = `,?\\s+(?:${oneOf(vocabulary.bodyJoiners)})\\s+`;
  // In small letters only several areas make a name: "Udvalget for kultur og fritid".
  const small = `(?:${oneOf(vocabulary.bodyBefore.map(capitalised))})\\s+\\p{Ll}{3,}-?(?:,\\s+\\p{Ll}{3,}-?){0,4}${and}\\p{Ll}{3,}`;
  const named = `(?:${before.join('|')})\\s+${names}(?:(?:,\\s+|${and})${names}){0,5}|${small}`;
  const upper = word.replace('[\\p{Lu}\\p{L}]', '\\p{Lu}');
  const capitals = vocabulary.bodyEndings.map(capitalised);
  const plain = `(?:${upper}${joiner}(?:(?:${upper}|\\p{Ll}{3,}-)${joiner}){0,4})?(?:\\p{Lu}\\p{L}*?${endings}|(?:${oneOf(capitals)})(?![\\p{L}])|\\p{Lu}\\p{L}+ (?:${oneOf(vocabulary.bodyNouns.map(capitalised))})(?![\\p{L}])|\\p{L}+-?(?:${oneOf(vocabulary.bodyEndings)})(?![\\p{L}]))`;
  const whole = vocabulary.wholeBodies.map(
    (phrase) =>
      `${phrase.replace(/(?<!\p{L})\p{L}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`).replace(/ /g, '\\s+')}(?:ets?)?(?![\\p{L}])`,
  );
  return new RegExp(`(?<![\\p{L}-])(?:${whole.join('|')}|${named}|${plain})`, 'gu');
}
