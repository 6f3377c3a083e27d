import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { Fault } from '../src/records/index.ts';
import { SEAL_LIST } from './seal/seal-list.ts';
import { seenSeals } from './seal/verify/check-chain.ts';
import { checkKept } from './seal/verify/check-kept.ts';
import {
  copyOf,
  forgeChain,
  keptCheckpoint,
  keyFiles,
  sealedPaths,
  sealedSample,
  sealsOf,
  tryVerify,
  type Verified,
  verified,
} from './testing/sealed.ts';
import type { TestLedger } from './testing/test-ledger.ts';
import { useWorkspace } from './testing/workspace.ts';
import { git } from './world/index.ts';

const space = useWorkspace();
const CORE = 'ledger/core/releases';
const FIRST = `${CORE}/1.0.0/seal.json`;
const NEWEST = `${CORE}/1.0.0/seal-2.json`;
const VOTE = `${CORE}/1.0.0/votes/sre-cyra-osei.md`;
const RECORD = `${CORE}/1.1.0/release.md`;
let sample: TestLedger;
let kept: { checkpoint: string; publicKey: string };
let count = 0;

beforeAll(async () => {
  sample = await sealedSample(space, 'sample');
  kept = await keptCheckpoint(sample, await keyFiles(sample));
});

/** The sample at a place of its own, after an attack. */
async function attacked(attack: (ledger: TestLedger) => unknown): Promise<TestLedger> {
  count += 1;
  const ledger = copyOf(sample, path.join(space.root, `attacked-${count}`));
  await attack(ledger);
  return ledger;
}

/** Where the list and a seal differ, either may be the one that was changed. */
function isNamed(file: string, alarms: readonly string[]): boolean {
  return alarms.some(
    (alarm) => alarm.startsWith(`${file}: `) || (file === SEAL_LIST && alarm.includes(file)),
  );
}

/** Every alarm begins with a file; here with the one that is expected. */
function alarmAt({ code, alarms }: Verified, file: string, text: RegExp): void {
  expect(code).toBe(1);
  const told = alarms
    .filter((alarm) => alarm.startsWith(`${file}: `))
    .map((alarm) => alarm.slice(file.length + 2));
  expect(told, alarms.join('\n')).toContainEqual(expect.stringMatching(text));
}

test('the sample is in order before every attack', async () => {
  const ledger = await attacked(() => undefined);
  expect(await verified(ledger, kept)).toMatchObject({ code: 0, alarms: [] });
});

