import { createCipheriv, createDecipheriv, createHash, randomBytes, randomFillSync } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StoreError } from '../errors.ts';

/** Encrypts what may say something about a person before it is stored. `place` (tenant, table, id) binds the text to its row. */
export interface Sealer {
  /** Names the key without telling it: an export says which key its texts need. */
  readonly keyId: string;
  readonly seal: (text: string, place: string) => string;
  readonly open: (sealed: string, place: string) => string;
}

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;
const hexKey = /^[0-9a-f]{64}$/i;

/** AES-256-GCM with a key of 64 hexadecimal digits. */
export function createSealer(keyText: string): Sealer {
  if (!hexKey.test(keyText)) throw new StoreError('sealed-with-another-key', 'The encryption key needs 64 hexadecimal digits.');
  const key = Buffer.from(keyText, 'hex');
  const keyId = createHash('sha256').update(key).digest('hex').slice(0, 8);
  return {
    keyId,
    seal: (text, place) => {
      const iv = freshIv();
      const cipher = createCipheriv(algorithm, key, iv).setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `${keyId}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    open: (sealed, place) => {
      const [id, body = ''] = sealed.split('.');
      if (id !== keyId)
        throw new StoreError('sealed-with-another-key', `A text was sealed with the key ${id}, and ENCRYPTION_KEY is ${keyId}.`);
      return openBody(key, Buffer.from(body, 'base64url'), place);
    },
  };
}

/** As many initialisation vectors as one draw of randomness gives: a draw costs as much as a seal, however small it is. */
const ivs = Buffer.alloc(ivBytes * 256);
let drawn = ivs.length;

/** One that was never given out before. */
function freshIv(): Buffer {
  if (drawn === ivs.length) {
    randomFillSync(ivs);
    drawn = 0;
  }
  drawn += ivBytes;
  return Buffer.from(ivs.subarray(drawn - ivBytes, drawn));
}

function openBody(key: Buffer, bytes: Buffer, place: string): string {
  try {
    const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8');
  } catch (cause) {
    throw new StoreError('sealed-text-damaged', 'A sealed text was changed, or moved to another row.', { cause });
  }
}

/** The key from the settings; else the one in the data folder, made at the first start and readable by its owner only. */
export function readOrMakeKey(dataFolder: string, setting: string | undefined): string {
  if (setting !== undefined) return setting;
  mkdirSync(dataFolder, { recursive: true });
  const path = join(dataFolder, 'encryption-key');
  try {
    writeFileSync(path, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600, flush: true });
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
  }
  chmodSync(path, 0o600);
  return readFileSync(path, 'utf8').trim();
}
