import type { Directory, Member } from './directory.ts';
import type { Person } from './person.ts';

/** The directory of a list of members. */
export function directoryOf(list: readonly Member[]): Directory {
  const byId = new Map(list.map((member) => [keyOf(member.tenantId, member.objectId), member]));
  return {
    member: (tenantId, objectId) => byId.get(keyOf(tenantId, objectId)) ?? null,
    members: (tenantId) => list.filter((member) => member.tenantId === tenantId),
  };
}

/** Somebody who writes, with the roles that the settings give: by tenant and Entra object id together, and none by default. */
export function personIn(directory: Directory, tenantId: string, objectId: string | null, name: string): Person {
  const member = objectId === null ? null : directory.member(tenantId, objectId);
  return { tenantId, objectId, name: member?.name ?? name, roles: member?.roles ?? [] };
}

function keyOf(tenantId: string, objectId: string): string {
  return JSON.stringify([tenantId.toLowerCase(), objectId.toLowerCase()]);
}
