/** The tenant that the try-out plays. */
export const tryoutTenant = '5d1f6a2e-0000-4000-8000-00000000c0de';
export const botId = '28:rettesnor';
export const botName = 'Rettesnor';

/** Somebody of the try-out. `id` is how the bot knows them in Teams, `objectId` their Entra object id. */
export interface StandInPerson {
  readonly key: string;
  readonly name: string;
  readonly id: string;
  /** Null for the guest: Teams tells nothing to authorise by. */
  readonly objectId: string | null;
  readonly role: 'caseworker' | 'team-leader' | 'secretary' | 'professional-leader' | 'administrator' | null;
}

/** Everybody of the try-out, invented. Main gives each the role beside the object id. */
export const tryoutPeople: readonly StandInPerson[] = [
  person('caseworker-1', 'Berit Holm', 1, 'caseworker'),
  person('caseworker-2', 'Anders Juul', 2, 'caseworker'),
  person('team-leader', 'Karen Lind', 3, 'team-leader'),
  person('secretary', 'Lars Bech', 4, 'secretary'),
  person('professional-leader', 'Mette Krogh', 5, 'professional-leader'),
  person('administrator', 'Ole Friis', 6, 'administrator'),
  person('guest', 'Gitte Dam', null, null),
];

/** As many more caseworkers as a test of crowds needs: `crowd-1`, `crowd-2` and so on. */
export function crowdOf(count: number): readonly StandInPerson[] {
  return Array.from({ length: count }, (_none, index) =>
    person(`crowd-${index + 1}`, `Crowd ${index + 1}`, index + 100, 'caseworker'),
  );
}

function person(key: string, name: string, number: number | null, role: StandInPerson['role']): StandInPerson {
  const objectId = number === null ? null : `aad00000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  return { key, name, id: `29:1-${key}`, objectId, role };
}
