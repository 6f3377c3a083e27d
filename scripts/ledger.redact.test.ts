import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { RedactionSchema, type Seal } from '../src/records/index.ts';
import { piecesDigestOf } from '../src/seal/redaction-pieces.ts';
import { makeSeal, sealText } from './seal/make-seal.ts';
import { requireReadable } from './seal/redact/still-readable.ts';
import { type ListedSeal, SEAL_LIST, sealListText } from './seal/seal-list.ts';
import { textDigest } from './store/sealed-files.ts';
import { type Answer, answerOf } from './testing/answer.ts';
import { processLines } from './testing/opened-ledger.ts';
import { copyOf, sealsOf, trySeal, tryStage, tryVote, verified, well } from './testing/sealed.ts';
import { changedFiles } from './testing/snapshot.ts';
import type { TestLedger } from './testing/test-ledger.ts';
import { useWorkspace } from './testing/workspace.ts';
import { disclose, type RedactOptions, redact } from './verbs/redact.ts';
import { RepositoryBuilder } from './world/index.ts';

const space = useWorkspace();
const NOW = '2026-03-05T09:00:00+00:00';
const DOSSIER = 'ledger/core/releases/1.0.0';
const CHANGE = `${DOSSIER}/changes/core-1.md`;
const DIGEST = `sha256:${'5c'.repeat(32)}`;
const NAME = 'Nadia Example';
const MESSAGE = `feat: begin (#1)\n\nThanks to ${NAME} for the report.`;
let sample: TestLedger;

beforeAll(async () => {
  const ledger = space.ledger('sample');
  ledger.writePolicy(
    '  - { id: core, repository: ../core.git, tags: ["v{version}"] }',
    processLines('Etc/UTC'),
  );
  await ledger.harvest(toldBy(MESSAGE));
  await well(tryStage(ledger, '1.0.0', `${NAME} signs in`));
  await well(tryVote(ledger, '1.0.0', { ranBy: 'Cyra Osei', because: `${NAME} tried it and it holds.` }));
  await well(trySeal(ledger, { release: '1.0.0' }));
  sample = ledger;
});

/** The sample's repository with a change by somebody who will want to be forgotten. */
function toldBy(message: string): RepositoryBuilder {
  const repo = new RepositoryBuilder();
  repo.commit({ message, author: { name: NAME, email: 'nadia@example.org' } });
  repo.tag('v1.0.0', repo.tip(), { annotated: true });
  return repo;
}

/** A copy whose seals have the digests of pieces, or do not. */
function fresh(name: string, { withPieces = true } = {}): TestLedger {
  const ledger = copyOf(sample, path.join(space.root, name));
  const chain: ListedSeal[] = [];
  for (const { file, seal } of sealsOf(ledger)) {
    const files = seal.files.map(({ pieces: _pieces, ...each }) => ({
      ...each,
      ...(withPieces && { pieces: piecesDigestOf(readFileSync(ledger.file(each.path))) }),
    }));
    const text = sealText({ ...makeSeal({ ...seal, files } as Parameters<typeof makeSeal>[0], chain) });
    writeFileSync(ledger.file(file), text);
    chain.push({ digest: textDigest(text), path: file });
  }
  writeFileSync(ledger.file(SEAL_LIST), sealListText(chain));
  return ledger;
}

function tryRedact(ledger: TestLedger, more: Partial<RedactOptions> = {}, json = false): Promise<Answer> {
  const secret = path.join(ledger.folder, `secret-${Object.values(more).join('').length}.json`);
  const usual = { release: '1.0.0', file: CHANGE, because: 'Asked for in ticket 118.', by: 'cyra-osei' };
  const options = { content: ledger.content, product: 'core', ...usual, secret, now: NOW, ...more };
  return answerOf((console) => redact(options, console), { json });
}

function read(ledger: TestLedger, file: string): string {
  return readFileSync(ledger.file(file), 'utf8');
}

function fileLike(ledger: TestLedger, pattern: RegExp): string {
  return [...ledger.state().keys()].find((file) => pattern.test(file)) ?? '';
}

/** What stands about the sealed dossier itself; other findings are of what lies beside it. */
async function alarms(ledger: TestLedger): Promise<string[]> {
  return (await verified(ledger)).alarms;
}

