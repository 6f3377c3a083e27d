import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { piecesDigestOf } from '../src/seal/redaction-pieces.ts';
import { makeSeal, sealText } from './seal/make-seal.ts';
import { type ListedSeal, SEAL_LIST, sealListText } from './seal/seal-list.ts';
import { textDigest } from './store/sealed-files.ts';
import { type Answer, answerOf } from './testing/answer.ts';
import {
  copyOf,
  type KeyFiles,
  keyFiles,
  ORIGIN,
  SEALED_AT,
  sealedSample,
  sealsOf,
  tryDeployment,
  trySeal,
  tryStage,
  tryVote,
  well,
} from './testing/sealed.ts';
import { snapshot } from './testing/snapshot.ts';
import type { TestLedger } from './testing/test-ledger.ts';
import { useWorkspace } from './testing/workspace.ts';
import { amend } from './verbs/amend.ts';
import { type PackOptions, pack } from './verbs/pack.ts';
import { redact } from './verbs/redact.ts';

const space = useWorkspace();
const DOSSIER = 'ledger/core/releases/1.0.0';
const HOSTILE = '</td><script>alert(1)</script><img src=x onerror=alert(2)> \u202Egnp.exe & "quoted" \'too\'';

const version = spawnSync('openssl', ['version'], { encoding: 'utf8' }).stdout ?? '';
const hasTools = /^OpenSSL [3-9]/.test(version) && spawnSync('bash', ['--version']).status === 0;
if (!hasTools) console.warn('openssl 3 or bash is missing here: the script of packs is not run');

let sample: TestLedger;
let keys: KeyFiles;
/** A pack of core 1.0.0 with proofs, unpacked: tests copy it. */
let unpacked: string;

beforeAll(async () => {
  sample = await sealedSample(space, 'sample');
  keys = await keyFiles(sample);
  await well(tryVote(sample, '1.1.0', { ranBy: 'Cyra Osei', because: HOSTILE }));
  await well(trySeal(sample, { release: '1.1.0' }));
  const out = path.join(space.root, 'sample.zip');
  await well(tryPack(sample, { key: keys.key, out }));
  unpacked = unzipped(out);
}, 60_000);

function tryPack(ledger: TestLedger, more: Partial<PackOptions>, json = false): Promise<Answer> {
  const usual = { product: 'core', release: ['1.0.0'], out: path.join(ledger.folder, 'pack.zip') };
  const options = { content: ledger.content, ...usual, ...more };
  return answerOf((console) => pack(options, console), { json });
}

/** Unpacks by whatever else there is than the library that packed. */
function unzipped(file: string): string {
  const folder = `${file}.d`;
  mkdirSync(folder);
  const tools: [string, string[]][] = [
    ['python3', ['-m', 'zipfile', '-e', file, folder]],
    ['unzip', ['-q', file, '-d', folder]],
  ];
  if (tools.some(([tool, args]) => spawnSync(tool, args).status === 0)) return folder;
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(file)))) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), bytes);
  }
  return folder;
}

/** A folder with the only programs that the script may need. */
function onlyTools(): string {
  const bin = path.join(space.root, 'bin');
  if (existsSync(bin)) return bin;
  mkdirSync(bin);
  const coreutils = [
    'base64',
    'cat',
    'dd',
    'dirname',
    'head',
    'mktemp',
    'od',
    'rm',
    'sha256sum',
    'split',
    'tail',
    'tr',
    'wc',
  ];
  for (const name of [...coreutils, 'openssl']) {
    const found = spawnSync('bash', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim();
    symlinkSync(found, path.join(bin, name));
  }
  return bin;
}

function check(
  folder: string,
  args: readonly string[] = [keys.publicKey],
): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync('/bin/bash', [path.join(folder, 'verify.sh'), ...args], {
    encoding: 'utf8',
    env: { PATH: onlyTools(), TMPDIR: space.root },
    cwd: '/',
  });
  return { status, said: stdout + stderr };
}

function copied(name: string, from = unpacked): string {
  const folder = path.join(space.root, name);
  rmSync(folder, { recursive: true, force: true });
  cpSync(from, folder, { recursive: true });
  return folder;
}

