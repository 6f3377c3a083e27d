import { formOfFile } from '../../../../src/records/index.ts';
import type { LedgerFiles } from '../../../store/ledger-files.ts';
import { edit, type Finding } from '../../finding.ts';

/** Files of a ledger that are no records, and that commands and pages know all the same. */
const KNOWN = [
  /^ledger\/[^/]+\/releases\/[^/]+\/evidence\/[0-9a-f]{64}(?:\.[^/]+)?$/,
  /^ledger\/[^/]+\/deployments\/[^/]+\/evidence\/[0-9a-f]{64}(?:\.[^/]+)?$/,
  /^ledger\/seals\.txt$/,
  // These have checks of their own.
  /^notes\/[^/]+\/[^/]+\/[^/]+$/,
  /^site\/[^/]+$/,
];

/** Files that nothing reads, and whatever is no file. */
export function strays({ files, others }: Pick<LedgerFiles, 'files' | 'others'>): Finding[] {
  const stray = files.filter((file) => formOfFile(file) === null && !KNOWN.some((place) => place.test(file)));
  return [
    ...stray.map(
      (file): Finding => ({
        ...found(file),
        says: isMisnamedEvidence(file)
          ? 'The name of a file of evidence is its digest, and this is none: no page leads to it.'
          : 'No command reads this file, and no page shows it.',
        mend: edit('Move it to where it belongs, or out of the ledger.'),
      }),
    ),
    ...others.map(
      (file): Finding => ({
        ...found(file),
        id: 'link-in-ledger',
        severity: 'gap',
        says: 'It is a link, or no file at all: commands refuse to write beside it, and nothing of it can be sealed.',
        mend: edit('Put the file itself in its place.'),
      }),
    ),
  ];
}

function found(file: string): Pick<Finding, 'id' | 'severity' | 'product' | 'place'> {
  return { id: 'file-stray', severity: 'hint', product: productOf(file), place: { file } };
}

function isMisnamedEvidence(file: string): boolean {
  return /^ledger\/[^/]+\/(?:releases|deployments)\/[^/]+\/evidence\//.test(file);
}

/** The product that a file is of; null for one of the ledger as a whole. */
export function productOf(file: string): string | null {
  return /^(?:ledger|notes)\/([^/]+)\//.exec(file)?.[1] ?? /^products\/([^/]+)\.md$/.exec(file)?.[1] ?? null;
}
