import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { toHex } from '../src/seal/bytes.ts';
import { dossierRoot } from '../src/seal/dossier-tree.ts';
import { hashed } from '../src/seal/node-sha256.ts';
import { VERIFY_SCRIPT } from '../src/seal/verify-script.ts';
import { answerOf } from './testing/answer.ts';
import { tryOpen, tryWaive } from './testing/opened-ledger.ts';
import {
  keptCheckpoint,
  keyFiles,
  ORIGIN,
  SEALED_AT,
  sealableLedger,
  sealedSample,
  sealsOf,
  tryCheckpoint,
  tryDeployment,
  tryProve,
  trySeal,
  tryStage,
  tryVerify,
  tryVote,
  twoReleases,
  verified,
  well,
} from './testing/sealed.ts';
import { SlackExport, slackTs } from './testing/slack-export.ts';
import { changedFiles } from './testing/snapshot.ts';
import type { TestLedger } from './testing/test-ledger.ts';
import { tryVotes } from './testing/voted.ts';
import { useWorkspace } from './testing/workspace.ts';
import { keygen } from './verbs/checkpoint.ts';

const space = useWorkspace();
const RELEASES = 'ledger/core/releases';
let ledger: TestLedger;
let count = 0;

/** A folder of its own for every test. */
function fresh(): string {
  count += 1;
  return path.join(space.root, `ledger-${count}`);
}

/** Files that a command writes or removes. */
async function changedBy(work: () => Promise<unknown>): Promise<string[]> {
  const before = ledger.state();
  await work();
  return changedFiles(before, ledger.state());
}

describe('a seal', () => {
  beforeAll(async () => {
    ledger = await sealedSample(space, 'sample');
  });

  test('holds all of a dossier, the policy and the verdict, and stands in the chain', () => {
    const [{ seal } = { seal: undefined }] = sealsOf(ledger);
    expect(seal).toMatchObject({
      kind: 'release',
      product: 'core',
      version: '1.0.0',
      sequence: 0,
      previous: null,
      sealedAt: SEALED_AT,
      sealedBy: 'cyra-osei',
      verdict: { verdict: 'not-blessed' },
      note: expect.stringMatching(/^sha256:/),
    });
    expect(seal?.files.map((file) => file.path.replace(/^.*1\.0\.0\/|[0-9a-f]{64}/g, ''))).toEqual([
      'changes/core-1.md',
      'evidence/.md',
      'evidence/.xml',
      'release.md',
      'stages/3a-unit-tests.md',
      'votes/module-lead-core-asha-rao.md',
    ]);
    expect(seal?.files.map(({ digest }) => digest)).toContain(seal?.policy);
    const files =
      seal?.files.map(({ path: file, digest }) => ({ path: file, sha256: digest.slice(7) })) ?? [];
    expect(seal?.root).toBe(`sha256:${toHex(hashed(dossierRoot(files)))}`);
  });

  test('of what was added since holds only that', () => {
    const { file, seal } = sealsOf(ledger).at(-1) ?? {};
    expect(file).toBe(`${RELEASES}/1.0.0/seal-2.json`);
    expect(seal).toMatchObject({ kind: 'amendment', version: '1.0.0', sequence: 4 });
    expect(seal?.files.map((each) => each.path)).toEqual([`${RELEASES}/1.0.0/votes/sre-cyra-osei.md`]);
  });

  test('of deployments has no verdict', () => {
    const { file, seal } = sealsOf(ledger)[3] ?? {};
    expect(file).toBe('ledger/core/deployments/seal-1.json');
    expect(seal).toMatchObject({ kind: 'deployments', sequence: 3 });
    expect(seal).not.toHaveProperty('verdict');
  });

  test('is not made twice of the same, nor because the policy was edited', async () => {
    const policy = readFileSync(ledger.file('ledger/core/policy.md'), 'utf8');
    ledger.edit('ledger/core/policy.md', (text) => `${text}\nWords.\n`);
    for (const what of [{ release: '1.0.0' }, { release: '1.1.0' }, { deployments: true }]) {
      expect(await changedBy(() => well(trySeal(ledger, what)))).toEqual([]);
      expect((await trySeal(ledger, what)).said).toContain('was added since its last seal');
    }
    writeFileSync(ledger.file('ledger/core/policy.md'), policy);
  });

  test('is checked by sha256sum, in a shell', () => {
    const options = { cwd: ledger.content, encoding: 'utf8' as const };
    const told = execFileSync('sha256sum', ['-c', 'ledger/seals.txt'], options);
    expect(told.trim().split('\n')).toHaveLength(5);
    expect(told.replaceAll(': OK\n', '')).not.toMatch(/: (?!OK)/);
  });

  test('has the same bytes for the same ledger, in any zone', async () => {
    const before = process.env.TZ;
    vi.stubEnv('TZ', 'Pacific/Kiritimati');
    const again = await sealedSample(space, 'again');
    vi.stubEnv('TZ', before);
    expect(again.state()).toEqual(ledger.state());
  });
});