const REFUSED = { status: 1, said: expect.stringMatching(/^NOT IN ORDER: .+$/m) };

/** What somebody does who changes a pack and puts its sums right. */
function resummed(folder: string): void {
  const files = [...snapshot(folder).keys()].filter((file) => file !== 'SHA256SUMS').sort();
  const lines = files.map(
    (file) => `${textDigest(readFileSync(path.join(folder, file))).slice(7)}  ${file}\n`,
  );
  writeFileSync(path.join(folder, 'SHA256SUMS'), lines.join(''));
}

describe('what is in it', () => {
  test('records, raw evidence, seals, proofs, verdict, sums, a README, a script and a page', () => {
    const names = [...snapshot(unpacked).keys()];
    for (const name of [
      'README.txt',
      'SHA256SUMS',
      'verdict.json',
      'verify.sh',
      'release-core-1.0.0.html',
      'records/ledger/seals.txt',
      'records/ledger/core/policy.md',
      'records/notes/core/1.0.0.md',
      `records/${DOSSIER}/release.md`,
      `records/${DOSSIER}/seal.json`,
      `records/${DOSSIER}/seal-2.json`,
      'records/ledger/core/deployments/seal-1.json',
      `proofs/${DOSSIER}/seal.json.tlog-proof`,
      'proofs/ledger/core/deployments/seal-1.json.tlog-proof',
    ])
      expect(names).toContain(name);
    expect(names.some((name) => /^records\/.*\/evidence\/[0-9a-f]{64}\.xml$/.test(name))).toBe(true);
    expect(names.some((name) => /^records\/ledger\/core\/deployments\/production\/.*\.md$/.test(name))).toBe(
      true,
    );
    expect(names.filter((name) => name.includes('/web/') || name.includes('/1.1.0/'))).toEqual([]);
    for (const name of names.filter((each) => each.startsWith('records/')))
      expect([name, readFileSync(path.join(unpacked, name))]).toEqual([
        name,
        readFileSync(sample.file(name.slice('records/'.length))),
      ]);
  });

  test('the verdict as of the last seal, and a README that names what is in it', () => {
    const [verdict] = JSON.parse(readFileSync(path.join(unpacked, 'verdict.json'), 'utf8'));
    expect(verdict).toMatchObject({
      product: 'core',
      release: '1.0.0',
      judgedAt: SEALED_AT,
      verdict: 'not-blessed',
    });
    expect(verdict.sealed).toHaveLength(2);
    const readme = readFileSync(path.join(unpacked, 'README.txt'), 'utf8');
    expect(readme).toContain('core-1.0.0: NOT blessed');
    expect(readme).toContain(ORIGIN);
    expect(readme).not.toContain(keys.publicKey);
  });
});

describe('its bytes', () => {
  test('are the same in every run and in every time zone', async () => {
    const ledger = copyOf(sample, path.join(space.root, 'zones'));
    const files = await Promise.all(
      ['UTC', 'Asia/Kolkata', 'Pacific/Kiritimati', 'America/St_Johns'].map(async (zone, index) => {
        const out = path.join(ledger.folder, `${index}.zip`);
        const args = [
          'pack',
          '--product',
          'core',
          '--release',
          '1.0.0',
          '--release',
          '1.1.0',
          '--key',
          keys.key,
        ];
        await well(ledger.command([...args, '--out', out], { environment: { TZ: zone } }));
        return readFileSync(out);
      }),
    );
    for (const bytes of files) expect(bytes.equals(files[0] as Buffer)).toBe(true);
  });

  test('do not depend on the order in which releases are named', async () => {
    const [a, b] = ['a', 'b'].map((name) => path.join(space.root, `${name}.zip`)) as [string, string];
    await well(tryPack(sample, { release: ['1.1.0', 'v1.0.0'], out: a }));
    await well(tryPack(sample, { release: ['1.0.0', '1.1.0', '1.0.0'], out: b }));
    expect(readFileSync(a).equals(readFileSync(b))).toBe(true);
  });
});

