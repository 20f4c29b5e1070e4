import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A throw-away file of `test-files/`. */
export const testFile = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'test-files', name));

export const testText = (name: string): string => testFile(name).toString('utf8');

/** A certificate and its key, one after the other. */
export const testPem = (name: string): string => testText(`${name}.crt`) + testText(`${name}.key`);

const leafKey = createPrivateKey(testText('leaf.key'));

/** The leaf's key the way other programs write it. */
export const leafKeys = {
  pkcs1: leafKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
  encryptedPkcs8: leafKey
    .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' })
    .toString(),
  encryptedPkcs1: leafKey
    .export({ type: 'pkcs1', format: 'pem', cipher: 'aes-128-cbc', passphrase: 'secret' })
    .toString(),
} as const;
