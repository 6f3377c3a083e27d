import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { keysFromSeed, readSigner } from './keys.ts';
import { formatNote, parseNote } from './note.ts';
import { addSignature } from './signed-note.ts';
import { flipped } from './testing/arbitrary-tree.ts';
import { entriesOf, KEYS, ORIGIN, proofFile } from './testing/signed-log.ts';
import { VERIFY_SCRIPT } from './verify-script.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'verify-seal-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

const version = spawnSync('openssl', ['version'], { encoding: 'utf8' }).stdout ?? '';
const hasTools = /^OpenSSL [3-9]/.test(version) && spawnSync('bash', ['--version']).status === 0;
if (!hasTools) console.warn('openssl 3 or bash is missing here: the script that verifies seals is not run');
const run = test.skipIf(!hasTools);

interface Given {
  seal?: Uint8Array;
  proof?: Uint8Array | string;
  key?: string;
  origin?: string;
}

const SIZE = 7;
const INDEX = 5;
const SEAL = entriesOf(SIZE)[INDEX] ?? new Uint8Array();
const PROOF = proofFile(INDEX, SIZE);

/** What the script says, run with nothing in reach but coreutils and openssl. */
function verdict({ seal = SEAL, proof = PROOF, key = KEYS.verifierKey, origin = ORIGIN }: Given = {}) {
  const [script, sealFile, proofName] = ['verify-seal.sh', 'seal.json', 'a.tlog-proof'].map((name) =>
    path.join(folder, name),
  ) as [string, string, string];
  fs.writeFileSync(script, VERIFY_SCRIPT);
  fs.writeFileSync(sealFile, seal);
  fs.writeFileSync(proofName, proof);
  const { status, stdout, stderr } = spawnSync('/bin/bash', [script, sealFile, proofName, key, origin], {
    encoding: 'utf8',
    env: { PATH: onlyTools(), TMPDIR: folder },
  });
  return { status, said: stdout + stderr };
}

/** A folder with the only programs that the script may need. */
function onlyTools(): string {
  const bin = path.join(folder, 'bin');
  if (fs.existsSync(bin)) return bin;
  fs.mkdirSync(bin);
  for (const name of ['mktemp', 'rm', 'od', 'tr', 'base64', 'wc', 'cat', 'head', 'tail', 'openssl']) {
    const found = spawnSync('bash', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim();
    fs.symlinkSync(found, path.join(bin, name));
  }
  return bin;
}

/** Refused, by the script's own words: not by chance of a tool that failed. */
const REFUSED = { status: 1, said: expect.stringMatching(/^NOT PROVED: .+\n$/) };

run('a seal is proved', () => {
  const said = `PROVED: this seal is entry 5 of 7 in the log ${ORIGIN}\n`;
  expect(verdict()).toEqual({ status: 0, said });
});

run('every seal is proved, in logs of every form', () => {
  for (const size of [1, 2, 5])
    entriesOf(size).forEach((seal, index) => {
      expect(verdict({ seal, proof: proofFile(index, size) })).toMatchObject({ status: 0 });
    });
});

run('a turned bit in the seal is told', () => {
  for (let at = 0; at < SEAL.length; at += 6)
    expect(verdict({ seal: flipped(SEAL, at * 8 + (at % 8)) })).toMatchObject(REFUSED);
});

/** Of each line a byte within it, and its end. */
function placesIn(text: string): number[] {
  let start = 0;
  return text.split('\n').flatMap((line) => {
    const [from, length] = [start, Buffer.byteLength(line)];
    start += length + 1;
    return [from + Math.floor(length / 3), from + length];
  });
}

run('a turned bit in any line of proof or checkpoint is told', () => {
  const bytes = Buffer.from(PROOF);
  for (const at of new Set(placesIn(PROOF).filter((place) => place < bytes.length)))
    expect([at, verdict({ proof: flipped(bytes, at * 8 + (at % 8)) })]).toMatchObject([at, REFUSED]);
});

run('a seal with more or fewer bytes, or another one, is not proved', () => {
  const others = [Buffer.concat([SEAL, Buffer.of(0)]), SEAL.slice(0, -1), new Uint8Array(), ...entriesOf(5)];
  for (const seal of others) expect(verdict({ seal })).toMatchObject(REFUSED);
});

run('a proof that is cut, longer, or in another form is not proved', () => {
  const lines = PROOF.split('\n');
  const bent = [
    '',
    PROOF.slice(0, -1),
    `${PROOF}\n`,
    `${PROOF}\0`,
    `\n${PROOF}`,
    PROOF.replaceAll('\n', '\r\n'),
    PROOF.replace('index 5', 'index 05'),
    PROOF.replace('index 5', 'index 4'),
    PROOF.replace('index 5', 'index 7'),
    PROOF.replace('index 5', 'index a[$(touch ran)]'),
    PROOF.replace('\n7\n', '\n8\n'),
    PROOF.replace('\n7\n', '\n7\0\n'),
    ...lines.map((_, at) => lines.toSpliced(at, 1).join('\n')),
    ...[1, 2, 5].map((at) => lines.toSpliced(at, 0, ...lines.slice(at, at + 1)).join('\n')),
  ];
  for (const proof of bent) expect([proof, verdict({ proof })]).toMatchObject([proof, REFUSED]);
});

run('another log and other keys are not believed', () => {
  const { verifierKey } = keysFromSeed(ORIGIN, new Uint8Array(32).fill(9));
  const id = KEYS.verifierKey.split('+')[1] ?? '';
  expect(verdict({ origin: 'other.example' })).toMatchObject(REFUSED);
  for (const key of ['', 'x', verifierKey, KEYS.verifierKey.replace(id, '00000000'), `${KEYS.verifierKey} `])
    expect(verdict({ key })).toMatchObject(REFUSED);
});

run('lines of other signers and extra data change nothing', () => {
  const checkpoint = PROOF.slice(PROOF.indexOf('\n\n') + 2);
  const witness = keysFromSeed('witness.example', new Uint8Array(32).fill(3));
  const cosigned = formatNote(
    addSignature(parseNote(checkpoint, 'checkpoint'), readSigner(witness.privateKey)),
  );
  const proof = proofFile(INDEX, SIZE, cosigned).replace(
    '\nindex',
    `\nextra ${btoa('lantern 1.4.0')}\nindex`,
  );
  for (const key of [KEYS.verifierKey, witness.verifierKey])
    expect(verdict({ proof, key })).toMatchObject({ status: 0 });
});

run('without its files the script says so, and it leaves nothing behind', () => {
  const given = ['-c', VERIFY_SCRIPT, 'verify-seal.sh', 'no-seal', 'no-proof', 'key'];
  const { status, stderr } = spawnSync('bash', given, { encoding: 'utf8' });
  expect([status, stderr]).toEqual([1, 'NOT PROVED: give a seal, its proof, and the verifier key\n']);
  verdict();
  expect(fs.readdirSync(folder).filter((name) => name.startsWith('tmp.'))).toEqual([]);
});
