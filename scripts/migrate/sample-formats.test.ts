import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { formOfFile, SCHEMA_VERSION } from '../../src/records/index.ts';
import { TOOL } from '../store/cache-folder.ts';

const CONTENT = path.join(TOOL, 'content');
const FILES = readdirSync(CONTENT, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(CONTENT, path.join(entry.parentPath, entry.name)));

/** Files of a ledger that are no records: raw evidence, pictures beside a note, the chain's list, git's settings. */
const NO_RECORD = [
  /\/evidence\/[0-9a-f]{64}\.\w+$/,
  /^notes\/[^/]+\/[^/]+\/[^/]+\.(?:png|jpg|svg|webp)$/,
  /^ledger\/seals\.txt$/,
  /^ledger\/\.gitattributes$/,
];

describe('the sample ledger', () => {
  test('has no file that is neither a record nor known to be none', () => {
    const unknown = FILES.filter(
      (file) => formOfFile(file) === null && !NO_RECORD.some((one) => one.test(file)),
    );
    expect(unknown).toEqual([]);
  });

  test('says its format in every record, before anything else', () => {
    const records = FILES.filter((file) => formOfFile(file) !== null);
    expect(records.length).toBeGreaterThan(800);
    const first = new RegExp(
      `^(?:---\\nschema: ${SCHEMA_VERSION}\\n|\\{\\n {2}"schema": ${SCHEMA_VERSION},\\n)`,
    );
    expect(records.filter((file) => !first.test(readFileSync(path.join(CONTENT, file), 'utf8')))).toEqual([]);
  });
});
