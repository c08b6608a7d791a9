import { type StandInPerson, tryoutPeople } from './people.ts';

export type PlaceKind = 'personal' | 'channel' | 'groupChat' | 'meeting';

/** A conversation of the try-out. A meeting's chat is a group chat that belongs to a meeting. */
export interface StandInPlace {
  readonly kind: PlaceKind;
  readonly id: string;
  readonly members: readonly StandInPerson[];
  readonly teamId: string | null;
  readonly meetingId: string | null;
}

export const channelId = '19:channel-rettesnor@thread.tacv2';
export const teamId = '19:team-rettesnor@thread.tacv2';
const groupChatId = '19:group-rettesnor@thread.v2';
const meetingChatId = '19:meeting_rettesnor@thread.v2';
const meetingId = 'MCMxOTptZWV0aW5nX3JldHRlc25vckB0aHJlYWQudjIjMA==';

/** The places that exist from the start: a personal chat each, a channel, a group chat and a meeting. */
export function placesOf(people: readonly StandInPerson[] = tryoutPeople): readonly StandInPlace[] {
  const shared = { members: people, teamId: null, meetingId: null };
  return [
    ...people.map((person) => personalPlace(person)),
    { ...shared, kind: 'channel', id: channelId, teamId },
    { ...shared, kind: 'groupChat', id: groupChatId },
    { ...shared, kind: 'meeting', id: meetingChatId, meetingId },
  ];
}

function personalPlace(person: StandInPerson): StandInPlace {
  return { kind: 'personal', id: personalId(person), members: [person], teamId: null, meetingId: null };
}

export function personalId(person: StandInPerson): string {
  return `a:1-personal-${person.key}`;
}
