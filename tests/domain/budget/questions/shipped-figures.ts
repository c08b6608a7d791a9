import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { answerFigure } from '../../../../src/domain/budget/answer-figure.ts';
import type { FigureAnswer } from '../../../../src/domain/budget/computation.ts';
import type { Figure } from '../../../../src/domain/budget/figure.ts';
import { figureIndexOf } from '../../../../src/domain/budget/question/figure-index.ts';
import type { FigureVocabulary } from '../../../../src/domain/budget/question/vocabulary.ts';

interface WrittenFigure
  extends Omit<Figure, 'minor' | 'documentFile' | 'municipality' | 'isApproximate' | 'isDoubtful' | 'span'> {
  readonly document: string;
  readonly minor: number;
  readonly approximate?: boolean;
  readonly doubtful?: boolean;
  readonly start: number;
  readonly end: number;
}

/** The product's own figures, as their files write them. */
export const figures: readonly Figure[] = readdirSync('content/figures')
  .filter((name) => name !== 'findings.json')
  .flatMap((name) => {
    const { municipality, figures: list } = JSON.parse(readFileSync(join('content/figures', name), 'utf8'));
    return (list as readonly WrittenFigure[]).map(({ document, minor, approximate, doubtful, start, end, ...rest }) => ({
      ...rest,
      municipality: String(municipality),
      documentFile: document,
      minor: BigInt(minor),
      remark: rest.remark ?? null,
      isApproximate: approximate ?? false,
      isDoubtful: doubtful ?? false,
      span: { start, end },
    }));
  });

const written = parse(readFileSync('content/vocabulary/figures.yaml', 'utf8'));
const running = (text: string) => text.split(/\s+/).filter((word) => word !== '');
export const vocabulary: FigureVocabulary = {
  ...written,
  ignored: running(written.ignored),
  municipalities: running(written.municipalities),
};
export const index = figureIndexOf(figures, vocabulary);

/** Asks the shipped figures, with what was asked before. */
export function ask(question: string, ...context: readonly string[]): FigureAnswer {
  return answerFigure({ question, context, index, findings: [] });
}

/** Whether an answer's number is the one expected, whichever way its sign points. */
export function isRight(answer: FigureAnswer, expected: number): boolean | null {
  if (answer.kind !== 'value') return null;
  const away = Math.abs(Math.abs(Number(answer.value.amount)) - Math.abs(expected));
  return away <= Math.max(0.005 * Math.abs(expected), answer.value.unit === 'pct' ? 0.06 : 0);
}
