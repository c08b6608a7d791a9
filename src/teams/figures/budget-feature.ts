import { z } from 'zod';
import type { Clock } from '../../app/clock.ts';
import type { Signer } from '../../app/deadlines/feed-links.ts';
import { enterSpending, keepReview, latestReview, type ReviewDesk, type ReviewStep } from '../../app/figures/review-budget.ts';
import {
  faultText,
  noReviewCard,
  reviewCard,
  reviewVerbs,
  typeReviewCard,
  typeReviewDialog,
} from '../../cards/figures/review-card.ts';
import {
  readSpending,
  type SpendingFault,
  type SpendingList,
  type SpendingRow,
  type SpendingWords,
} from '../../domain/budget/follow-up/read-spending.ts';
import type { TextsByLanguage } from '../../domain/language/texts.ts';
import { exactly } from '../turn/commands.ts';
import type { Feature } from '../turn/feature.ts';
import { type MessageContent, type Reply, replyFault, replyHere } from '../turn/reply.ts';
import type { AttachedFile, CardActionRequest, DialogRequest, MessageRequest, Turn } from '../turn/request.ts';
import { reviewLinks } from './review-links.ts';

/** What the budget follow-up in Teams is wired with. */
export interface BudgetContext {
  readonly desk: ReviewDesk;
  readonly texts: TextsByLanguage;
  readonly clock: Clock;
  readonly words: { readonly review: readonly string[]; readonly columns: SpendingWords };
  readonly fetchFile: (file: AttachedFile) => Promise<Uint8Array | null>;
  readonly readTable: (name: string, bytes: Uint8Array) => Promise<ReadTable>;
  readonly makeId: () => string;
  readonly signer: Signer;
  readonly publicUrl: string;
}

type ReadTable =
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly SpendingRow[] }
  | { readonly kind: 'unreadable' };

const lists = /\.(csv|xlsx)$/i;
const kept = z.object({
  id: z.string().min(1).max(100),
  year: z.coerce.number().int().min(2000).max(2100),
  month: z.coerce.number().int().min(1).max(12),
});
const typed = z.object({ lines: z.string().max(4_000) });

/** Budget follow-up: a list or typed lines of frames and spending, deviations with a forecast, and who must act. */
export function budgetFeature(context: BudgetContext): Feature {
  return {
    name: 'figures',
    commands: [
      exactly('figures/review', context.words.review, async (request) =>
        replyHere(contentOf(context, request, await latestReview(context.desk, request))),
      ),
    ],
    cardActions: { [reviewVerbs.keep]: (request) => keep(context, request) },
    dialogs: { [typeReviewDialog]: (request) => typeSpending(context, request) },
    readFile: (request) => readFile(context, request),
  };
}

/** A list with frames and spending, sent as a file in the personal chat; null where no file is one. */
async function readFile(context: BudgetContext, request: MessageRequest): Promise<Reply | null> {
  const file = request.files.find(({ name }) => lists.test(name));
  if (file === undefined || request.place.kind !== 'personal') return null;
  const bytes = await context.fetchFile(file);
  const table = bytes === null ? null : await context.readTable(file.name, bytes);
  if (table === null || table.kind === 'unreadable') return null;
  const read = readSpending(table.columns, table.rows, context.words.columns);
  return read === null ? null : replyHere(await entered(context, request, read));
}

async function entered(context: BudgetContext, request: Turn, { lines, faults }: SpendingList): Promise<MessageContent> {
  const texts = context.texts[request.language];
  if (lines.length === 0) return said(faults.map((fault) => faultText(fault, texts)).join('\n') || texts('figures.review-empty'));
  const asking = { ...request, at: context.clock.now() };
  return contentOf(context, request, await enterSpending(context.desk, asking, context.makeId(), lines), faults);
}

async function keep(context: BudgetContext, request: CardActionRequest): Promise<Reply> {
  const texts = context.texts[request.language];
  const read = kept.safeParse(request.data);
  if (!read.success) return replyFault('bad-request', texts('figures.review-month-error'));
  const { id, year, month } = read.data;
  const content = contentOf(context, request, await keepReview(context.desk, request, id, { year, throughMonth: month }));
  const { card, summary } = content;
  if (card === undefined) return replyFault('forbidden', summary);
  const { messageId, place } = request;
  const { conversationId } = place;
  const update = messageId === null ? [] : [{ kind: 'update' as const, conversationId, messageId, content }];
  return { answer: request.via === 'execute' ? { kind: 'card', card } : { kind: 'none' }, messages: update };
}

/** Lines of "enhed; ramme; forbrug", typed in a dialog; a fault keeps what was typed. */
async function typeSpending(context: BudgetContext, request: DialogRequest): Promise<Reply> {
  const texts = context.texts[request.language];
  const title = texts('figures.review-type-title');
  const dialog = (text: string, faults: readonly string[]): Reply => ({
    answer: { kind: 'dialog', title, card: typeReviewCard(text, faults, texts), size: 'medium' },
    messages: [],
  });
  const read = typed.safeParse(request.data);
  if (request.kind === 'dialog-open' || !read.success) return dialog('', []);
  const { lines, faults } = typedList(read.data.lines, context.words.columns);
  if (lines.length === 0 || faults.length > 0)
    return dialog(
      read.data.lines,
      faults.length === 0 ? [texts('figures.review-empty')] : faults.map((one) => faultText(one, texts)),
    );
  const content = await entered(context, request, { lines, faults });
  if (content.card === undefined) return dialog(read.data.lines, [content.summary]);
  return { answer: { kind: 'dialog-closed' }, messages: [{ kind: 'post', to: { kind: 'here' }, content }] };
}

function typedList(text: string, words: SpendingWords): SpendingList {
  const columns = ['unit', 'frame', 'spent'] as const;
  const rows = text.split(/\r?\n/u).flatMap((line, index) => {
    const cells = line.split(/[;\t]/u).map((cell) => cell.trim());
    return line.trim() === ''
      ? []
      : [{ line: index + 1, cells: Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? ''])) }];
  });
  const own: SpendingWords = { ...words, unit: ['unit'], frame: ['frame'], spent: ['spent'] };
  return readSpending(columns, rows, own) ?? { lines: [], faults: [] };
}

function contentOf(
  { texts: all, signer, publicUrl }: BudgetContext,
  { language, person, today }: Turn,
  step: ReviewStep,
  faults: readonly SpendingFault[] = [],
): MessageContent {
  const texts = all[language];
  switch (step.kind) {
    case 'shown': {
      const links = step.review.state === 'draft' ? null : reviewLinks(person.tenantId, step.review.id, today, signer, publicUrl);
      return { card: reviewCard(step.review, { texts, language, links, faults }), summary: texts('figures.review-summary') };
    }
    case 'none':
      return { card: noReviewCard(texts), summary: texts('figures.review-summary') };
    case 'personal-number':
      return said(texts('figures.review-personal-number'));
    case 'not-allowed':
      return said(texts('figures.review-not-allowed'));
  }
}

function said(text: string): MessageContent {
  return { text, summary: text };
}