describe.skipIf(!hasTools)('its script', () => {
  test('says what it checked and proves the seals', () => {
    const { status, said } = check(unpacked);
    expect([status, said]).toEqual([0, expect.stringMatching(/\nIN ORDER\n$/)]);
    expect(said).toContain('files are as SHA256SUMS says');
    expect(said).toContain('3 seals are in their place of the chain');
    expect(said).toContain(`PROVED: this seal is entry 0 of 6 in the log ${ORIGIN}`);
    expect(said).not.toContain('NOT PROVED');
  });

  test('without a key it says that nothing is proved', () => {
    expect(check(unpacked, [])).toMatchObject({
      status: 0,
      said: expect.stringContaining('NOT PROVED: no public key'),
    });
  });

  test('another key, and another log, are not believed', async () => {
    const other = await keyFiles(sample, 'other');
    expect(check(unpacked, [other.publicKey])).toMatchObject(REFUSED);
    expect(check(unpacked, [keys.publicKey, 'another.example'])).toMatchObject(REFUSED);
  });

  test('a turned bit in any file is told', () => {
    const folder = copied('flipped');
    for (const name of snapshot(folder).keys()) {
      const file = path.join(folder, name);
      const bytes = readFileSync(file);
      const at = Math.floor(bytes.length / 2);
      const turned = Buffer.from(bytes);
      turned[at] = (bytes[at] ?? 0) ^ 1;
      writeFileSync(file, turned);
      expect([name, check(folder).status]).not.toEqual([name, 0]);
      writeFileSync(file, bytes);
    }
    expect(check(folder).status).toBe(0);
  }, 120_000);

  test('a turned bit anywhere in the sums is told', () => {
    const folder = copied('sums');
    const file = path.join(folder, 'SHA256SUMS');
    const bytes = readFileSync(file);
    for (let at = 0; at < bytes.length; at += 97) {
      const turned = Buffer.from(bytes);
      turned[at] = (bytes[at] ?? 0) ^ (1 << (at % 7));
      writeFileSync(file, turned);
      expect([at, check(folder)]).toMatchObject([at, REFUSED]);
    }
    writeFileSync(file, bytes.subarray(0, -1));
    expect(check(folder)).toMatchObject(REFUSED);
  }, 60_000);

  test('a file more, a file less and a link are told', () => {
    const folder = copied('files');
    writeFileSync(path.join(folder, '.more'), '');
    expect(check(folder)).toMatchObject(REFUSED);
    rmSync(path.join(folder, '.more'));
    symlinkSync('README.txt', path.join(folder, 'LINK.txt'));
    expect(check(folder)).toMatchObject(REFUSED);
    rmSync(path.join(folder, 'LINK.txt'));
    rmSync(path.join(folder, 'README.txt'));
    expect(check(folder)).toMatchObject(REFUSED);
  });

  test.each<[string, (folder: string) => void]>([
    [
      'a record that changed',
      (folder) => appendFileSync(path.join(folder, `records/${DOSSIER}/release.md`), ' '),
    ],
    ['a record that is gone', (folder) => rmSync(path.join(folder, `records/${DOSSIER}/release.md`))],
    ['a seal that is gone', (folder) => rmSync(path.join(folder, `proofs/${DOSSIER}/seal.json.tlog-proof`))],
    [
      'a seal that changed',
      (folder) =>
        edited(path.join(folder, `records/${DOSSIER}/seal.json`), (text) =>
          text.replace('cyra-osei', 'dana-ito'),
        ),
    ],
    [
      'a seal and a chain that changed',
      (folder) => {
        const seal = path.join(folder, `records/${DOSSIER}/seal.json`);
        const before = textDigest(readFileSync(seal)).slice(7);
        edited(seal, (text) => text.replace('cyra-osei', 'dana-ito'));
        const after = textDigest(readFileSync(seal)).slice(7);
        edited(path.join(folder, 'records/ledger/seals.txt'), (text) => text.replace(before, after));
      },
    ],
    [
      'a chain that was cut off',
      (folder) =>
        edited(path.join(folder, 'records/ledger/seals.txt'), (text) =>
          text.split('\n').slice(0, 2).join('\n').concat('\n'),
        ),
    ],
  ])('%s is told although the sums were put right', (name, change) => {
    const folder = copied(`resummed-${name.replaceAll(' ', '-')}`);
    change(folder);
    resummed(folder);
    expect(check(folder)).toMatchObject(REFUSED);
  });

  test('what is in no seal yet, and a release without a seal, are named', async () => {
    const ledger = copyOf(sample, path.join(space.root, 'later'));
    const said = { release: '1.0.0', because: 'It was late.', by: 'asha-rao', now: SEALED_AT };
    await well(answerOf((console) => amend({ content: ledger.content, product: 'core', ...said }, console)));
    const out = path.join(ledger.folder, 'later.zip');
    await well(tryPack(ledger, { out }));
    const later = check(unzipped(out), []);
    expect(later).toMatchObject({
      status: 0,
      said: expect.stringContaining(`In no seal yet: ${DOSSIER}/amendments/asha-rao-`),
    });
    const open = path.join(ledger.folder, 'open.zip');
    const web = { product: 'web', release: ['1.1.0'], out: open };
    expect(await tryPack(ledger, web)).toMatchObject({ code: 2, said: expect.stringContaining('--at TIME') });
    await well(tryPack(ledger, { ...web, at: '2026-03-05T00:00:00Z' }));
    const folder = unzipped(open);
    expect(check(folder, [])).toMatchObject({
      status: 0,
      said: expect.stringContaining('NOT SEALED: web-1.1.0'),
    });
    expect(readFileSync(path.join(folder, 'release-web-1.1.0.html'), 'utf8')).toContain('NOT SEALED');
  });
});

