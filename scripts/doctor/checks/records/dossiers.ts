import { VersionSchema } from '../../../../src/records/index.ts';
import type { ProductFacts } from '../../facts/product-facts.ts';
import { edit, type Finding, verb } from '../../finding.ts';

/** Folders of releases that are none, and dossiers of a release that nobody harvested or opened. */
export function dossiers({ id, releases }: ProductFacts): Finding[] {
  return releases.flatMap(({ version, files }) => {
    const folder = `ledger/${id}/releases/${version}`;
    const place = { file: folder };
    if (!VersionSchema.safeParse(version).success) {
      const says = `The folder's name is no version: no page shows what is in it.`;
      const mend = edit('Rename it to the version, as "1.9.0", or remove it.');
      return [{ id: 'release-folder-without-version', severity: 'gap', product: id, says, place, mend }];
    }
    const known = ['release.md', 'opening.md'].some((name) => files.includes(`${folder}/${name}`));
    if (known) return [];
    const says =
      'There are records of the release, and neither a harvest nor an opening of it: no page shows them.';
    const mend = verb('harvest', '--product', id);
    return [{ id: 'release-without-record', severity: 'gap', product: id, says, place, mend }];
  });
}