describe('sealing is refused', () => {
  beforeAll(async () => {
    ledger = await sealableLedger(fresh());
  });

  async function refused(what: Parameters<typeof trySeal>[1], words: RegExp): Promise<void> {
    const before = ledger.state();
    const answer = await trySeal(ledger, what);
    expect(answer).toMatchObject({ code: 2, said: expect.stringMatching(words) });
    expect(ledger.state()).toEqual(before);
  }

  test.each([
    ['nothing that is named', {}, /one thing is sealed at a time/],
    ['two things', { release: '1.0.0', deployments: true }, /one thing is sealed at a time/],
    ['a release that is not there', { release: '9.0.0' }, /no release "9\.0\.0"|9\.0\.0/],
    ['another product', { product: 'no-such', release: '1.0.0' }, /no product "no-such"/],
    ['an unsafe product', { product: '../core', release: '1.0.0' }, /product/],
  ])('for %s', async (_, what, words) => refused(what, words));

  test('for a release without a tag', async () => {
    await well(tryOpen(ledger, '1.2.0', { now: SEALED_AT }));
    await refused({ release: '1.2.0' }, /no tag that was harvested|1\.2\.0/);
  });

  /** Puts another record in the release's place for the time of a refusal. */
  async function refusedWith(change: (record: string) => string, words: RegExp): Promise<void> {
    const record = readFileSync(ledger.file(`${RELEASES}/1.1.0/release.md`), 'utf8');
    const changed = change(record);
    expect(changed).not.toBe(record);
    writeFileSync(ledger.file(`${RELEASES}/1.1.0/release.md`), changed);
    await refused({ release: '1.1.0' }, words).finally(() =>
      writeFileSync(ledger.file(`${RELEASES}/1.1.0/release.md`), record),
    );
  }

  test('while commits are not accounted for', async () => {
    const unresolved = (record: string): string =>
      record
        .replaceAll('published: 2', 'published: 1')
        .replaceAll('unresolved: 0', 'unresolved: 1')
        .replace('| published |', '| unresolved |');
    await refusedWith(unresolved, /1 commits of 1\.1\.0 are not accounted for: [0-9a-f]{12}\n/);
  });

  test('while the table of commits is not whole', async () => {
    await refusedWith(
      (record) => record.replace(/\n\|[^\n]*\n$/, '\n'),
      /1\.1\.0 has 2 commits, and its table tells of 1/,
    );
  });

  test('for a link among the records', async () => {
    symlinkSync(ledger.file('ledger/core/policy.md'), ledger.file(`${RELEASES}/1.0.0/linked.md`));
    await refused({ release: '1.0.0' }, /linked\.md: only files can be sealed/);
    rmSync(ledger.file(`${RELEASES}/1.0.0/linked.md`));
  });

  test('for evidence that is not what its name says', async () => {
    const file = `${RELEASES}/1.0.0/evidence/${'ab'.repeat(32)}.xml`;
    ledger.edit(file, () => '<testsuite/>');
    await refused({ release: '1.0.0' }, /evidence is named by its digest, and its bytes have sha256:/);
    rmSync(ledger.file(file));
  });
});

