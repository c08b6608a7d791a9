import { createHmac, timingSafeEqual } from 'node:crypto';
import { expect, test } from 'vitest';
import { linkToken, readLinkToken, type Signer } from '../../../src/app/deadlines/feed-links.ts';
import { plainDate } from '../../../src/domain/calendar/plain-date.ts';

const signerWith = (key: string): Signer => {
  const sign = (text: string) => createHmac('sha256', key).update(text).digest('base64url');
  return {
    sign,
    isSigned: (text, signature) =>
      signature.length === sign(text).length && timingSafeEqual(Buffer.from(signature), Buffer.from(sign(text))),
  };
};
const signer = signerWith('key');
const link = { tenantId: 'tenant-1', objectId: 'berit:x', expiresOn: plainDate('2027-02-23'), revision: 2 };
const token = linkToken(link, signer);
const read = (text: string, today = '2026-11-23', revision = 2) =>
  readLinkToken(text, signer, plainDate(today), async () => revision);

test('a link of ours is read back whole', () => expect(read(token)).resolves.toEqual(link));
test('a link works on its last day and not after it', async () => {
  await expect(read(token, '2027-02-23')).resolves.toEqual(link);
  await expect(read(token, '2027-02-24')).resolves.toBe('expired');
});
test('a revoked link shows nothing', () => expect(read(token, '2026-11-23', 3)).resolves.toBe('revoked'));
test('a link with another person, another day or another key is forged', async () => {
  await expect(read(token.replace('berit', 'ali'))).resolves.toBe('forged');
  await expect(read(token.replace('2027', '2099'))).resolves.toBe('forged');
  await expect(read(linkToken(link, signerWith('other')))).resolves.toBe('forged');
  for (const text of ['', ':', '%', 'a:b:c:d', `${token}:x`]) await expect(read(text)).resolves.toBe('forged');
});
