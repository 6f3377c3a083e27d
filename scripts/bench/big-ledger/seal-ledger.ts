import fs from 'node:fs';
import path from 'node:path';
import { makeSeal, type Sealing, sealText } from '../../seal/make-seal.ts';
import { type ListedSeal, SEAL_LIST, sealListText } from '../../seal/seal-list.ts';
import { sealableFiles } from '../../seal/sealable-files.ts';
import { ledgerPaths } from '../../store/paths.ts';
import { textDigest } from '../../store/sealed-files.ts';
import { instant } from './invented.ts';
import { type PlannedRelease, personFor, plannedReleases, productsOf } from './planned-release.ts';
import type { LedgerShape } from './shape.ts';

/** Who seals where no release says so. */
const SEALER = 'ada-brook';

/**
 * Seals every release of a big ledger in the order of their dates, then each product's deployments; gives the number of
 * seals. The seals are as the command makes them, but for the verdict: nobody judges, and all are called unproven.
 */
export function sealBigLedger(content: string, shape: LedgerShape): number {
  const chain: ListedSeal[] = [];
  const seal = (sealing: Sealing, file: string): void => {
    const text = sealText(makeSeal(sealing, chain));
    fs.writeFileSync(path.join(content, file), text);
    chain.push({ digest: textDigest(text), path: file });
  };
  const products = productsOf(shape);
  const releases = products.flatMap((product) => [...plannedReleases(shape, product)]);
  for (const release of releases.sort((a, b) => a.at - b.at)) sealRelease(content, release, seal);
  for (const product of products) sealDeployments(content, product, shape, seal);
  fs.writeFileSync(path.join(content, SEAL_LIST), sealListText(chain));
  return chain.length;
}

function sealRelease(
  content: string,
  release: PlannedRelease,
  seal: (sealing: Sealing, file: string) => void,
): void {
  const { product, version, at } = release;
  const folder = ledgerPaths(product).dossier(version);
  const policy = keepPolicy(content, product, `${folder}/evidence`);
  const sealing: Sealing = {
    kind: 'release',
    product,
    version,
    files: sealableFiles(content, folder),
    policy,
    verdict: { verdict: 'unproven', controls: [] },
    note: textDigest(fs.readFileSync(path.join(content, ledgerPaths(product).note(version)))),
    sealedAt: instant(at + 7_200_000),
    sealedBy: personFor(release, 2),
  };
  seal(sealing, `${folder}/seal.json`);
}

function sealDeployments(
  content: string,
  product: string,
  { until }: LedgerShape,
  seal: (sealing: Sealing, file: string) => void,
): void {
  const folder = ledgerPaths(product).deployments;
  const policy = keepPolicy(content, product, `${folder}/production/evidence`);
  const files = sealableFiles(content, folder);
  const sealedAt = instant(Date.parse(until) + 10_800_000);
  seal({ kind: 'deployments', product, files, policy, sealedAt, sealedBy: SEALER }, `${folder}/seal-1.json`);
}

/** The policy is kept as evidence beside what it judged; gives its digest. */
function keepPolicy(content: string, product: string, folder: string): string {
  const bytes = fs.readFileSync(path.join(content, ledgerPaths(product).policy));
  const digest = textDigest(bytes);
  fs.mkdirSync(path.join(content, folder), { recursive: true });
  fs.writeFileSync(path.join(content, folder, `${digest.slice('sha256:'.length)}.md`), bytes);
  return digest;
}