describe('nothing is sealed or signed over an alarm', () => {
  beforeAll(async () => {
    ledger = await sealedSample(space, 'alarmed');
    await keyFiles(ledger);
    await well(tryVote(ledger, '1.1.0', { ranBy: 'Cyra Osei', role: 'sre' }));
  });

  test.each([
    ['a sealed file that was changed', `${RELEASES}/1.1.0/release.md`, /is not what was sealed/],
    [
      'another release’s seal that was changed',
      'ledger/web/releases/1.0.0/seal.json',
      /not in order: the seal has/,
    ],
    ['the newest seal, changed', `${RELEASES}/1.0.0/seal-2.json`, /not in order: the seal has/],
    ['a list with a broken line', 'ledger/seals.txt', /seals\.txt:5: expected a digest|expected a digest/],
  ])('%s', async (_, file, words) => {
    const text = readFileSync(ledger.file(file), 'utf8');
    writeFileSync(ledger.file(file), text.replace(/(?<=.)\n$/, ' \n'));
    const before = ledger.state();
    expect(await trySeal(ledger, { release: '1.1.0' })).toMatchObject({
      code: 2,
      said: expect.stringMatching(words),
    });
    if (!file.endsWith('release.md'))
      expect(await tryCheckpoint(ledger, { key: path.join(ledger.folder, 'key') })).toMatchObject({
        code: 2,
      });
    expect(ledger.state()).toEqual(before);
    writeFileSync(ledger.file(file), text);
  });

  test('a seal that is gone is not made again under its name', async () => {
    const text = readFileSync(ledger.file(`${RELEASES}/1.1.0/seal.json`), 'utf8');
    rmSync(ledger.file(`${RELEASES}/1.1.0/seal.json`));
    expect((await trySeal(ledger, { release: '1.1.0' })).said).toContain('the seal is listed and gone');
    expect(existsSync(ledger.file(`${RELEASES}/1.1.0/seal.json`))).toBe(false);
    writeFileSync(ledger.file(`${RELEASES}/1.1.0/seal.json`), text);
    await well(trySeal(ledger, { release: '1.1.0' }));
    expect((await verified(ledger)).alarms).toEqual([]);
  });
});

describe('no command writes over what is sealed', () => {
  beforeAll(async () => {
    ledger = await sealedSample(space, 'kept');
  });

  /** The command says no, and no byte of the ledger changes. */
  async function refused(work: () => ReturnType<typeof tryVote>): Promise<void> {
    const before = ledger.state();
    expect(await work()).toMatchObject({
      code: 2,
      said: expect.stringMatching(
        /is sealed, and nothing changes what is sealed\n {2}Say what is so in a record/,
      ),
    });
    expect(ledger.state()).toEqual(before);
  }

  test('new facts come beside it', async () => {
    const file = `${RELEASES}/1.0.0/stages/3a-unit-tests`;
    const added = await changedBy(() => well(tryStage(ledger, '1.0.0', 'again')));
    expect(added.filter((name) => name.endsWith('.md'))).toEqual([`${file}-2.md`]);
    expect(
      await changedBy(() => well(tryVote(ledger, '1.0.0', { ranBy: 'Asha Rao', role: 'module-lead' }))),
    ).toEqual([`${RELEASES}/1.0.0/votes/module-lead-core-asha-rao-2.md`]);
    expect(
      await changedBy(() => well(tryWaive(ledger, '1.0.0', 'recovery-plan', { now: SEALED_AT }))),
    ).toEqual([expect.stringContaining(`${RELEASES}/1.0.0/waivers/`)]);
    const { code, notices } = await verified(ledger);
    expect(code).toBe(0);
    expect(notices.filter((notice) => notice.includes('came after the seal'))).toHaveLength(4);
  });

  test('not where a message was edited that a vote was read from', async () => {
    const voted = await sealableLedger(fresh());
    voted.edit('ledger/core/policy.md', (text) =>
      text.replace('timeZone:', 'voting: { slackChannel: production }\ntimeZone:'),
    );
    const commit = voted.release('1.1.0').tag.commit.slice(0, 7);
    const go = { user: 'U012DANA', at: '2026-03-03 10:00', text: `GO for core 1.1.0 ${commit}` };
    const slack = new SlackExport(path.join(voted.folder, 'export')).write([go]);
    await well(tryVotes(voted, slack.folder, { release: '1.1.0' }));
    await well(trySeal(voted, { release: '1.1.0' }));
    slack.write([{ ...go, more: { edited: { user: 'U012DANA', ts: slackTs('2026-03-03 11:00') } } }]);
    const before = voted.state();
    const again = await tryVotes(voted, slack.folder, { release: '1.1.0' });
    expect(again.code).toBe(0);
    expect(again.printed).toContain('Votes marked "!" are sealed and were edited since');
    const vote = 'ledger/core/releases/1.1.0/votes/qa-dana-ito.md';
    expect(voted.state().get(vote)).toBe(before.get(vote));
    expect((await verified(voted)).alarms).toEqual([]);
  });

  test('not where a deployment’s record would be completed', async () => {
    await refused(() => tryDeployment(ledger, '1.0.0', { finished: '2026-03-04T11:30:00Z' }));
  });

  test('not where an opening would be added to', async () => {
    await well(tryOpen(ledger, '1.1.0', { now: SEALED_AT }));
    await well(trySeal(ledger, { release: '1.1.0' }));
    await refused(() => tryOpen(ledger, '1.1.0', { now: SEALED_AT, because: 'It grew.' }));
  });

  test('not where the seal itself was taken away', async () => {
    const seal = ledger.file(`${RELEASES}/1.0.0/seal.json`);
    const text = readFileSync(seal, 'utf8');
    rmSync(seal);
    const before = ledger.state();
    expect(await tryStage(ledger, '1.0.0', 'more')).toMatchObject({
      code: 2,
      said: expect.stringMatching(/1\.0\.0\/seal\.json: the seal is listed and gone: nothing is written/),
    });
    expect(ledger.state()).toEqual(before);
    writeFileSync(seal, text);
  });

  test('not even where it is gone with its folder', async () => {
    const folder = ledger.file(`${RELEASES}/1.0.0/stages`);
    const before = readFileSync(`${folder}/3a-unit-tests.md`, 'utf8');
    rmSync(folder, { recursive: true });
    await refused(() => tryStage(ledger, '1.0.0', 'other'));
    mkdirSync(folder);
    writeFileSync(`${folder}/3a-unit-tests.md`, before);
  });
});

