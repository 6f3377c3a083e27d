import type { PackedRelease } from '../packed-release.ts';
import { type Markup, markup } from './markup.ts';
import { code, recordLink, section, table } from './table.ts';

/** What fixes the release, and what was taken out since. */
export function sealSection({ seals, redactions }: PackedRelease): Markup {
  const rows = seals.map(({ file, digest, seal }) => [
    recordLink(file),
    seal.sequence,
    `${seal.sealedBy}, ${seal.sealedAt}`,
    `${seal.files.length} files${seal.verdict === undefined ? '' : `, ${seal.verdict.verdict}`}`,
    [markup`<div>root ${code(seal.root)}</div><div>bytes ${code(digest)}</div>`],
  ]);
  const heads = ['Seal', 'Number in the chain', 'Sealed by', 'Fixes', 'Digests'];
  const listed = table(heads, rows);
  const taken = redactions.map(
    ({ path, by, at, because }) =>
      markup`<li>${recordLink(path)}: redacted by ${by} at ${at}: ${because}</li>`,
  );
  const redacted = taken.length === 0 ? null : markup`<h3>Redacted since</h3><ul>${taken}</ul>`;
  return section(
    'Seal',
    listed &&
      markup`${listed}${redacted}<p class="small">To check it: bash verify.sh '&lt;public key&gt;'. See README.txt.</p>`,
    'NOT SEALED: nothing shows that these records were not changed.',
  );
}
