import { type Doubt, type FigureDecision, type FigureProposal, missingOf } from '../../domain/budget/proposal/proposal.ts';
import type { ImportedDocument } from '../../domain/source/imported-document.ts';
import type { SourceDocument } from '../../domain/source/source.ts';
import type { Person } from '../access/person.ts';
import type { AuditTrail } from '../audit.ts';
import type { Asking } from '../deadlines/change-deadline.ts';
import type { FigureDecisionStore } from './ports.ts';

/** What the approval of figures is given. */
export interface ApprovalDesk {
  readonly documents: { readonly all: (tenantId: string) => Promise<readonly ImportedDocument[]> };
  readonly decisions: FigureDecisionStore;
  /** The numbers of a document; none of one whose figures the product carries. */
  readonly propose: (document: ImportedDocument) => readonly FigureProposal[];
  readonly audit: AuditTrail;
  /** Whose documents a person's tenant reads. */
  readonly ownerOf: (tenantId: string) => string;
  /** What was approved is answered with from now on. */
  readonly onChanged: (tenantId: string) => void;
}

/** A document's numbers with what was decided on each. */
export interface DocumentProposals {
  readonly document: SourceDocument;
  readonly proposals: readonly DecidedProposal[];
}

/** A number and what a person said of it; null while nobody has. */
export interface DecidedProposal {
  readonly proposal: FigureProposal;
  readonly decision: FigureDecision | null;
}

export type ApprovalStep =
  | { readonly kind: 'shown'; readonly documents: readonly DocumentProposals[] }
  /** What must be given before the number can be approved. */
  | { readonly kind: 'missing'; readonly doubts: readonly Doubt[] }
  | { readonly kind: 'not-found' | 'not-allowed' };

const mayApprove = ['secretary', 'administrator'] as const;

/** The numbers of the tenant's own documents. */
export async function showProposals(desk: ApprovalDesk, { person }: Pick<Asking, 'person'>): Promise<ApprovalStep> {
  return isApprover(person) ? shown(desk, person) : refused(desk, person);
}

/** Approves or rejects a number, with what was corrected. */
export async function decideFigure(desk: ApprovalDesk, asking: Asking, decision: FigureDecision): Promise<ApprovalStep> {
  const { person } = asking;
  if (!isApprover(person)) return refused(desk, person);
  const found = await proposalsOf(desk, person.tenantId);
  const proposal = found
    .flatMap(({ proposals }) => proposals)
    .find((one) => one.proposal.documentId === decision.documentId && one.proposal.key === decision.key)?.proposal;
  if (proposal === undefined) return { kind: 'not-found' };
  const missing = decision.decision === 'approved' ? missingOf(proposal, decision) : [];
  if (missing.length > 0) return { kind: 'missing', doubts: missing };
  return keep(desk, asking, [decision], decision.documentId);
}

/** Approves the numbers of a document that nobody has decided on and that nothing speaks against. */
export async function approveSound(desk: ApprovalDesk, asking: Asking, documentId: string): Promise<ApprovalStep> {
  const { person } = asking;
  if (!isApprover(person)) return refused(desk, person);
  const own = (await proposalsOf(desk, person.tenantId)).find(({ document }) => document.id === documentId);
  if (own === undefined) return { kind: 'not-found' };
  const sound = own.proposals.filter(({ proposal, decision }) => decision === null && proposal.doubts.length === 0);
  const decisions = sound.map(({ proposal: { key } }) => ({
    ...{ key, documentId, decision: 'approved' as const, label: null, period: null, unit: null },
  }));
  return decisions.length === 0 ? shown(desk, person) : keep(desk, asking, decisions, documentId);
}

async function keep(
  desk: ApprovalDesk,
  { person, activityId }: Asking,
  decisions: readonly FigureDecision[],
  documentId: string,
): Promise<ApprovalStep> {
  const audit = auditLine(person, 'figures-decided', documentId, { count: decisions.length });
  await desk.decisions.save(desk.ownerOf(person.tenantId), decisions, { activityId, audit });
  desk.onChanged(person.tenantId);
  return shown(desk, person);
}

async function shown(desk: ApprovalDesk, { tenantId }: Person): Promise<ApprovalStep> {
  return { kind: 'shown', documents: await proposalsOf(desk, tenantId) };
}

async function proposalsOf(desk: ApprovalDesk, tenantId: string): Promise<readonly DocumentProposals[]> {
  const owner = desk.ownerOf(tenantId);
  const [documents, decisions] = await Promise.all([desk.documents.all(owner), desk.decisions.all(owner)]);
  const byKey = new Map(decisions.map((decision) => [`${decision.documentId}|${decision.key}`, decision]));
  return documents.flatMap((imported) => {
    const proposals = desk.propose(imported).map((proposal) => ({
      proposal,
      decision: byKey.get(`${proposal.documentId}|${proposal.key}`) ?? null,
    }));
    return proposals.length === 0 ? [] : [{ document: imported.document, proposals }];
  });
}

function isApprover({ objectId, roles }: Person): boolean {
  return objectId !== null && mayApprove.some((role) => roles.includes(role));
}

function refused(desk: ApprovalDesk, person: Person): ApprovalStep {
  desk.audit.note(auditLine(person, 'access-refused', 'figures'));
  return { kind: 'not-allowed' };
}

function auditLine(
  { tenantId, objectId }: Person,
  action: string,
  subject: string,
  details: Readonly<Record<string, number>> = {},
) {
  return { tenantId, actor: objectId ?? 'anonymous', action, subject: `figures:${subject}`, details };
}