describe('a harvest after the seal', () => {
  const amendments = `${RELEASES}/1.0.0/amendments`;
  const harvest = { now: '2026-03-05T12:00:00+00:00' };

  beforeAll(async () => {
    ledger = await sealedSample(space, 'late');
  });

  test('makes no amendment of an edit of the policy', async () => {
    ledger.edit('ledger/core/policy.md', (text) => text.replace('limit: 80', 'limit: 81'));
    await ledger.harvest(undefined, harvest);
    expect(existsSync(ledger.file(amendments))).toBe(false);
    expect((await verified(ledger)).alarms).toEqual([]);
  });

  test('says of a moved tag once what was found, and keeps the record', async () => {
    const repo = twoReleases();
    const [first] = ledger.release('1.0.0').modules;
    repo.tag('v1.0.0', { id: first?.commit ?? '', type: 'commit' }, { annotated: true, message: 'Again' });
    rmSync(ledger.repository, { recursive: true });
    const record = readFileSync(ledger.file(`${RELEASES}/1.0.0/release.md`), 'utf8');
    const { said } = await ledger.harvest(repo, harvest);
    expect(said).toContain(`${RELEASES}/1.0.0/release.md is sealed and would differ now: it was kept`);
    expect(said).toContain('tag v1.0.0 was moved');
    expect(readFileSync(ledger.file(`${RELEASES}/1.0.0/release.md`), 'utf8')).toBe(record);
    const written = [...ledger.state()].filter(([file]) => file.startsWith(amendments));
    expect(written).toHaveLength(1);
    expect(written[0]?.[1]).toContain('by: harvest');
    expect(await changedBy(() => ledger.harvest(undefined, { now: '2026-03-06T12:00:00+00:00' }))).toEqual(
      [],
    );
    ledger.edit('ledger/core/policy.md', (text) => text.replace('limit: 81', 'limit: 82'));
    const again = await changedBy(() => ledger.harvest(undefined, { now: '2026-03-07T12:00:00+00:00' }));
    expect(again.filter((file) => !file.includes('/web/'))).not.toContain(
      expect.stringContaining('amendments'),
    );
    expect([...ledger.state().keys()].filter((file) => file.startsWith(amendments))).toHaveLength(1);
  });

  test('and verify names the tag, then and now', async () => {
    const { code, alarms } = await verified(ledger);
    expect(code).toBe(1);
    expect(alarms).toEqual([
      expect.stringMatching(
        /^ledger\/core\/releases\/1\.0\.0\/release\.md: tag v1\.0\.0 was [0-9a-f]{40} when it was sealed, and is [0-9a-f]{40}$/,
      ),
    ]);
  });

  test('leaves a sealed record alone that somebody changed', async () => {
    const file = `${RELEASES}/1.1.0/release.md`;
    ledger.edit(file, (text) => text.replace('date: "20', 'date: "19'));
    const before = ledger.state();
    const { said } = await ledger.harvest(undefined, { now: '2026-03-08T12:00:00+00:00' });
    expect(said).toContain(
      `${file} is sealed, and is not what was sealed: it was left alone. See: ledger verify`,
    );
    expect(changedFiles(before, ledger.state())).toEqual([]);
  });
});