describe('a value is taken out of', () => {
  test('a field of a change: the record is read as before, and everything else verifies', async () => {
    const ledger = fresh('field');
    const before = ledger.state();
    const secret = path.join(ledger.folder, 'secret.json');
    const answer = await tryRedact(ledger, { field: 'author', secret }, true);
    expect(answer.code).toBe(0);
    expect(changedFiles(before, ledger.state())).toEqual([
      CHANGE,
      `${DOSSIER}/redactions/1.json`,
      `${DOSSIER}/seal-2.json`,
      SEAL_LIST,
    ]);
    const told = RedactionSchema.parse(JSON.parse(read(ledger, `${DOSSIER}/redactions/1.json`)));
    expect(told).toMatchObject({ path: CHANGE, field: 'author', places: 1, by: 'cyra-osei', at: NOW });
    expect(ledger.change('1.0.0', 'core-1')?.author).toBe(
      told.commitment.replace(/^sha256:/, 'redacted-sha256-'),
    );
    expect(
      read(ledger, CHANGE)
        .split('\n')
        .filter((line) => line.startsWith('author:'))[0],
    ).not.toContain(NAME);
    const { code, alarms: found, notices } = await verified(ledger);
    expect([code, found]).toEqual([0, []]);
    expect(notices.join('\n')).toMatch(
      /core-1\.md: change core-1: redacted by cyra-osei at .* \(Asked for in ticket 118\.\); every byte but \d+ is as it was sealed/,
    );
    expect(statSync(secret).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(secret, 'utf8'))).toMatchObject({ value: NAME, path: CHANGE });
    expect(
      [...ledger.state().values()].some((text) =>
        text.includes(JSON.parse(readFileSync(secret, 'utf8')).salt),
      ),
    ).toBe(false);
  });

  test('text wherever it stands: message, votes and raw evidence', async () => {
    const ledger = fresh('text');
    const vote = fileLike(ledger, /votes\/sre-cyra/);
    const evidence = fileLike(ledger, /evidence\/.*\.xml$/);
    const files = [CHANGE, vote, evidence];
    for (const [index, file] of files.entries()) {
      expect(read(ledger, file)).toContain(NAME);
      await well(tryRedact(ledger, { file, text: NAME, secret: path.join(ledger.folder, `s${index}.json`) }));
      expect(read(ledger, file)).not.toContain(NAME);
    }
    expect(await alarms(ledger)).toEqual([]);
    expect((await verified(ledger)).notices.filter((text) => text.includes('redacted by'))).toHaveLength(3);
    const secrets = files.map((_, index) => path.join(ledger.folder, `s${index}.json`));
    const shown = await answerOf((console) => disclose({ content: ledger.content, secrets }, console));
    expect(shown).toMatchObject({ code: 0, said: expect.stringContaining('byte for byte what was sealed') });
    expect(shown.said).not.toContain(NAME);
  });

  test('the same file twice', async () => {
    const ledger = fresh('twice');
    const secrets = ['a', 'b'].map((name) => path.join(ledger.folder, name));
    await well(tryRedact(ledger, { field: 'author', secret: secrets[0] ?? '' }));
    await well(tryRedact(ledger, { text: 'for the report', secret: secrets[1] ?? '' }));
    expect(await alarms(ledger)).toEqual([]);
    const one = await answerOf((console) =>
      disclose({ content: ledger.content, secrets: secrets.slice(1) }, console),
    );
    expect(one).toMatchObject({ code: 1, said: expect.stringContaining('others are missing') });
    const both = await answerOf((console) => disclose({ content: ledger.content, secrets }, console));
    expect(both.code).toBe(0);
  });

  test('a file whose seal has no digests of pieces: only the redaction vouches for the rest, and that is said', async () => {
    const ledger = fresh('no-pieces', { withPieces: false });
    await well(tryRedact(ledger, { field: 'author' }));
    const { alarms: found, notices } = await verified(ledger);
    expect(found).toEqual([]);
    expect(notices.join('\n')).toContain('only the redaction vouches for the rest');
  });
});

test('sealing goes on after a redaction, of raw evidence as well', async () => {
  const ledger = copyOf(sample, path.join(space.root, 'goes-on'));
  const evidence = fileLike(ledger, /evidence\/.*\.xml$/);
  await well(tryRedact(ledger, { file: evidence, text: NAME, secret: path.join(ledger.folder, 'e') }));
  await well(tryRedact(ledger, { field: 'author', secret: path.join(ledger.folder, 'a') }));
  await well(tryVote(ledger, '1.0.0', { ranBy: 'Asha Rao', role: 'module-lead' }));
  await well(trySeal(ledger, { release: '1.0.0' }));
  expect(
    sealsOf(ledger)
      .at(-1)
      ?.seal.files.map((each) => each.path),
  ).toEqual([expect.stringMatching(/votes\/module-lead/)]);
  const { alarms: found, notices } = await verified(ledger);
  expect(found).toEqual([]);
  expect(notices.filter((text) => text.includes('is as it was sealed'))).toHaveLength(2);
  ledger.edit(CHANGE, (text) => `${text} `);
  await well(tryVote(ledger, '1.0.0', { ranBy: 'Asha Rao', role: 'module-lead', because: 'Again.' }));
  expect((await trySeal(ledger, { release: '1.0.0' })).said).toContain('is not what was sealed');
});

