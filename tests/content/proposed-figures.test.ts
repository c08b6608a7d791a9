import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readLibraryContent } from '../../src/content/read-library-content.ts';
import { readProposalWords } from '../../src/content/words/read-proposal-words.ts';
import type { Figure } from '../../src/domain/budget/figure.ts';
import type { FigureProposal } from '../../src/domain/budget/proposal/proposal.ts';
import { proposeFigures } from '../../src/domain/budget/proposal/propose-figures.ts';

const sources = '../shared/sources';
const { documents, figures } = readLibraryContent();
const { vocabulary } = readProposalWords();
const sizeOf = ({ minor, scale }: Pick<Figure, 'minor' | 'scale'>) => Math.abs(Number(minor)) / 10 ** scale;

/** The same number on the same line; one without a unit may be meant in thousands. */
function isSame({ figure, doubts }: FigureProposal, shipped: Figure): boolean {
  const [own, theirs] = [figure.span, shipped.span];
  if (own === null || theirs === null || own.start >= theirs.end || own.end <= theirs.start) return false;
  return sizeOf(figure) === sizeOf(shipped) || (doubts.includes('no-unit') && sizeOf(figure) * 1000 === sizeOf(shipped));
}

test.skipIf(!existsSync(sources))(
  'of the amounts, counts and percentages that the product carries, nine in ten are proposed from the documents (skipped where ../shared/sources is missing)',
  () => {
    const wanted = figures.filter(({ unit, span }) => ['DKK', 'count', 'pct'].includes(unit) && span !== null);
    const found = documents.flatMap(({ document }) => {
      const text = readFileSync(join(sources, document.file), 'utf8');
      const proposals = proposeFigures({ document, text, sha256: '', guessed: [] }, vocabulary);
      const own = wanted.filter(({ documentFile }) => documentFile === document.file);
      return own.filter((shipped) => proposals.some((proposal) => isSame(proposal, shipped)));
    });
    expect(found.length / wanted.length).toBeGreaterThanOrEqual(0.9);
  },
);