describe('keys', () => {
  test('are two files, the secret one for its owner only, and it is never printed', async () => {
    const folder = fresh();
    mkdirSync(folder);
    const key = path.join(folder, 'key');
    const answers = [
      await answerOf((console) => keygen({ content: `${folder}/content`, name: ORIGIN, out: key }, console)),
      await answerOf(
        (console) => keygen({ content: `${folder}/content`, name: ORIGIN, out: `${key}2` }, console),
        {
          json: true,
        },
      ),
    ];
    const secret = readFileSync(key, 'utf8').trim();
    expect(secret).toMatch(/^PRIVATE\+KEY\+releases\.example\.org\/ledger\+[0-9a-f]{8}\+/);
    expect(statSync(key).mode & 0o777).toBe(0o600);
    expect(answers.map(({ code }) => code)).toEqual([0, 0]);
    expect(answers.map(({ printed, said }) => printed + said).join()).not.toContain('PRIVATE+KEY');
    expect(answers[0]?.said).toContain(readFileSync(`${key}.pub`, 'utf8').trim());
  });

  test.each(['key', 'key.pub'])('are not written over: %s', async (there) => {
    const folder = fresh();
    mkdirSync(folder);
    writeFileSync(path.join(folder, there), 'precious');
    const options = { content: 'content', name: ORIGIN, out: path.join(folder, 'key') };
    const answer = await answerOf((console) => keygen(options, console));
    expect(answer).toMatchObject({ code: 2, said: expect.stringContaining('the file is there already') });
    expect(readFileSync(path.join(folder, there), 'utf8')).toBe('precious');
    expect(existsSync(path.join(folder, there === 'key' ? 'key.pub' : 'key'))).toBe(false);
  });

  test('do not go into the ledger, nor by a link', async () => {
    const folder = fresh();
    mkdirSync(path.join(folder, 'content/ledger'), { recursive: true });
    symlinkSync(path.join(folder, 'content/ledger'), path.join(folder, 'beside'));
    const content = path.join(folder, 'content');
    for (const out of [
      path.join(content, 'key'),
      path.join(content, 'ledger/key'),
      path.join(folder, 'beside/key'),
    ])
      expect(await answerOf((console) => keygen({ content, name: ORIGIN, out }, console))).toMatchObject({
        code: 2,
        said: expect.stringContaining('does not belong into the ledger'),
      });
  });

  test('have names that can stand in a signature', async () => {
    const options = { content: 'content', name: 'two words', out: path.join(fresh(), 'key') };
    expect(await answerOf((console) => keygen(options, console))).toMatchObject({
      code: 2,
      said: expect.stringContaining('is no name of a key'),
    });
  });
});

describe('a checkpoint', () => {
  let key: string;
  let publicKey: string;

  beforeAll(async () => {
    ledger = await sealedSample(space, 'signed');
    ({ key, publicKey } = await keyFiles(ledger));
  });

  test('is signed by a key from a file or from the environment, and says the same', async () => {
    const byFile = await well(tryCheckpoint(ledger, { key }));
    vi.stubEnv('LEDGER_PRIVATE_KEY', ` ${readFileSync(key, 'utf8')}\n`);
    const byEnvironment = await well(tryCheckpoint(ledger, {}, true));
    vi.stubEnv('LEDGER_PRIVATE_KEY', '');
    expect(byFile.printed).toMatch(/^releases\.example\.org\/ledger\n5\n/);
    expect(JSON.parse(byEnvironment.printed)).toEqual({
      size: 5,
      origin: ORIGIN,
      publicKey,
      checkpoint: byFile.printed,
    });
  });

  test.each([
    ['without a key', () => ({}), /nothing says which key signs/],
    ['with a file that is not there', () => ({ key: `${key}-not` }), /the key cannot be read/],
    ['with the public key', () => ({ key: `${key}.pub` }), /this is a public key/],
    ['into a file that is there', () => ({ key, out: key }), /the file is there already/],
  ])('is refused %s', async (_, options, words) => {
    const answer = await tryCheckpoint(ledger, options());
    expect(answer).toMatchObject({ code: 2, said: expect.stringMatching(words) });
    expect(answer.said).not.toContain(readFileSync(key, 'utf8').trim());
  });

  test('holds, with the key as a file or as text, and goes on holding while the chain grows', async () => {
    const kept = await keptCheckpoint(ledger, { key, publicKey });
    for (const each of [publicKey, `${key}.pub`]) {
      const answer = await tryVerify(ledger, { ...kept, publicKey: each });
      expect(answer).toMatchObject({ code: 0 });
      expect(answer.printed).toContain('The checkpoint holds: 5 seals were signed, 0 came since.');
    }
    await well(tryVote(ledger, '1.1.0', { ranBy: 'Cyra Osei', role: 'sre' }));
    await well(trySeal(ledger, { release: '1.1.0' }));
    expect((await tryVerify(ledger, kept)).printed).toContain('5 seals were signed, 1 came since.');
  });

  test.each([
    ['alone', (kept: object) => ({ ...kept, publicKey: undefined }), /only with the key that signed it/],
    [
      'with no key at all',
      (kept: object) => ({ ...kept, publicKey: '/no/such/file' }),
      /the key cannot be read/,
    ],
    ['with the secret key', (kept: object) => ({ ...kept, publicKey: key }), /this is a private key/],
    ['that is not there', (kept: object) => ({ ...kept, checkpoint: '/no/such/file' }), /cannot be read/],
    [
      'that is none',
      (kept: object) => ({ ...kept, checkpoint: key }),
      /no blank line between text and signatures/,
    ],
  ])('is wrong input %s', async (_, change, words) => {
    const kept = { checkpoint: path.join(ledger.folder, 'kept.checkpoint'), publicKey };
    const answer = await tryVerify(ledger, change(kept) as typeof kept);
    expect(answer).toMatchObject({ code: 2, said: expect.stringMatching(words) });
    expect(answer.said).not.toContain('PRIVATE+KEY+releases');
  });

  test('without which nothing is claimed', async () => {
    expect((await tryVerify(ledger)).printed).toContain(
      'No checkpoint was given: whoever can rewrite the whole ledger could have rewritten this one.',
    );
  });
});

