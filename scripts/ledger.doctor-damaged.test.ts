import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { checkLedger } from './doctor/testing/check-ledger.ts';
import { SOUND } from './doctor/testing/sound-ledger.ts';
import { writeTree } from './doctor/testing/tree.ts';
import { releasedFolder } from './migrate/released-versions.ts';
import { mutated } from './testing/fuzz/mutations.ts';
import { changedFiles, snapshot } from './testing/snapshot.ts';
import { useWorkspace } from './testing/workspace.ts';

const space = useWorkspace();
const SEED = 20_261_122;

/** A ledger with every kind of record, seals among them, beside the one of the other tests. */
beforeAll(() => {
  cpSync(path.join(releasedFolder('0.1.0'), 'content'), path.join(space.root, 'whole'), { recursive: true });
  writeTree(path.join(space.root, 'sound'), SOUND);
});

type Damage =
  | { kind: 'bytes'; at: number; bytes: Uint8Array }
  | { kind: 'gone' | 'folder' | 'link' | 'moved' | 'killed'; at: number };

const SAMPLES = Object.values(SOUND).filter((text) => typeof text === 'string');
const PLACE = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const DAMAGE: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({
    kind: fc.constant('bytes' as const),
    at: PLACE,
    bytes: mutated(SAMPLES.map((text) => Buffer.from(text))),
  }),
  fc.record({
    kind: fc.constantFrom(
      'gone' as const,
      'folder' as const,
      'link' as const,
      'moved' as const,
      'killed' as const,
    ),
    at: PLACE,
  }),
);

function damage(content: string, files: readonly string[], each: Damage, number: number): void {
  const name = files[Math.floor(each.at * files.length)] ?? '';
  const file = path.join(content, name);
  if (each.kind === 'bytes') mutateOrWrite(file, each.bytes);
  else if (each.kind === 'moved') renameSync(file, `${path.dirname(file)}/moved-${number}.md`);
  else if (each.kind === 'killed') kill(content, name);
  else rmSync(file, { recursive: true });
  if (each.kind === 'folder') mkdirSync(file);
  // A link back up would never end for whoever looks what was changed.
  if (each.kind === 'link') symlinkSync(path.join(space.root, 'sound'), file);
}

/** What a command left that was killed while it put a file in its place: whoever recovers it writes. */
function kill(content: string, name: string): void {
  writeTree(path.join(content, '.pending'), {
    owner: '999999999',
    'journal.json': '{"deletes":[]}',
    [`files/${name}`]: 'x',
  });
}

/** Every second time what is there is only cut, so that most of it is still as it was. */
function mutateOrWrite(file: string, bytes: Uint8Array): void {
  const own = readFileSync(file);
  writeFileSync(
    file,
    bytes.length % 2 === 0 ? bytes : own.subarray(0, own.length - (bytes.length % own.length)),
  );
}

test.each(['sound', 'whole'])(
  'no damage to a ledger that is %s makes it throw, hang or write',
  async (name) => {
    const files = [...snapshot(path.join(space.root, name)).keys()];
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(DAMAGE, {
          minLength: 1,
          maxLength: 4,
          selector: ({ at }) => Math.floor(at * files.length),
        }),
        async (damages) => {
          const content = path.join(mkdtempSync(path.join(space.root, 'damaged-')), 'content');
          cpSync(path.join(space.root, name), content, { recursive: true });
          for (const [number, each] of damages.entries()) damage(content, files, each, number);
          const before = snapshot(path.dirname(content));
          const findings = await checkLedger(content);
          for (const { says, mend } of findings)
            expect(says.length * JSON.stringify(mend).length).toBeGreaterThan(0);
          expect(changedFiles(before, snapshot(path.dirname(content)))).toEqual([]);
          rmSync(path.dirname(content), { recursive: true });
        },
      ),
      { seed: SEED, numRuns: name === 'sound' ? 80 : 25 },
    );
  },
);