describe.skipIf(!hasTools)('a redacted file', () => {
  /** Seals of this sample get the digests of pieces, or lose them. */
  function withPieces(ledger: TestLedger, wanted: boolean): void {
    const chain: ListedSeal[] = [];
    for (const { file, seal } of sealsOf(ledger)) {
      const files = seal.files.map(({ pieces: _pieces, ...each }) => ({
        ...each,
        ...(wanted && { pieces: piecesDigestOf(readFileSync(ledger.file(each.path))) }),
      }));
      const text = sealText(makeSeal({ ...seal, files } as Parameters<typeof makeSeal>[0], chain));
      writeFileSync(ledger.file(file), text);
      chain.push({ digest: textDigest(text), path: file });
    }
    writeFileSync(ledger.file(SEAL_LIST), sealListText(chain));
  }

  async function packed(name: string, wanted: boolean): Promise<string> {
    const ledger = copyOf(sample, path.join(space.root, name));
    await well(
      tryVote(ledger, '1.0.0', {
        ranBy: 'Cyra Osei',
        because: `${'x'.repeat(600)}Nadia\nNadia\n${'y'.repeat(600)}`,
      }),
    );
    await well(trySeal(ledger, { release: '1.0.0' }));
    withPieces(ledger, wanted);
    const vote = [...ledger.state()].find(([, text]) => text.includes('Nadia'))?.[0] ?? '';
    const usual = {
      content: ledger.content,
      product: 'core',
      release: '1.0.0',
      because: 'Ticket 118.',
      by: 'cyra-osei',
    };
    for (const [index, text] of ['Nadia', 'yyyyy\n'].entries()) {
      const secret = path.join(ledger.folder, `${index}.json`);
      await well(
        answerOf((console) => redact({ ...usual, file: vote, text, secret, now: SEALED_AT }, console)),
      );
    }
    const out = path.join(ledger.folder, 'redacted.zip');
    await well(tryPack(ledger, { key: keys.key, out }));
    return unzipped(out);
  }

  test('every other byte is shown to be as it was sealed, and a change of another one is told', async () => {
    const folder = await packed('pieces', true);
    const { status, said } = check(folder);
    expect([status, said]).toEqual([
      0,
      expect.stringMatching(/is redacted: every byte that .*redactions\/2\.json does not hide/),
    ]);
    const [name = ''] =
      [...snapshot(folder)].find(([file, text]) => file.includes('/votes/') && text.includes('redacted-')) ??
      [];
    const changed = copied('pieces-changed', folder);
    edited(path.join(changed, name), (text) => text.replace('xxx', 'xyx'));
    resummed(changed);
    expect(check(changed)).toMatchObject(REFUSED);
  });

  test('where the seal has no digests of pieces, it says that only the redaction vouches for the rest', async () => {
    const folder = await packed('no-pieces', false);
    expect(check(folder)).toMatchObject({ status: 0, said: expect.stringContaining('only ') });
    expect(check(folder).said).toContain('vouches for the rest of it');
  });
});