describe('under the pretext of a redaction', () => {
  /** Everything that somebody could do who writes what he likes and seals it anew. */
  function forged(ledger: TestLedger, change: (text: string) => string): void {
    const file = `${DOSSIER}/redactions/1.json`;
    const text = change(read(ledger, CHANGE));
    writeFileSync(ledger.file(CHANGE), text);
    const record = { ...JSON.parse(read(ledger, file)), after: textDigest(text) };
    resealed(ledger, file, `${JSON.stringify(record, null, 2)}\n`);
  }

  function resealed(ledger: TestLedger, file: string, text: string): void {
    writeFileSync(ledger.file(file), text);
    const [first, last] = sealsOf(ledger) as [{ file: string; seal: Seal }, { file: string; seal: Seal }];
    const chain = [{ digest: textDigest(sealText(first.seal)), path: first.file }];
    const size = Buffer.byteLength(text);
    const files = [{ path: file, digest: textDigest(text), size }];
    const seal = sealText(makeSeal({ ...last.seal, files } as Parameters<typeof makeSeal>[0], chain));
    writeFileSync(ledger.file(last.file), seal);
    writeFileSync(
      ledger.file(SEAL_LIST),
      sealListText([...chain, { digest: textDigest(seal), path: last.file }]),
    );
  }

  test.each<[string, (text: string) => string]>([
    ['another title', (text) => text.replace(/^title: .*$/m, 'title: another')],
    ['a line more', (text) => `${text}And more.\n`],
    ['a line less', (text) => text.replace(/^kind: .*\n/m, '')],
    ['the placeholder gone', (text) => text.replace(/redacted-sha256-[0-9a-f]{64}/, 'Somebody Else')],
  ])('%s is an alarm, though sealed anew by somebody who can', async (_, change) => {
    const ledger = fresh(`forged-${_.replaceAll(' ', '-')}`);
    await well(tryRedact(ledger, { field: 'author' }));
    forged(ledger, (text) => text);
    expect(await alarms(ledger)).toEqual([]);
    forged(ledger, change);
    expect((await alarms(ledger)).join('\n')).toContain(
      `${CHANGE}: change core-1: it is not what was sealed`,
    );
  });

  test('hiding more lines than held the value is an alarm', async () => {
    const ledger = fresh('greedy');
    await well(tryRedact(ledger, { field: 'author' }));
    const file = `${DOSSIER}/redactions/1.json`;
    const record = RedactionSchema.parse(JSON.parse(read(ledger, file)));
    const hidden = [{ at: 0, length: 4, pieces: record.hidden[0]?.pieces ?? [] }, ...record.hidden];
    resealed(ledger, file, `${JSON.stringify({ ...record, hidden }, null, 2)}\n`);
    expect((await alarms(ledger)).join('\n')).toContain('hides bytes in which nothing was redacted');
  });

  test('a redacted file that changes later, and one whose redaction is in no seal, are alarms', async () => {
    const ledger = fresh('later');
    await well(tryRedact(ledger, { field: 'author' }));
    ledger.edit(CHANGE, (text) => `${text} `);
    expect((await alarms(ledger)).join('\n')).toContain('it is not what its last redaction left of it');
    const open = fresh('unsealed');
    await well(tryRedact(open, { field: 'author' }));
    rmSync(open.file(`${DOSSIER}/seal-2.json`));
    writeFileSync(
      open.file(SEAL_LIST),
      read(open, SEAL_LIST).split('\n').slice(0, 1).join('\n').concat('\n'),
    );
    expect((await alarms(open)).join('\n')).toContain('its redaction is in no seal');
  });

  test('a seal whose digest of pieces is of another text is an alarm as long as the file is whole', async () => {
    const ledger = fresh('wrong-pieces');
    const [{ file, seal } = { file: '', seal: {} as Seal }] = sealsOf(ledger);
    const files = seal.files.map((each) => ({ ...each, pieces: `sha256:${'0'.repeat(64)}` }));
    const text = sealText({ ...seal, files });
    writeFileSync(ledger.file(file), text);
    writeFileSync(ledger.file(SEAL_LIST), sealListText([{ digest: textDigest(text), path: file }]));
    expect((await alarms(ledger)).join('\n')).toContain('a digest of pieces that are not its own');
  });
});

