import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { DigestSchema, Fault } from '../../../src/records/index.ts';
import { commitmentOf, SALT_BYTES } from '../../../src/seal/redaction.ts';

/**
 * What whoever redacts gets, in a file outside of the ledger: with it anybody can be shown that this value, and nothing
 * else, was taken out. Whoever destroys it leaves the value to copies of the ledger that are elsewhere.
 */
export const SecretSchema = z.strictObject({
  /** The redacted file, from the content folder on. */
  path: z.string().min(1),
  commitment: DigestSchema,
  /** 32 bytes, as hex digits. */
  salt: z.string().regex(new RegExp(`^[0-9a-f]{${SALT_BYTES * 2}}$`), 'expected 64 hex digits'),
  /** As its bytes stood in the file. */
  value: z.string().min(1),
});
export type Secret = z.infer<typeof SecretSchema>;

/** Throws a Fault for a place inside of the ledger, and for one that is taken. */
export function requireOutside(file: string, content: string): void {
  const folder = realPath(path.dirname(path.resolve(file)));
  const inside = path.relative(realPath(path.resolve(content)), folder);
  if (inside === '' || !(inside.startsWith('..') || path.isAbsolute(inside)))
    throw new Fault('the secret would lie inside of the ledger, where the value has to go', {
      place: { file },
      hint: 'Write --secret FILE with a place that is not handed on with the ledger.',
    });
  if (fs.existsSync(file)) throw new Fault('the file is there already', { place: { file } });
}

/** Writes a secret into a file that only its owner reads. */
export function writeSecret(file: string, secret: Secret): void {
  fs.writeFileSync(file, `${JSON.stringify(secret, null, 2)}\n`, { flag: 'wx', mode: 0o600 });
}

/** Reads a secret. Throws a Fault that never holds any of it. */
export function readSecret(file: string): Secret {
  const parsed = SecretSchema.safeParse(jsonOf(file));
  if (!parsed.success) throw new Fault('it is no secret of a redaction', { place: { file } });
  const { salt, value, commitment } = parsed.data;
  if (commitmentOf(Buffer.from(salt, 'hex'), value) === commitment) return parsed.data;
  throw new Fault('the value and the salt are not those of the commitment', {
    place: { file },
    hint: 'The file was changed, or is put together of two.',
  });
}

function jsonOf(file: string): unknown {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    throw new Fault(code === undefined ? 'it is no secret of a redaction' : `it cannot be read: ${code}`, {
      place: { file },
    });
  }
}

function realPath(folder: string): string {
  try {
    return fs.realpathSync(folder);
  } catch (cause) {
    throw new Fault('the folder is not there', { place: { file: folder }, cause });
  }
}