describe('its page', () => {
  test('stands alone, and hostile text in it is harmless', async () => {
    const out = path.join(space.root, 'hostile.zip');
    await well(tryPack(sample, { release: ['1.1.0'], out }));
    const page = readFileSync(path.join(unzipped(out), 'release-core-1.1.0.html'), 'utf8');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toMatch(/<script|<img|\u202E|javascript:|https?:\/\/[^<]*"/);
    expect(page).not.toMatch(/<link|@import|url\(/);
    for (const heading of ['Controls', 'Votes', 'Stages', 'Changes', 'Deployments', 'Seal'])
      expect(page).toContain(`<h2>${heading}</h2>`);
    const links = [...page.matchAll(/href="([^"]*)"/g)].map(([, href]) => decodeURIComponent(href ?? ''));
    const folder = `${out}.d`;
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) expect([link, existsSync(path.join(folder, link))]).toEqual([link, true]);
  });
});

describe('which releases', () => {
  test('those of a sample’s rows: what was deployed, and where its change is recorded', async () => {
    const file = path.join(space.root, 'sample.json');
    const rows = [
      { product: 'core', release: '1.1.0', changeRelease: '1.0.0', change: 'core-1' },
      { product: 'web', release: '1.0.0', changeRelease: 'unproven', change: 'unproven' },
    ];
    writeFileSync(file, JSON.stringify({ query: {}, rows, seed: 'x' }));
    const options = { content: sample.content, sample: file, out: path.join(space.root, 'rows.zip') };
    const answer = await answerOf((console) => pack(options, console), { json: true });
    expect(JSON.parse(answer.printed)).toMatchObject({ releases: ['core-1.0.0', 'core-1.1.0', 'web-1.0.0'] });
  });

  test.each<[Partial<PackOptions>, string]>([
    [{ release: [] }, 'nothing says which releases'],
    [{ sample: 'x.json' }, 'nothing says which releases'],
    [{ release: ['9.9.9'] }, 'has no release "9.9.9"'],
    [{ at: 'yesterday' }, 'expected a moment in UTC'],
    [{ key: '/nowhere' }, 'the key cannot be read'],
  ])('%o is refused', async (more, said) => {
    const out = path.join(space.root, 'refused.zip');
    expect(await tryPack(sample, { out, ...more })).toMatchObject({
      code: 2,
      said: expect.stringContaining(said),
    });
    expect(existsSync(out)).toBe(false);
  });

  test('nothing is packed over an alarm, nor over a file that is there', async () => {
    const ledger = copyOf(sample, path.join(space.root, 'alarm'));
    await well(tryStage(ledger, '1.0.0', 'again'));
    await well(tryDeployment(ledger, '1.0.0', { at: '2026-03-04T11:30:00Z' }));
    writeFileSync(path.join(ledger.folder, 'pack.zip'), '');
    expect((await tryPack(ledger, {})).said).toContain('is there already');
    ledger.edit(`${DOSSIER}/release.md`, (text) => `${text} `);
    const answer = await tryPack(ledger, { out: path.join(ledger.folder, 'x.zip') });
    expect(answer.said).toContain('nothing is packed over an alarm');
  });
});

function edited(file: string, change: (text: string) => string): void {
  const text = readFileSync(file, 'utf8');
  expect(change(text)).not.toBe(text);
  writeFileSync(file, change(text));
}
