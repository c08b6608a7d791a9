import type { Role } from './person.ts';

/** Somebody whom the settings name. Whoever is not named has no role: deny by default. */
export interface Member {
  readonly tenantId: string;
  /** Entra object id. */
  readonly objectId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** The team that the person belongs to or leads; null where teams are not set up. */
  readonly team: string | null;
}

/** Who is who, from the settings. */
export interface Directory {
  readonly member: (tenantId: string, objectId: string) => Member | null;
  readonly members: (tenantId: string) => readonly Member[];
}

/** The people of a team leader's team, without the leader; nobody for anyone else. */
export function teamOf(directory: Directory, leader: Member): readonly Member[] {
  if (!leader.roles.includes('team-leader') || leader.team === null) return [];
  return directory.members(leader.tenantId).filter(({ team, objectId }) => team === leader.team && objectId !== leader.objectId);
}

/** The team leaders who are told of a person's overdue deadlines. */
export function leadersOf(directory: Directory, member: Member): readonly Member[] {
  if (member.team === null) return [];
  return directory
    .members(member.tenantId)
    .filter(({ team, roles, objectId }) => team === member.team && roles.includes('team-leader') && objectId !== member.objectId);
}

/** Whether a person may see and change another's deadlines: one's own, and the team's for its leader. */
export function mayTendDeadlinesOf(
  directory: Directory,
  who: { readonly tenantId: string; readonly objectId: string | null },
  owner: string,
): boolean {
  if (who.objectId === null) return false;
  if (who.objectId === owner) return true;
  const member = directory.member(who.tenantId, who.objectId);
  return member !== null && teamOf(directory, member).some(({ objectId }) => objectId === owner);
}
