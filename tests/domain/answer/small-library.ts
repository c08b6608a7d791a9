import { buildLibrary, type Library } from '../../../src/domain/answer/library.ts';
import type { FigureVocabulary } from '../../../src/domain/budget/question/vocabulary.ts';
import type { LanguageWords } from '../../../src/domain/language/language-words.ts';
import type { ImportedDocument } from '../../../src/domain/source/imported-document.ts';

const words: LanguageWords = {
  stop: ['hvad', 'er', 'i', 'hvem', 'hvor', 'hvornår', 'hvorfor', 'for', 'og', 'den', 'det', 'om', 'skal', 'på', 'the'],
  synonyms: [
    ['fritagelse', 'exemption'],
    ['møde', 'samvær'],
  ],
  numbered: { item: ['punkt'], principle: ['princip'] },
  numbers: ['to'],
  wants: { person: ['hvem'], moment: ['hvornår'], count: ['hvor mange'], reason: ['hvorfor'], yesNo: ['skal', 'er'] },
  months: ['marts'],
  whoEndings: ['chefen'],
  reasons: ['fordi'],
};

const noFigures: FigureVocabulary = {
  ignored: [],
  intents: { sum: [], diff: [], share: [], change: [], most: [], least: [], compare: [] },
  units: { money: [], count: [], share: [], days: [], weeks: [], months: [], years: [], duration: [] },
  moneyNouns: [],
  unitPrices: [],
  saved: [],
  generic: [],
  roles: [],
  plainCosts: [],
  recipients: { words: [], column: '' },
  numberWords: [],
  amounts: [],
  additions: [],
  yesNo: [],
  otherQuestions: [],
  momentQuestions: [],
  synonyms: [],
  municipalities: [],
  binding: { numbered: [], per: [], rates: [], negations: [] },
  tables: {},
  wholes: { budget: [], shares: [], openers: [], ends: [] },
  lines: [],
  signs: { saving: [], overspend: [], underspend: [] },
  totals: [],
  followUp: { openers: [], references: [], yearBefore: [], yearAfter: [] },
  heads: [],
  changeColumns: { count: [], share: [] },
  than: [],
  falling: [],
  partColumns: {},
  country: [],
};

function imported(municipality: string, year: number, text: string): ImportedDocument {
  const id = `${municipality.toLowerCase()}-${year}`;
  const [title = ''] = text.split('\n');
  const document = { id, file: `${id}.txt`, municipality, title, year, body: null, datedOn: null, caseNumber: null };
  return { document: { ...document, standing: 'adopted' }, text, sha256: '', guessed: [] };
}

const strandby = `Principper for ledige i Strandby

1. Jobcoach

Jobchefen kan bevilge en overgangscoach til unge, fordi de skal videre i uddannelse.

2. Fritagelse

Borgere kan få fritagelse for aktivering efter en samlet vurdering.

Punkt 12 Samarbejde

Udvalget holder møde med virksomhederne den 4. marts 2031. Mødet holdes på havnen.
`;

const bakkeby = `Strategi for ledige i Bakkeby

Fritagelse

Teamlederen afgør fritagelse for unge under 25 år.

Coach

En coach følger den unge de første uger.
`;

/** Two made-up municipalities whose documents say things about the same matters. */
export const smallLibrary: Library = buildLibrary({
  known: [],
  imported: [imported('Strandby', 2031, strandby), imported('Bakkeby', 2030, bakkeby)],
  figures: [],
  findings: [],
  labels: [],
  dates: [],
  words,
  figureWords: noFigures,
});
