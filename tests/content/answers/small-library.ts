import { readFigureVocabulary } from '../../../src/content/words/read-figure-words.ts';
import { readLanguageWords } from '../../../src/content/words/read-language-words.ts';
import { buildLibrary, type Library } from '../../../src/domain/answer/library.ts';
import type { ImportedDocument } from '../../../src/domain/source/imported-document.ts';

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

Fripladser

Fripladser i svømmehallen koster 40.000 kr. i alt. Buskort koster 350 kr. om måneden.
`;

/** Two made-up municipalities whose documents say things about the same matters, read with the product's own words. */
export const smallLibrary: Library = buildLibrary({
  known: [],
  imported: [imported('Strandby', 2031, strandby), imported('Bakkeby', 2030, bakkeby)],
  figures: [],
  findings: [],
  labels: [],
  dates: [],
  words: readLanguageWords(),
  figureWords: readFigureVocabulary(),
  laws: new Map(),
});
