import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { entriesOf, KEYS, ORIGIN, proofFile } from '../src/seal/testing/signed-log.ts';
import { keyFiles, sealedSample, tryProve, well } from './testing/sealed.ts';
import { useWorkspace } from './testing/workspace.ts';

const README = fs.readFileSync(path.resolve(import.meta.dirname, '../README.md'), 'utf8');
/** The lines that an auditor types, as the README has them. */
const LINES = [...README.matchAll(/\n```sh\n(.*?)```\n/gs)]
  .map(([, lines = '']) => lines)
  .filter((lines) => lines.includes('openssl pkeyutl'));

const [, SEAL = '', PROOF = ''] = /^seal=(\S+) proof=(\S+)$/m.exec(LINES[0] ?? '') ?? [];
const TOOLS = ['base64', 'cat', 'openssl', 'sed', 'tail'];

const version = spawnSync('openssl', ['version'], { encoding: 'utf8' }).stdout ?? '';
const hasOpenssl = /^OpenSSL [3-9]/.test(version);
if (!hasOpenssl) console.warn('openssl 3 is missing here: the lines of the README are not run');

const space = useWorkspace();

interface Files {
  seal: Uint8Array | string;
  proof: string;
  key: string;
}

/** What the lines print in a folder that has these files where the README has them, with few programs in reach. */
function run({ seal, proof, key }: Files): string {
  const folder = fs.mkdtempSync(path.join(space.root, 'readme-'));
  fs.mkdirSync(path.join(folder, path.dirname(SEAL)), { recursive: true });
  fs.writeFileSync(path.join(folder, SEAL), seal);
  fs.writeFileSync(path.join(folder, PROOF), proof);
  fs.writeFileSync(path.join(folder, 'ledger.key.pub'), `${key}\n`);
  const bin = path.join(folder, 'bin');
  fs.mkdirSync(bin);
  for (const tool of TOOLS) fs.symlinkSync(programOf(tool), path.join(bin, tool));
  const { stdout, status } = spawnSync('/bin/sh', ['-c', LINES[0] ?? ''], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: bin },
  });
  // Whoever pastes them sees words; a script sees the same.
  expect(status === 0).toBe(stdout !== '');
  return stdout;
}

function programOf(tool: string): string {
  return spawnSync('sh', ['-c', `command -v ${tool}`], { encoding: 'utf8' }).stdout.trim();
}

test('the README has the lines once, and they are few', () => {
  expect(LINES).toHaveLength(1);
  expect(LINES[0]?.trimEnd().split('\n').length).toBeLessThanOrEqual(16);
  expect([SEAL, PROOF]).not.toContain('');
});

describe.skipIf(!hasOpenssl)('the lines of the README', () => {
  let given: Files = { seal: '', proof: '', key: '' };

  beforeAll(async () => {
    const ledger = await sealedSample(space, 'sealed');
    const { key, publicKey } = await keyFiles(ledger);
    const out = path.join(ledger.folder, 'a.tlog-proof');
    await well(tryProve(ledger, '1.1.0', { key, out }));
    const seal = fs.readFileSync(ledger.file('ledger/core/releases/1.1.0/seal.json'));
    given = { seal, proof: fs.readFileSync(out, 'utf8'), key: publicKey };
  });

  test('prove a release that is sealed', () => expect(run(given)).toBe(`in the log of ${ORIGIN}\n`));

  test('refuse another seal', () => expect(run({ ...given, seal: `${given.seal} ` })).toBe(''));

  test('refuse another key', () => expect(run({ ...given, key: KEYS.verifierKey })).toBe(''));

  test('refuse a proof in which any line was changed', () => {
    const lines = given.proof.trimEnd().split('\n');
    // The format's name and the empty lines prove nothing.
    const changed = lines.flatMap((line, index) => {
      if (index === 0 || line === '') return [];
      const at = Math.floor(line.length / 2);
      const other = line[at] === '1' ? '2' : '1';
      return [lines.with(index, `${line.slice(0, at)}${other}${line.slice(at + 1)}`).join('\n')];
    });
    expect(changed.length).toBeGreaterThan(5);
    for (const proof of changed) expect(run({ ...given, proof: `${proof}\n` }), proof).toBe('');
  });

  test('prove every entry of logs of every form, and no entry in the place of another', () => {
    for (const size of [1, 2, 3, 6, 7])
      entriesOf(size).forEach((seal, index) => {
        const own = { seal, proof: proofFile(index, size), key: KEYS.verifierKey };
        expect(run(own), `${index} of ${size}`).toBe(`in the log of ${ORIGIN}\n`);
        if (size > 1) expect(run({ ...own, proof: proofFile((index + 1) % size, size) })).toBe('');
      });
  });
});
