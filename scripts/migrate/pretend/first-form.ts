import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { formOfFile, type RecordKind, type Seal } from '../../../src/records/index.ts';
import { rootOf } from '../../seal/make-seal.ts';
import { readSealList, SEAL_LIST, sealListText } from '../../seal/seal-list.ts';
import { sealedFile } from '../../seal/sealable-files.ts';
import { textDigest } from '../../store/sealed-files.ts';
import type { TestLedger } from '../../testing/test-ledger.ts';

/** Records as they would have been written before the pretended formats, by kind. */
const THEN: Partial<Record<RecordKind, readonly (readonly [now: RegExp, then: string])[]>> = {
  policy: [
    [/^timeZone:/m, 'zone:'],
    [/^ {4}tags:/m, '    tagPatterns:'],
  ],
  vote: [[/^decision:/m, 'call:']],
  opening: [[/^openedBy:/m, 'by:']],
  waiver: [[/^until:/m, 'term:\n  until:']],
  deployment: [[/^outcome:/m, 'result:']],
  release: [[/^branches:.*\n/m, '']],
  redaction: [[/^ {2}"because":/m, '  "reason":']],
  note: [
    [/^date: "(.{10})T(.{8})\+00:00"$/m, 'day: "$1"\nclock: "$2"'],
    [/^## Fixed$/m, '## Bugs'],
  ],
};

/** Puts a ledger back to the form before the pretended formats, and seals it anew: a ledger of an older version. */
export function putBack(ledger: TestLedger): void {
  const policies = new Map<string, string>();
  const changed = new Set<string>();
  for (const file of ledger.state().keys()) {
    const kind = formOfFile(file)?.kind;
    const before = readFileSync(ledger.file(file), 'utf8');
    const after = (kind === undefined ? [] : (THEN[kind] ?? [])).reduce(
      (text, [now, then]) => text.replace(now, then),
      before,
    );
    if (after === before) continue;
    writeFileSync(ledger.file(file), after);
    changed.add(file);
    if (kind === 'policy') policies.set(textDigest(before), textDigest(after));
  }
  nameNewPolicies(ledger, policies);
  sealAnew(ledger, changed);
}

/** As harvested under the policy of then; what is sealed names the policy that was kept with it. */
function nameNewPolicies(ledger: TestLedger, policies: ReadonlyMap<string, string>): void {
  for (const version of ['1.1.0'])
    ledger.edit(`ledger/${ledger.product}/releases/${version}/release.md`, (text) =>
      [...policies].reduce((edited, [from, to]) => edited.replace(from, to), text),
    );
}

function sealAnew(ledger: TestLedger, changed: ReadonlySet<string>): void {
  const chain: { path: string; digest: string }[] = [];
  for (const { path: file } of readSealList(ledger.content)) {
    const seal = JSON.parse(readFileSync(ledger.file(file), 'utf8')) as Seal;
    const files = seal.files.map((each) =>
      changed.has(each.path) ? sealedFile(each.path, readFileSync(ledger.file(each.path))) : each,
    );
    const noteFile = ledger.noteFile(seal.version ?? '');
    const anew = {
      ...seal,
      previous: chain.at(-1)?.digest ?? null,
      ...(seal.version !== undefined && { note: textDigest(readFileSync(noteFile)) }),
      files,
      root: rootOf(files),
    };
    const text = `${JSON.stringify(anew, null, 2)}\n`.replace(/^ {2}"sealedBy":/m, '  "by":');
    writeFileSync(ledger.file(file), text);
    chain.push({ path: file, digest: textDigest(text) });
  }
  writeFileSync(path.join(ledger.content, SEAL_LIST), sealListText(chain));
}
