import { teamOf } from '../../app/access/directory.ts';
import type { AwaitedAnswers } from '../../app/agendas/awaited-answers.ts';
import type { AuditTrail } from '../../app/audit.ts';
import type { Clock } from '../../app/clock.ts';
import type { ConversationStore } from '../../app/conversations.ts';
import type { Asking } from '../../app/deadlines/change-deadline.ts';
import type { MovingDesk } from '../../app/deadlines/move-deadline.ts';
import type { DeadlineView } from '../../cards/deadlines/deadline-words.ts';
import type { BoardRow } from '../../domain/deadline/board.ts';
import type { DeadlineWords } from '../../domain/deadline/own/deadline-words.ts';
import type { TextsByLanguage } from '../../domain/language/texts.ts';
import type { Turn } from '../turn/request.ts';

/** What the deadlines in Teams are wired with. */
export interface DeadlineContext {
  readonly desk: MovingDesk;
  readonly texts: TextsByLanguage;
  readonly clock: Clock;
  readonly audit: AuditTrail;
  readonly words: DeadlineWords;
  readonly commandWords: readonly string[];
  readonly makeId: () => string;
  /** How Teams names a person to this bot; null where that is not known. */
  readonly channelIdOf: (tenantId: string, objectId: string) => Promise<string | null>;
  readonly caseLink: (caseReference: string) => string | null;
  /** Whose answers the deadlines of consultations wait for. */
  readonly awaitedIn?: (tenantId: string, deadlineIds: readonly string[]) => Promise<ReadonlyMap<string, AwaitedAnswers>>;
}

/** Who asks, from a turn. */
export function askingOf({ person, today, activityId }: Turn): Asking {
  return { person, today, activityId };
}

/** What the presenters need, for a turn's person. */
export function viewOf(
  { desk, texts, clock, caseLink }: DeadlineContext,
  turn: Pick<Turn, 'person' | 'language' | 'today'>,
): DeadlineView {
  return {
    texts: texts[turn.language],
    language: turn.language,
    viewer: turn.person.objectId,
    escalateAfter: desk.settings.escalateAfterWorkingDays,
    nameOf: (objectId) => desk.directory.member(turn.person.tenantId, objectId)?.name ?? objectId.slice(0, 8),
    caseLink,
    people: teamBy(desk, turn.person),
    today: turn.today,
    at: clock.now(),
  };
}

function teamBy({ directory }: MovingDesk, { tenantId, objectId }: Turn['person']): DeadlineView['people'] {
  const member = objectId === null ? null : directory.member(tenantId, objectId);
  const team = member === null ? [] : teamOf(directory, member);
  const inDanish = new Intl.Collator('da');
  return team.map(({ objectId: id, name }) => ({ objectId: id, name })).sort((a, b) => inDanish.compare(a.name, b.name));
}

/** A reminder may have been sent twice, or lie there for days: whoever looks at a copy sees how things stand now. */
export async function refreshIds(
  { channelIdOf }: Pick<DeadlineContext, 'channelIdOf'>,
  tenantId: string,
  objectId: string | null,
): Promise<readonly string[]> {
  const id = objectId === null ? null : await channelIdOf(tenantId, objectId);
  return id === null ? [] : [id];
}

/** How Teams names a person to this bot, from the personal chat. */
export function channelIdIn({ personalChatOf }: Pick<ConversationStore, 'personalChatOf'>): DeadlineContext['channelIdOf'] {
  return async (tenantId, objectId) => (await personalChatOf(tenantId, objectId))?.channelUserId ?? null;
}

/** Whose answers the shown deadlines wait for. */
export async function awaitedBy(
  { awaitedIn }: Pick<DeadlineContext, 'awaitedIn'>,
  tenantId: string,
  rows: readonly BoardRow[],
): Promise<ReadonlyMap<string, AwaitedAnswers>> {
  const ids = rows.filter(({ deadline }) => deadline.kind === 'agenda').map(({ deadline }) => deadline.id);
  return ids.length === 0 || awaitedIn === undefined ? new Map() : awaitedIn(tenantId, ids);
}
