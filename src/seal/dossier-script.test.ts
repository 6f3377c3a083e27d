import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { toHex, utf8 } from './bytes.ts';
import { DOSSIER_SCRIPT } from './dossier-script.ts';
import { dossierLines, dossierRoot } from './dossier-tree.ts';
import { hashed, sha256 } from './node-sha256.ts';

const isMissing = ['bash', 'openssl'].some((name) => spawnSync(name, ['version']).error !== undefined);
if (isMissing) console.warn('bash or openssl is missing here: the script for roots of dossiers is not run');

test.skipIf(isMissing).each([0, 1, 2, 3, 5, 8, 13])('%i files have the same root in the shell', (count) => {
  const files = Array.from({ length: count }, (_, index) => ({
    path: `ledger/lantern/\u{1f600} %s \\0 ${index}.md`.replaceAll('\\', "'"),
    sha256: toHex(sha256(utf8(String(index)))),
  }));
  const { status, stdout } = spawnSync('bash', ['-c', DOSSIER_SCRIPT], {
    input: dossierLines(files).join(''),
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 0, stdout: `sha256:${toHex(hashed(dossierRoot(files)))}\n` });
});
