import { z } from 'zod';
import {
  type ApprovalDesk,
  type ApprovalStep,
  approveSound,
  type DecidedProposal,
  decideFigure,
  showProposals,
} from '../../app/figures/approve-figures.ts';
import {
  type CorrectionDraft,
  correctDialog,
  correctForm,
  type ProposalPage,
  proposalsCard,
  proposalVerbs,
} from '../../cards/figures/proposals-card.ts';
import { givenUnits } from '../../domain/budget/proposal/proposal.ts';
import type { TextsByLanguage } from '../../domain/language/texts.ts';
import { exactly } from '../turn/commands.ts';
import type { Feature } from '../turn/feature.ts';
import { type MessageContent, type Reply, replyFault, replyHere } from '../turn/reply.ts';
import type { CardActionRequest, DialogRequest, Turn } from '../turn/request.ts';

/** What the approval of figures in Teams is wired with. */
export interface ProposalsContext {
  readonly desk: ApprovalDesk;
  readonly texts: TextsByLanguage;
  readonly commands: readonly string[];
}

const place = z.object({ document: z.string().max(400), page: z.int().nonnegative().max(10_000).catch(0) });
const named = place.extend({ key: z.string().max(600) });
const decided = named.extend({ decision: z.enum(['approved', 'rejected']) });
const sent = z.object({
  send: z.literal(true),
  label: z.string().trim().max(400).catch(''),
  period: z.string().trim().max(40).catch(''),
  unit: z.string().max(20).catch('as-is'),
});

/** Figures that were read in imported documents: shown with their quotations, approved, corrected or rejected by a person. */
export function proposalsFeature(context: ProposalsContext): Feature {
  return {
    name: 'figure-proposals',
    commands: [
      exactly('figures/proposals', context.commands, async (request) =>
        replyHere(contentOf(context, request, await showProposals(context.desk, request), null)),
      ),
    ],
    cardActions: {
      [proposalVerbs.show]: (request) => press(context, request, place, () => showProposals(context.desk, request)),
      [proposalVerbs.sound]: (request) =>
        press(context, request, place, ({ document }) => approveSound(context.desk, request, document)),
      [proposalVerbs.decide]: (request) =>
        press(context, request, decided, ({ document: documentId, key, decision }) =>
          decideFigure(context.desk, request, { documentId, key, decision, label: null, period: null, unit: null }),
        ),
    },
    dialogs: { [correctDialog]: (request) => correct(context, request) },
  };
}

async function press<Read extends ProposalPage>(
  context: ProposalsContext,
  request: CardActionRequest,
  schema: z.ZodType<Read>,
  run: (read: Read) => Promise<ApprovalStep>,
): Promise<Reply> {
  const texts = context.texts[request.language];
  const read = schema.safeParse(request.data);
  if (!read.success) return replyFault('bad-request', texts('proposals.gone'));
  const content = contentOf(context, request, await run(read.data), read.data);
  if (content.card === undefined) return replyFault('forbidden', content.summary);
  const { messageId, place: at, via } = request;
  const update = messageId === null ? [] : [{ kind: 'update' as const, conversationId: at.conversationId, messageId, content }];
  return { answer: via === 'execute' ? { kind: 'card', card: content.card } : { kind: 'none' }, messages: update };
}

/** A number is named, dated and given its unit; a fault keeps what was typed. */
async function correct(context: ProposalsContext, request: DialogRequest): Promise<Reply> {
  const texts = context.texts[request.language];
  const read = named.safeParse(request.data);
  const step = await showProposals(context.desk, request);
  if (step.kind === 'not-allowed') return replyFault('forbidden', texts('proposals.not-allowed'));
  const found = read.success && step.kind === 'shown' ? numberIn(step, read.data) : undefined;
  if (!read.success || found === undefined) return replyFault('not-found', texts('proposals.gone'));
  const { page, key, document: documentId } = read.data;
  const form = (draft: CorrectionDraft, faults: readonly string[] = []): Reply => ({
    answer: {
      kind: 'dialog',
      title: texts('proposals.form-title'),
      card: correctForm(found, page, draft, texts, faults),
      size: 'medium',
    },
    messages: [],
  });
  const typed = sent.safeParse(request.data);
  const { proposal, decision } = found;
  if (!typed.success)
    return form({
      label: decision?.label ?? proposal.figure.label,
      period: decision?.period ?? proposal.figure.period ?? '',
      unit: decision?.unit ?? 'as-is',
    });
  const { label, period, unit } = typed.data;
  if (label === '') return form(typed.data, [texts('proposals.form-label-error')]);
  const done = await decideFigure(context.desk, request, {
    ...{ documentId, key, decision: 'approved' as const, label, period: period === '' ? null : period },
    unit: givenUnits.find((one) => one === unit) ?? null,
  });
  if (done.kind === 'missing')
    return form(
      typed.data,
      done.doubts.map((doubt) => texts(`proposals.doubt-${doubt}`)),
    );
  const content = contentOf(context, request, done, { document: documentId, page });
  if (content.card === undefined) return form(typed.data, [content.summary]);
  const { messageId, place: at } = request;
  const message =
    messageId === null
      ? ({ kind: 'post', to: { kind: 'here' }, content } as const)
      : ({ kind: 'update', conversationId: at.conversationId, messageId, content } as const);
  return { answer: { kind: 'dialog-closed' }, messages: [message] };
}

function numberIn(
  { documents }: Extract<ApprovalStep, { kind: 'shown' }>,
  { document: id, key }: { readonly document: string; readonly key: string },
): DecidedProposal | undefined {
  return documents.find(({ document }) => document.id === id)?.proposals.find(({ proposal }) => proposal.key === key);
}

function contentOf(
  { texts: all }: ProposalsContext,
  { language }: Turn,
  step: ApprovalStep,
  at: ProposalPage | null,
): MessageContent {
  const texts = all[language];
  switch (step.kind) {
    case 'shown':
      return { card: proposalsCard(step.documents, at, texts), summary: texts('proposals.summary') };
    case 'missing':
      return said(step.doubts.map((doubt) => texts(`proposals.doubt-${doubt}`)).join(' '));
    case 'not-found':
      return said(texts('proposals.gone'));
    case 'not-allowed':
      return said(texts('proposals.not-allowed'));
  }
}

function said(text: string): MessageContent {
  return { text, summary: text };
}
