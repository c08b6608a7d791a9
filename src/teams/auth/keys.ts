import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';

/** A key of Bot Framework: it may sign for the channels that endorse it. */
export interface SigningKey {
  readonly key: KeyObject;
  readonly endorsements: readonly string[];
}

const metadata = z.object({ jwks_uri: z.url() });
const keySet = z.object({ keys: z.array(z.unknown()) });
const oneKey = z.object({
  kid: z.string(),
  kty: z.literal('RSA'),
  n: z.string(),
  e: z.string(),
  endorsements: z.array(z.string()).default([]),
});

const maxAgeMs = 24 * 3_600_000;
/** An unknown key is looked up again at most this often, so that forged key ids make no load and a rolled key is found at once. */
const againAfterMs = 10_000;
const timeOutMs = 5_000;

/** Finds a signing key by its id, at the address that the settings name. */
export function createKeyRing(metadataUrl: string, now: () => number): (kid: string) => Promise<SigningKey | null> {
  let keys: ReadonlyMap<string, SigningKey> = new Map();
  let fetchedAt = Number.NEGATIVE_INFINITY;
  let fetching: Promise<void> | null = null;

  async function refresh(): Promise<void> {
    fetchedAt = now();
    const { jwks_uri } = metadata.parse(await fetchJson(metadataUrl));
    const set = keySet.parse(await fetchJson(jwks_uri));
    keys = new Map(
      set.keys.flatMap((one) => {
        const read = oneKey.safeParse(one);
        if (!read.success) return [];
        const { kid, kty, n, e, endorsements } = read.data;
        return [[kid, { key: createPublicKey({ key: { kty, n, e }, format: 'jwk' }), endorsements }] as const];
      }),
    );
  }

  return async (kid) => {
    const age = now() - fetchedAt;
    if (age > maxAgeMs || (!keys.has(kid) && age > againAfterMs)) {
      fetching ??= refresh().finally(() => {
        fetching = null;
      });
      await fetching;
    }
    return keys.get(kid) ?? null;
  };
}

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(timeOutMs), redirect: 'error' });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}
