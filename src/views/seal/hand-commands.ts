import type { ChainSeal } from './chain.ts';
import { HAND_FILES } from './hand-files.ts';

/** Commands of a check by hand, one group a step, for the last release that was sealed. */
export function handCommands(seals: readonly ChainSeal[]): string[][] {
  const last = seals.findLast(({ is }) => is?.kind === 'release');
  const seal = last?.file ?? 'ledger/PRODUCT/releases/VERSION/seal.json';
  const [product, version] = [last?.is?.product ?? 'PRODUCT', last?.is?.version ?? 'VERSION'];
  const [sums, proof] = [`seal-${last?.place ?? 0}.sha256`, `${product}-${version}.tlog-proof`];
  return [
    ['cd content && sha256sum --strict -c ledger/seals.txt'],
    [
      `jq -r '.files[] | "\\(.digest[7:])  \\(.path)"' ${seal} > ${sums}`,
      `sha256sum --strict -c ${sums}`,
      `bash ${HAND_FILES.root.name} < ${sums} && jq -r .root ${seal}`,
    ],
    [`bash ${HAND_FILES.proof.name} ${seal} ${proof} "$(cat ledger.key.pub)"`],
    ['ledger verify --checkpoint ledger.checkpoint --public-key ledger.key.pub'],
  ];
}

/** Who signs a checkpoint, and who holds it against the ledger. */
export const CHECKPOINT_COMMANDS = {
  sign: 'ledger checkpoint --key ledger.key --out ledger.checkpoint',
  verify: 'ledger verify --checkpoint ledger.checkpoint --public-key ledger.key.pub',
} as const;