describe('one byte', () => {
  /** Positions of a file that differ in what they mean: its head, its middle, its last byte. */
  const places: [string, (length: number) => number][] = [
    ['first', () => 0],
    ['middle', (length) => Math.floor(length / 2)],
    ['last', (length) => length - 1],
  ];

  test.each(places)('flipped is told with its file: the %s one of each', async (_, at) => {
    const ledger = await attacked(() => undefined);
    const unsealed = /^ledger\/web\/releases\/1\.1\.0\//;
    for (const file of sealedPaths(sample).filter((each) => !unsealed.test(each))) {
      const bytes = readFileSync(ledger.file(file));
      const flipped = Buffer.from(bytes);
      flipped[at(bytes.length)] = (bytes[at(bytes.length)] ?? 0) ^ 1;
      writeFileSync(ledger.file(file), flipped);
      const { code, alarms } = await verified(ledger);
      expect({ code, isNamed: isNamed(file, alarms) }, `${file}\n${alarms.join('\n')}`).toEqual({
        code: 1,
        isNamed: true,
      });
      writeFileSync(ledger.file(file), bytes);
    }
    expect((await verified(ledger)).alarms).toEqual([]);
  });

  test('of a sealed file names the record, the release and the file first', async () => {
    const ledger = await attacked(() => undefined);
    ledger.edit(VOTE, (text) => text.replace('All is green.', 'All is mauve.'));
    const { alarms } = await verified(ledger);
    expect(alarms).toEqual([`${VOTE}: vote sre-cyra-osei of core 1.0.0: it is not what was sealed`]);
  });

  test('changed anywhere, in any way, never goes unnoticed', async () => {
    const ledger = await attacked(() => undefined);
    const files = sealedPaths(sample).filter((file) => !file.includes('web/releases/1.1.0'));
    const edit = fc.record({
      file: fc.constantFrom(...files),
      at: fc.nat(),
      remove: fc.nat({ max: 3 }),
      insert: fc.uint8Array({ maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(edit, async ({ file, at, remove, insert }) => {
        const bytes = readFileSync(ledger.file(file));
        const from = at % bytes.length;
        const changed = Buffer.concat([bytes.subarray(0, from), insert, bytes.subarray(from + remove)]);
        fc.pre(!changed.equals(bytes));
        writeFileSync(ledger.file(file), changed);
        const { code, alarms } = await verified(ledger);
        writeFileSync(ledger.file(file), bytes);
        return code === 1 && isNamed(file, alarms);
      }),
      { seed: 20_261_121, numRuns: 60 },
    );
  });
});

describe('a file', () => {
  const wholesale: [string, (place: string) => void, RegExp][] = [
    [
      'deleted',
      (place) => rmSync(place),
      /was sealed and is gone|is listed and gone|not in ledger\/seals\.txt/,
    ],
    ['emptied', (place) => truncateSync(place), /is not what was sealed|the seal has|no JSON|not in ledger/],
    [
      'appended to',
      (place) => appendFileSync(place, '\n'),
      /is not what was sealed|the seal has|expected a digest/,
    ],
    [
      'cut off',
      (place) => truncateSync(place, readFileSync(place).length - 7),
      /not what was sealed|the seal has|no end/,
    ],
  ];

  test.each(wholesale)('%s is told', async (_, attack, words) => {
    const ledger = await attacked(() => undefined);
    for (const file of sealedPaths(sample).filter((each) => !each.includes('web/releases/1.1.0'))) {
      const bytes = readFileSync(ledger.file(file));
      attack(ledger.file(file));
      const told = await verified(ledger);
      expect(told.code, file).toBe(1);
      if (file !== SEAL_LIST) alarmAt(told, file, words);
      else expect(told.alarms.join('\n')).toMatch(words);
      writeFileSync(ledger.file(file), bytes);
    }
  });

  const changes: [string, (ledger: TestLedger) => void, string, RegExp][] = [
    [
      'swapped with another',
      (ledger) => swap(ledger, `${CORE}/1.1.0/changes/core-2.md`, RECORD),
      RECORD,
      /record of release 1\.1\.0 of core 1\.1\.0: it is not what was sealed/,
    ],
    [
      'replaced by a link to the same bytes',
      (ledger) => linkTo(ledger, VOTE, ledger.file('kept-elsewhere.md')),
      VOTE,
      /it was a file when it was sealed, and is a link/,
    ],
    [
      'behind a folder that is a link to the same bytes',
      (ledger) => linkTo(ledger, `${CORE}/1.0.0/votes`, path.join(ledger.folder, 'votes')),
      VOTE,
      /it was a file when it was sealed, and is behind a link to /,
    ],
    [
      'replaced by a folder',
      (ledger) => {
        rmSync(ledger.file(VOTE));
        mkdirSync(ledger.file(VOTE));
      },
      VOTE,
      /it was a file when it was sealed, and is a folder/,
    ],
    [
      'of evidence under another name',
      (ledger) => {
        const report = sealedPaths(ledger).find((file) => file.endsWith('.xml')) ?? '';
        renameSync(ledger.file(report), ledger.file(report.replace(/[0-9a-f]{64}/, 'a'.repeat(64))));
      },
      `${CORE}/1.0.0/evidence/${'a'.repeat(64)}.xml`,
      /evidence is named by its digest, and its bytes have sha256:/,
    ],
    [
      'with a name of other capitals',
      (ledger) => renameSync(ledger.file(VOTE), ledger.file(VOTE.replace('sre', 'SRE'))),
      VOTE,
      /it was sealed and is gone/,
    ],
    [
      'that is a link, added',
      (ledger) => symlinkSync('/etc/passwd', ledger.file(`${CORE}/1.1.0/votes.md`)),
      `${CORE}/1.1.0/votes.md`,
      /a link or the like lies among the records/,
    ],
  ];

  test.each(changes)('%s is told', async (_, attack, file, words) => {
    const ledger = await attacked(attack);
    alarmAt(await verified(ledger), file, words);
    // The same for the command that would seal on top of it.
    expect((await tryVerify(ledger)).printed).toContain(`[${file}]`);
  });

  test('added is told as in no seal, which is no alarm', async () => {
    const ledger = await attacked((copy) => copy.edit(`${CORE}/1.1.0/votes/qa-nobody.md`, () => 'text'));
    const { code, notices } = await verified(ledger);
    expect(code).toBe(0);
    expect(notices).toContain(
      `${CORE}/1.1.0/votes/qa-nobody.md: vote qa-nobody came after the seal and is in none yet`,
    );
  });

  test('none of which git made CRLF of goes unnoticed', async () => {
    const ledger = await attacked(async ({ content }) => {
      await git(content, ['init', '--quiet']);
      await git(content, ['config', 'core.autocrlf', 'true']);
      rmSync(path.join(content, 'ledger/.gitattributes'));
      const who = ['-c', 'user.name=Asha Rao', '-c', 'user.email=asha@example.org'];
      await git(content, ['add', '--all']);
      await git(content, [...who, 'commit', '--quiet', '--message', 'All']);
      rmSync(path.join(content, 'ledger'), { recursive: true });
      await git(content, ['checkout', '--', 'ledger']);
    });
    const told = await verified(ledger);
    alarmAt(told, SEAL_LIST, /^line 1: expected a digest, two blanks and a path, not ".*\\r"$/);
    alarmAt(told, VOTE, /it is not what was sealed, \d+ bytes then and \d+ now/);
  });

  test('none is made CRLF of where git is told to keep every byte', async () => {
    const ledger = await attacked(async ({ content }) => {
      await git(content, ['init', '--quiet']);
      await git(content, ['config', 'core.autocrlf', 'true']);
      const who = ['-c', 'user.name=Asha Rao', '-c', 'user.email=asha@example.org'];
      await git(content, ['add', '--all']);
      await git(content, [...who, 'commit', '--quiet', '--message', 'All']);
      rmSync(path.join(content, 'ledger'), { recursive: true });
      await git(content, ['checkout', '--', 'ledger']);
    });
    expect((await verified(ledger)).alarms.filter((text) => text.includes('not what was sealed'))).toEqual(
      [],
    );
  });
});

function swap(ledger: TestLedger, one: string, other: string): void {
  const [first, second] = [readFileSync(ledger.file(one)), readFileSync(ledger.file(other))];
  writeFileSync(ledger.file(one), second);
  writeFileSync(ledger.file(other), first);
}

function linkTo(ledger: TestLedger, file: string, elsewhere: string): void {
  renameSync(ledger.file(file), elsewhere);
  symlinkSync(elsewhere, ledger.file(file));
}

describe('the chain', () => {
  const changes: [string, (ledger: TestLedger) => void, string, RegExp][] = [
    [
      'with a seal in the place of another',
      (ledger) => writeFileSync(ledger.file(FIRST), readFileSync(ledger.file(`${CORE}/1.1.0/seal.json`))),
      FIRST,
      /the seal is of something else than its folder/,
    ],
    [
      'with an older seal played again',
      (ledger) => writeFileSync(ledger.file(NEWEST), readFileSync(ledger.file(FIRST))),
      NEWEST,
      /fork: ledger\/core\/releases\/1\.0\.0\/seal\.json is seal 0 as well/,
    ],
    [
      'with a seal copied to another release',
      (ledger) =>
        writeFileSync(
          ledger.file('ledger/web/releases/1.1.0/seal.json'),
          readFileSync(ledger.file('ledger/web/releases/1.0.0/seal.json')),
        ),
      'ledger/web/releases/1.1.0/seal.json',
      /the seal is not in ledger\/seals\.txt: a fork/,
    ],
    [
      'with that copy in its list',
      (ledger) => {
        const [copy, seal] = ['ledger/web/releases/1.1.0/seal.json', 'ledger/web/releases/1.0.0/seal.json'];
        writeFileSync(ledger.file(copy), readFileSync(ledger.file(seal)));
        const line = /^.*web.*\n/m.exec(readFileSync(ledger.file(SEAL_LIST), 'utf8'))?.[0] ?? '';
        appendFileSync(ledger.file(SEAL_LIST), line.replace('1.0.0', '1.1.0'));
      },
      'ledger/web/releases/1.1.0/seal.json',
      /fork: .*1\.0\.0\/seal\.json is seal 1 as well|something else than its folder/,
    ],
    [
      'with a line twice',
      (ledger) => ledger.edit(SEAL_LIST, (text) => lines(text, [0, 1, 2, 3, 4, 4])),
      NEWEST,
      /fork: .* is seal 4 as well/,
    ],
    [
      'in another order',
      (ledger) => ledger.edit(SEAL_LIST, (text) => lines(text, [1, 0, 2, 3, 4])),
      FIRST,
      /reorder: seal 0 stands where seal 2 belongs/,
    ],
    [
      'without a line',
      (ledger) => ledger.edit(SEAL_LIST, (text) => lines(text, [0, 1, 3, 4])),
      'ledger/core/deployments/seal-1.json',
      /gap: seal 2 is missing before seal 3/,
    ],
    [
      'without its newest line',
      (ledger) => ledger.edit(SEAL_LIST, (text) => lines(text, [0, 1, 2, 3])),
      NEWEST,
      /the seal is not in ledger\/seals\.txt: a fork, or the list was cut off/,
    ],
    [
      'without its newest seal',
      (ledger) => rmSync(ledger.file(NEWEST)),
      NEWEST,
      /the seal is listed and gone/,
    ],
    [
      'without its list',
      (ledger) => rmSync(ledger.file(SEAL_LIST)),
      FIRST,
      /the seal is not in ledger\/seals\.txt/,
    ],
    [
      'with a list that is a folder',
      (ledger) => {
        rmSync(ledger.file(SEAL_LIST));
        mkdirSync(ledger.file(SEAL_LIST));
      },
      SEAL_LIST,
      /the ledger needs a file here, and it is a folder/,
    ],
    [
      'with a list that is a link',
      (ledger) => linkTo(ledger, SEAL_LIST, path.join(ledger.folder, 'seals.txt')),
      SEAL_LIST,
      /the ledger needs a file here, and it is a link/,
    ],
    [
      'with a seal that is a link',
      (ledger) => linkTo(ledger, FIRST, path.join(ledger.folder, 'seal.json')),
      FIRST,
      /the seal is listed, and it is a link/,
    ],
    [
      'with a list that leads out of the ledger',
      (ledger) =>
        ledger.edit(SEAL_LIST, (text) => text.replace(`${CORE}/1.0.0/seal.json`, 'ledger/../../seal.json')),
      SEAL_LIST,
      /line 1: expected a digest, two blanks and a path/,
    ],
    ['rewritten in the middle', rewriteRecord, `${CORE}/1.0.0/seal-2.json`, /wrong-previous|the seal has/],
  ];

  test.each(changes)('%s is told', async (_, attack, file, words) => {
    alarmAt(await verified(await attacked(attack)), file, words);
  });

  test('with a changed digest in its list is told with the line', async () => {
    const ledger = await attacked((copy) =>
      copy.edit(SEAL_LIST, (text) => `${text.startsWith('0') ? 1 : 0}${text.slice(1)}`),
    );
    alarmAt(
      await verified(ledger),
      SEAL_LIST,
      /^line 1: the list has .*, and .*1\.0\.0\/seal\.json has .*, as the next seal says$/,
    );
  });

  test('with a fork is told at the second of the two', async () => {
    const ledger = await attacked((copy) => {
      const seals = sealsOf(copy);
      const fork = JSON.stringify({ ...seals[4]?.seal, sealedBy: 'mallory' }, null, 2);
      writeFileSync(copy.file(`${CORE}/1.0.0/seal-3.json`), `${fork}\n`);
    });
    alarmAt(await verified(ledger), `${CORE}/1.0.0/seal-3.json`, /a fork, or the list was cut off/);
  });
});

/** Changes a record, and the one seal over it with its line in the list, and forgets about the seals after it. */
function rewriteRecord(ledger: TestLedger): void {
  const before = sealsOf(ledger);
  ledger.edit(RECORD, (text) => `${text}\n`);
  forgeChain(ledger, before);
  const list = readFileSync(ledger.file(SEAL_LIST), 'utf8');
  const newest = sample.file(NEWEST);
  writeFileSync(ledger.file(NEWEST), readFileSync(newest));
  writeFileSync(ledger.file(SEAL_LIST), list);
}

function lines(text: string, order: readonly number[]): string {
  const all = text.split('\n');
  return order.map((index) => `${all[index]}\n`).join('');
}

describe('a seal that says what no command would', () => {
  const forged: [string, (ledger: TestLedger) => object, RegExp][] = [
    [
      'a file of another folder',
      (ledger) => withFile(ledger, RECORD),
      /lists .*1\.1\.0\/release\.md, which is not below its folder/,
    ],
    [
      'a file outside of the ledger',
      (ledger) => withFile(ledger, 'ledger/x\u2028/../../../../etc/passwd'),
      /expected a path inside of the ledger/,
    ],
    [
      'a path that ends nowhere',
      (ledger) => withFile(ledger, 'ledger//release.md'),
      /have no root: the path is not a plain relative one/,
    ],
    [
      'a path that is no text',
      (ledger) => withFile(ledger, 'ledger/\ud800'),
      /have no root: the path is not UTF-8/,
    ],
    ['a file twice', (ledger) => withFile(ledger, VOTE), /have no root: the file is there twice/],
    [
      'another root',
      (ledger) => ({ ...newest(ledger), root: `sha256:${'0'.repeat(64)}` }),
      /the seal says sha256:0{64}/,
    ],
    ['a field more', (ledger) => ({ ...newest(ledger), more: 1 }), /more|Unrecognized/i],
    [
      'another release',
      (ledger) => ({ ...newest(ledger), version: '1.1.0' }),
      /something else than its folder/,
    ],
    [
      'to be the first of its release',
      (ledger) => ({ ...newest(ledger), kind: 'release' }),
      /something else than its folder/,
    ],
  ];

  test.each(forged)('%s', async (_, forge, words) => {
    const ledger = await attacked((copy) => {
      writeFileSync(copy.file(NEWEST), `${JSON.stringify(forge(copy), null, 2)}\n`);
    });
    alarmAt(await verified(ledger), NEWEST, words);
  });

  test('in a form that others may read otherwise', async () => {
    const ledger = await attacked((copy) =>
      copy.edit(NEWEST, (text) => text.replace('"sealedBy"', '"sealedBy": "cyra-osei",\n  "sealedBy"')),
    );
    alarmAt(await verified(ledger), NEWEST, /it is not written as seals are/);
  });

  test('adds nothing to what objects are', async () => {
    const ledger = await attacked((copy) =>
      copy.edit(NEWEST, (text) => text.replace('{', '{ "__proto__": { "polluted": true },')),
    );
    expect((await verified(ledger)).code).toBe(1);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect({}).not.toHaveProperty('polluted');
  });

  function newest(ledger: TestLedger): object {
    return sealsOf(ledger)[4]?.seal ?? {};
  }

  function withFile(ledger: TestLedger, file: string): object {
    const { files = [], ...seal } = sealsOf(ledger)[4]?.seal ?? {};
    return { ...seal, files: [...files, { path: file, digest: `sha256:${'0'.repeat(64)}`, size: 1 }] };
  }
});

describe('what somebody does who can rewrite everything is shown by the checkpoint alone', () => {
  const rewritten: [string, (ledger: TestLedger) => void, RegExp][] = [
    [
      'the newest seal dropped with its line',
      (ledger) => {
        rmSync(ledger.file(NEWEST));
        ledger.edit(SEAL_LIST, (text) => lines(text, [0, 1, 2, 3]));
      },
      /shrunk, 5 seals were signed, and the log has 4/,
    ],
    [
      'the newest release dropped with its seal',
      (ledger) => {
        forgeChain(
          ledger,
          sealsOf(ledger).filter(({ file }) => !file.includes('1.1.0')),
        );
        rmSync(ledger.file(`${CORE}/1.1.0`), { recursive: true });
      },
      /shrunk, 5 seals were signed, and the log has 4/,
    ],
    [
      'a vote turned round, and all seals computed again',
      (ledger) => {
        const seals = sealsOf(ledger);
        ledger.edit(VOTE, (text) => text.replace('decision: go', 'decision: no-go'));
        forgeChain(ledger, seals);
      },
      /rewritten, the first 5 seals are not the ones that were signed/,
    ],
    [
      'the order of two seals, and all computed again',
      (ledger) => {
        const [first, second, ...others] = sealsOf(ledger);
        if (first !== undefined && second !== undefined) forgeChain(ledger, [second, first, ...others]);
      },
      /rewritten, the first 5 seals are not the ones that were signed/,
    ],
    [
      'everything dropped',
      (ledger) => {
        for (const { file } of sealsOf(ledger)) rmSync(ledger.file(file));
        rmSync(ledger.file(SEAL_LIST));
      },
      /shrunk, 5 seals were signed, and the log has 0/,
    ],
  ];

  test.each(rewritten)('%s', async (_, attack, words) => {
    const ledger = await attacked(attack);
    expect(await verified(ledger)).toMatchObject({ code: 0, alarms: [] });
    alarmAt(await verified(ledger, kept), SEAL_LIST, words);
  });

  test('and a checkpoint signed by another key of that name is not believed', async () => {
    const ledger = await attacked(rewritten[2]?.[1] ?? (() => undefined));
    const other = await keptCheckpoint(ledger, await keyFiles(ledger));
    expect(await verified(ledger, other)).toMatchObject({ code: 0 });
    const told = await verified(ledger, { ...other, publicKey: kept.publicKey });
    alarmAt(told, '', /the checkpoint: no known key signed: releases\.example\.org\/ledger did/);
  });

  test('a checkpoint of another log says nothing of this one', async () => {
    const ledger = await attacked(() => undefined);
    const other = await keyFiles(ledger, 'other', 'releases.example.org/other');
    const told = await verified(ledger, {
      ...(await keptCheckpoint(ledger, other)),
      publicKey: kept.publicKey,
    });
    alarmAt(told, '', /the checkpoint: no known key signed/);
  });

  test('no byte of a checkpoint can be changed', () => {
    const [text, seals] = [readFileSync(kept.checkpoint), seenSeals(sample.content)];
    const file = path.join(sample.folder, 'changed.checkpoint');
    for (let at = 0; at < text.length; at += 1) {
      const changed = Buffer.from(text);
      changed[at] = (text[at] ?? 0) ^ 1;
      writeFileSync(file, changed);
      expect(holds(seals, file), `byte ${at}`).toBe(false);
    }
  });

  function holds(seals: ReturnType<typeof seenSeals>, file: string): boolean {
    try {
      return checkKept(seals, file, kept.publicKey).holds !== null;
    } catch (error) {
      if (error instanceof Fault) return false;
      throw error;
    }
  }
});