describe('a harvest does not bring the value back', () => {
  test('where the sources tell what was sealed, nothing is written', async () => {
    const ledger = fresh('harvested');
    await well(tryRedact(ledger, { text: NAME }));
    const before = ledger.state();
    await ledger.harvest(toldBy(MESSAGE), { now: '2026-03-06T09:00:00+00:00' });
    expect(changedFiles(before, ledger.state()).filter((file) => file.startsWith(DOSSIER))).toEqual([]);
    expect(read(ledger, CHANGE)).not.toContain(NAME);
  });

  test('where they tell more now, an amendment names the fields and repeats nothing', async () => {
    const ledger = fresh('more');
    await well(tryRedact(ledger, { text: NAME }));
    const more = MESSAGE.replace('feat: begin', `feat!: begin anew, says ${NAME}`);
    await ledger.harvest(toldBy(more), { now: '2026-03-06T09:00:00+00:00' });
    const amendments = [...ledger.state()].filter(([file]) => file.startsWith(`${DOSSIER}/amendments/`));
    const [, told = ''] = amendments.find(([, text]) => text.includes(CHANGE)) ?? [];
    expect(told).toContain('The record is redacted.');
    expect(told).toContain('breaking');
    expect(told).toContain('title');
    for (const [file, text] of amendments) expect([file, text.includes(NAME)]).toEqual([file, false]);
    const once = ledger.state();
    await ledger.harvest(undefined, { now: '2026-03-07T09:00:00+00:00', release: '1.0.0' });
    expect(changedFiles(once, ledger.state()).filter((file) => file.includes('/amendments/'))).toEqual([]);
  });
});

describe('refused', () => {
  test.each<[Partial<RedactOptions>, string]>([
    [{ field: 'nonsense' }, 'does not have this field'],
    [{ field: 'commits' }, 'is no text'],
    [{ field: 'pullRequest' }, 'is no text'],
    [{ field: 'landing' }, 'could not be read any more'],
    [{ field: 'id' }, 'could not be read any more'],
    [{ field: 'author', text: NAME }, 'one thing is taken out'],
    [{}, 'one thing is taken out'],
    [{ text: 'x' }, 'too little to be found'],
    [{ text: 'redacted' }, 'too little to be found'],
    [{ text: 'Nobody Such' }, 'does not hold this text'],
    [{ field: 'author', because: `${NAME} asked` }, 'holds the value that is to go'],
    [{ field: 'author', because: ' ' }, 'says nothing'],
    [{ field: 'author', by: 'nora-nobody' }, 'has no "nora-nobody"'],
    [{ field: 'author', file: 'changes/core-9.md' }, 'no seal of this release has such a file'],
    [{ field: 'author', file: '../1.1.0/changes/core-2.md' }, 'no seal of this release has such a file'],
    [{ text: 'core', file: 'ledger/core/policy.md' }, 'no seal of this release has such a file'],
    [{ field: 'version', file: 'release.md' }, 'could not be read any more'],
  ])('%o', async (more, said) => {
    const before = sample.state();
    const answer = await tryRedact(sample, more);
    expect(answer).toMatchObject({ code: 2, said: expect.stringContaining(said) });
    expect(sample.state()).toEqual(before);
    expect(existsSync(path.join(sample.folder, 'secret-0.json'))).toBe(false);
  });

  test('what makes a vote known again: it would be collected anew, with the value', () => {
    const text = [
      '---',
      ...['schema: 1', 'product: core', 'version: "1.0.0"', 'role: qa', 'person: dana-ito', 'decision: go'],
      ...['account: { on: slack, id: U012DANA }', `castAt: "${NOW}"`],
      `source: { kind: slack, channel: production, ts: "1738578600.000100", file: a.json, digest: "${DIGEST}" }`,
      '---\n',
    ].join('\n');
    const file = `${DOSSIER}/votes/qa-dana-ito.md`;
    const word = `redacted-sha256-${'a'.repeat(64)}`;
    const rewritten = (value: string) => ({
      file,
      before: Buffer.from(text),
      after: Buffer.from(text.replace(value, word)),
    });
    expect(() => requireReadable(rewritten('dana-ito'), { field: 'person' }, word)).not.toThrow();
    expect(() => requireReadable(rewritten('U012DANA'), { field: 'account.id' }, word)).toThrow(
      'file it anew',
    );
    expect(() => requireReadable(rewritten('U012DANA'), { text: 'U012DANA' }, word)).toThrow('file it anew');
  });

  test('a secret inside of the ledger, and one in the place of a file', async () => {
    const inside = await tryRedact(sample, {
      field: 'author',
      secret: path.join(sample.content, 'ledger/s.json'),
    });
    expect(inside.said).toContain('inside of the ledger');
    const taken = path.join(sample.folder, 'report.xml');
    expect((await tryRedact(sample, { field: 'author', secret: taken })).said).toContain('is there already');
  });

  test('a file that is not what was sealed', async () => {
    const ledger = fresh('changed');
    ledger.edit(CHANGE, (text) => `${text} `);
    expect((await tryRedact(ledger, { field: 'author' })).said).toContain(
      'nothing is redacted over an alarm',
    );
  });
});