describe('a proof', () => {
  let proof: string;
  let publicKey: string;

  beforeAll(async () => {
    ledger = await sealedSample(space, 'proved');
    const keys = await keyFiles(ledger);
    publicKey = keys.publicKey;
    proof = path.join(ledger.folder, 'seal.tlog-proof');
    await well(tryProve(ledger, '1.1.0', { key: keys.key, out: proof }));
    writeFileSync(path.join(ledger.folder, 'verify.sh'), VERIFY_SCRIPT);
  });

  function proved(seal: string): string {
    const args = [path.join(ledger.folder, 'verify.sh'), ledger.file(seal), proof, publicKey];
    try {
      return execFileSync('bash', args, { encoding: 'utf8', stdio: 'pipe' });
    } catch (error) {
      return (error as { stderr: string }).stderr;
    }
  }

  test('is verified by a shell script, offline', () => {
    expect(proved(`${RELEASES}/1.1.0/seal.json`)).toBe(
      `PROVED: this seal is entry 2 of 5 in the log ${ORIGIN}\n`,
    );
    expect(proved(`${RELEASES}/1.0.0/seal.json`)).toMatch(/^NOT PROVED: the seal is not in this log/);
  });

  test('is refused for a release that is not sealed', async () => {
    const web = { ...ledger, content: ledger.content, product: 'web' } as TestLedger;
    const answer = await tryProve(web, '1.1.0', {});
    expect(answer).toMatchObject({ code: 2, said: expect.stringContaining('web 1.1.0 is not sealed') });
  });
});

describe('the real command', () => {
  test('verifies with exit code 1 at an alarm, and words for people', async () => {
    const sealed = await sealedSample(space, 'commanded');
    expect((await sealed.command(['verify'])).code).toBe(0);
    sealed.edit(`${RELEASES}/1.0.0/votes/sre-cyra-osei.md`, (text) =>
      text.replace('decision: go', 'decision: no-go'),
    );
    const answer = await sealed.command(['verify']);
    expect(answer.code).toBe(1);
    expect(answer.printed).toContain(
      `5 seals, 15 files: 1 alarm.\n✗ vote sre-cyra-osei of core 1.0.0: it is not what was sealed, `,
    );
    expect(answer.printed).toContain(`[${RELEASES}/1.0.0/votes/sre-cyra-osei.md]`);
  });

  test('does not call a folder without a ledger in order', async () => {
    const sealed = space.ledger('empty');
    const answer = await sealed.command(['verify']);
    expect(answer).toMatchObject({
      code: 2,
      said: expect.stringContaining('there is no ledger in this folder'),
    });
    mkdirSync(sealed.file('ledger'), { recursive: true });
    expect((await sealed.command(['verify'])).printed).toContain('0 seals, 0 files: nothing is sealed yet.');
  });
});
