import type { Person } from '../../app/access/person.ts';
import { type RunState, stateOf } from '../../app/checklists/show-run.ts';
import { runsCard } from '../../cards/checklists/list-sheets.ts';
import { closedCard } from '../../cards/checklists/result-card.ts';
import type { Card, Outgoing } from '../turn/reply.ts';
import type { Turn } from '../turn/request.ts';
import { type ChecklistContext, viewOf } from './context.ts';

/**
 * Whom a decision reaches besides who made it: what is sent on, the professional leaders; what was decided in a meeting or by somebody
 * else, the person whose case it is, with the journal's text and the deadlines.
 */
export async function toldOf(context: ChecklistContext, turn: Turn, state: RunState): Promise<readonly Outgoing[]> {
  const { run, ruleSet } = state;
  const { directory } = context.desk;
  const { tenantId } = turn.person;
  const decision = run.decisions.at(-1);
  const view = { ...(await viewOf(context, turn)), hasNext: false };
  if (decision?.kind === 'sent') {
    const title = view.texts('checklists.sent-to-you');
    const lead = view.texts('checklists.is-sent', { name: decision.byName, words: decision.words ?? '' }).trim();
    const card = runsCard({ title, lead }, [{ run, name: ruleSet.title }], view);
    const leaders = directory.members(tenantId).filter(({ roles }) => roles.includes('professional-leader'));
    return leaders.filter(({ objectId }) => objectId !== decision.by).map(({ objectId }) => privately(objectId, card, title));
  }
  const owner = directory.member(tenantId, run.owner);
  if (run.state !== 'decided' || owner === null || (turn.place.kind === 'personal' && owner.objectId === turn.person.objectId))
    return [];
  const person: Person = { tenantId, objectId: owner.objectId, name: owner.name, roles: owner.roles };
  const seen = await stateOf(context.desk, { person }, run);
  return seen === null || !seen.mayDecide
    ? []
    : [privately(owner.objectId, closedCard(seen, view, true), view.texts('checklists.over-decided'))];
}

function privately(objectId: string, card: Card, summary: string): Outgoing {
  return { kind: 'post', to: { kind: 'person', objectId }, content: { card, summary } };
}
