import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Signer } from '../../app/deadlines/feed-links.ts';

/** Signs links with a key of their own, drawn from the server's key. */
export function createSigner(serverKey: string): Signer {
  const key = createHmac('sha256', Buffer.from(serverKey, 'hex')).update('links').digest();
  const sign = (text: string) => createHmac('sha256', key).update(text).digest('base64url');
  return {
    sign,
    isSigned: (text, signature) => {
      const [expected, given] = [Buffer.from(sign(text)), Buffer.from(signature)];
      return expected.length === given.length && timingSafeEqual(expected, given);
    },
  };
}
