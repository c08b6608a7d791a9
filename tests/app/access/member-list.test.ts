import { expect, test } from 'vitest';
import { directoryOf, personIn } from '../../../src/app/access/member-list.ts';

const berit = { tenantId: 'tenant-1', objectId: 'AAD-1', name: 'Berit Holm', roles: ['caseworker'] as const, team: 'A' };
const directory = directoryOf([berit]);

test('a role is given by tenant and Entra object id together', () => {
  expect(personIn(directory, 'tenant-1', 'aad-1', 'x')).toEqual({
    tenantId: 'tenant-1',
    objectId: 'aad-1',
    name: 'Berit Holm',
    roles: ['caseworker'],
  });
  expect(personIn(directory, 'tenant-2', 'aad-1', 'Berit Holm').roles).toEqual([]);
});

test('whoever is not named, and every guest, has no role', () => {
  expect(personIn(directory, 'tenant-1', 'aad-9', 'Anders').roles).toEqual([]);
  expect(personIn(directory, 'tenant-1', null, 'Gitte').roles).toEqual([]);
});

test('the members of a tenant are its own', () => {
  expect([directory.members('tenant-1'), directory.members('tenant-2')]).toEqual([[berit], []]);
});
