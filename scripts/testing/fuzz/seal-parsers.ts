import { formatCheckpoint, parseCheckpoint } from '../../../src/seal/checkpoint.ts';
import {
  formatInclusionFile,
  parseInclusionFile,
  verifyInclusionFile,
} from '../../../src/seal/inclusion-file.ts';
import { keysFromSeed, readSigner, readVerifier } from '../../../src/seal/keys.ts';
import { checkLog } from '../../../src/seal/log.ts';
import { hashed } from '../../../src/seal/node-sha256.ts';
import { formatNote, parseNote } from '../../../src/seal/note.ts';
import { sign, verifyNote } from '../../../src/seal/signed-note.ts';
import { rootOf, sealText } from '../../seal/make-seal.ts';
import { parseSeal } from '../../store/sealed-files.ts';
import { type FuzzedParser, ofText } from './fuzz.ts';

const ORIGIN = 'releases.example.org/ledger';
const KEYS = keysFromSeed(ORIGIN, new Uint8Array(32).fill(7));
const VERIFIER = readVerifier(KEYS.verifierKey);
const TRUST = { origin: ORIGIN, verifiers: [VERIFIER] };
const ROOT = new Uint8Array(32).fill(3);
const TEXT = formatCheckpoint({ origin: ORIGIN, size: 1, root: ROOT, extensions: ['further words'] });
const NOTE = formatNote(sign(TEXT, readSigner(KEYS.privateKey)));
const PROOF = formatInclusionFile({ index: 0, proof: [ROOT, ROOT], checkpoint: NOTE, extra: ROOT });
const DIGEST = `sha256:${'0'.repeat(64)}`;
const FILES = [{ path: 'ledger/core/releases/1.0.0/release.md', digest: DIGEST, size: 3 }];
const SEAL = sealText({
  ...{ schema: 1, kind: 'release', product: 'core', version: '1.0.0', sequence: 0, previous: null },
  ...{ sealedAt: '2026-03-04T12:00:00+00:00', sealedBy: 'cyra-osei', policy: DIGEST },
  verdict: { verdict: 'unproven', controls: [{ id: 'gates', result: 'pass' }] },
  ...{ note: null, files: FILES, root: rootOf(FILES) },
});

/** What reads seals, keys, checkpoints and proofs. */
export const SEAL_PARSERS: readonly FuzzedParser[] = [
  ofText('seals', [SEAL], (text) => {
    const seal = parseSeal(Buffer.from(text), 'seal.json');
    return [rootOf(seal.files), sealText(seal)];
  }),
  {
    name: 'chains of seals',
    samples: [Buffer.from(SEAL)],
    parse: (bytes) =>
      hashed(
        checkLog([
          { file: 'a', bytes },
          { file: 'b', bytes: Buffer.from(SEAL) },
        ]),
      ),
  },
  ofText('checkpoints', [TEXT], (text) => formatCheckpoint(parseCheckpoint(text, 'checkpoint'))),
  ofText('signed notes', [NOTE], (text) => {
    const note = parseNote(text, 'note');
    if (formatNote(note) !== text) throw new Error('a note is written otherwise than it was read');
    if (text !== NOTE && verifyNote(note, [VERIFIER]).ok && !text.startsWith(TEXT))
      throw new Error('a note that nobody signed is believed');
  }),
  ofText('proofs', [PROOF], (text) => {
    const proof = parseInclusionFile(text, 'proof');
    hashed(verifyInclusionFile(Buffer.from(SEAL), proof, TRUST, 'proof'));
    if (formatInclusionFile(proof) !== text) throw new Error('a proof is written otherwise than it was read');
  }),
  ofText('private keys', [KEYS.privateKey], readSigner),
  ofText('public keys', [KEYS.verifierKey], readVerifier),
];
