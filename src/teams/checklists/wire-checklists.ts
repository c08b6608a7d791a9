import type { ConversationStore } from '../../app/conversations.ts';
import type { Gateway } from '../sending/gateway.ts';
import type { Feature } from '../turn/feature.ts';
import { checklistsFeature } from './checklists-feature.ts';
import type { ChecklistContext } from './context.ts';
import { createNewestCards } from './newest-cards.ts';

/** What main hands over. */
export interface ChecklistWiring {
  readonly context: Omit<ChecklistContext, 'peopleIn' | 'isNewest'>;
  readonly gateway: Pick<Gateway, 'members'>;
  readonly conversations: Pick<ConversationStore, 'find'>;
}

const rememberMs = 300_000;

/** The checklists' feature. Who is in a conversation is asked of Teams once in five minutes. */
export function wireChecklists({ context, gateway, conversations }: ChecklistWiring): Feature {
  const known = new Map<string, { readonly at: number; readonly ids: readonly string[] }>();
  const peopleIn = async (tenantId: string, conversationId: string): Promise<readonly string[]> => {
    const base = conversationId.replace(/;messageid=.*$/, '');
    const last = known.get(base);
    if (last !== undefined && Date.now() - last.at < rememberMs) return last.ids;
    const place = (await conversations.find(tenantId, conversationId)) ?? (await conversations.find(tenantId, base));
    if (place === null) return [];
    const members = await gateway.members({ serviceUrl: place.serviceUrl, conversationId: base });
    const ids = members.map(({ id }) => id);
    known.set(base, { at: Date.now(), ids });
    return ids;
  };
  return checklistsFeature({ ...context, peopleIn, isNewest: createNewestCards() });
}
