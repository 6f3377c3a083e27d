import path from 'node:path';
import { evidenceName } from '../../../../src/history/evidence-name.ts';
import { filingFolder } from '../../facts/filing-folder.ts';
import type { Filed, ProductFacts } from '../../facts/product-facts.ts';
import { edit, type Finding } from '../../finding.ts';

/** Evidence that no record names, and records whose evidence is not there. */
export function evidence(product: ProductFacts): Finding[] {
  return [...unnamed(product), ...missing(product)];
}

function unnamed({ id, files, mentions, unread }: ProductFacts): Finding[] {
  const silent = new Set([...unread].map(filingFolder));
  return files.flatMap((file): Finding[] => {
    const [, digest] = /\/evidence\/([0-9a-f]{64})(?:\.[^/]+)?$/.exec(file) ?? [];
    const folder = filingFolder(file);
    // A record that cannot be read may be the one that names it.
    if (digest === undefined || folder === null || silent.has(folder)) return [];
    if (mentions.get(folder)?.has(digest) === true) return [];
    return [
      {
        id: 'evidence-unnamed',
        severity: 'hint',
        product: id,
        says: 'No report, vote or deployment names this evidence: no page leads to it.',
        place: { file },
        mend: edit('File the report again with "ledger stage", or remove the file where no seal names it.'),
      },
    ];
  });
}

function missing(product: ProductFacts): Finding[] {
  const there = new Set(product.files);
  return namedEvidence(product).flatMap(({ file, data: name }): Finding[] => {
    const wanted = `${filingFolder(file)}/evidence/${name}`;
    if (there.has(wanted)) return [];
    return [
      {
        id: 'evidence-missing',
        severity: 'broken',
        product: product.id,
        says: `The evidence that it names is not there: ${path.posix.relative(path.posix.dirname(file), wanted)}.`,
        place: { file },
        mend: edit(`Put the file back as ${wanted}: git log --all -- '*${name}' tells where it was.`),
      },
    ];
  });
}

function namedEvidence({ releases, deployments }: ProductFacts): Filed<string>[] {
  const reports = releases.flatMap(({ stages }) =>
    stages.flatMap(({ file, data }) => data.evidence.map((each) => ({ file, data: evidenceName(each) }))),
  );
  const votes = releases.flatMap(({ votes }) =>
    votes.flatMap(({ file, data: { source } }) =>
      source.kind === 'slack'
        ? [{ file, data: evidenceName({ digest: source.digest, name: source.file }) }]
        : [],
    ),
  );
  const told = deployments.flatMap(({ file, data }) =>
    data.sources.flatMap((source) =>
      'digest' in source ? [{ file, data: evidenceName({ digest: source.digest, name: source.file }) }] : [],
    ),
  );
  return [...reports, ...votes, ...told];
}
