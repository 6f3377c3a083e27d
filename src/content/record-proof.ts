// What proves a record that a page was made from. Only the internal edition's routes import this file.
import type { RecordProof } from '../views/seal/proof-view.ts';
import { DEPLOYMENTS_PART, recordAddress, servedRecord } from '../views/seal/record-address.ts';
import { lately, once } from './once.ts';
import { fileDigest } from './plain-file.ts';
import { sealsIn } from './seals.ts';

/** A record by its path from the content folder on. */
export function recordProof(file: string): RecordProof {
  const sealed = sealedAs(file);
  return { digest: fileDigest(file), sealed: sealed && { ...sealed, address: recordAddress(file) } };
}

function sealedAs(file: string): { place: number; digest: string } | null {
  const { product, part } = servedRecord(file) ?? {};
  if (product === undefined || part === undefined) return null;
  if (part === DEPLOYMENTS_PART) return sealedDeployment(file).as;
  return releaseOf(`${product}/releases/${part}`).get(file) ?? null;
}

type SealedAs = ReadonlyMap<string, { place: number; digest: string }>;

/** Seals grow with the deployments, and pages of deployments come in between those of releases. */
const deploymentsOf = lately(
  'sealed deployments',
  (product): SealedAs => inFolder(`ledger/${product}/deployments`),
);

/** Another deployment that is sealed changes nothing of this one. */
const sealedDeployment = once(
  'sealed deployment',
  (file) => ({ as: deploymentsOf(servedRecord(file)?.product ?? '').get(file) ?? null }),
  { cut: true, room: 64 },
);

const releaseOf = once('sealed release', (folder): SealedAs => inFolder(`ledger/${folder}`), {
  cut: true,
  room: 1,
});

function inFolder(folder: string): SealedAs {
  return new Map(
    sealsIn(folder).flatMap(({ place, seal }) =>
      seal.files.map(({ path, digest }) => [path, { place, digest }] as const),
    ),
  );
}
