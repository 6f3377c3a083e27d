import { counted } from '../../src/verdict/wording.ts';
import { personOrName } from '../dossier/opening/who.ts';
import { ranBy } from '../dossier/votes/ran-by.ts';
import { type OpenRelease, type SealedProduct, sealProduct } from '../seal/seal-all.ts';
import type { SealedRelease } from '../seal/seal-release.ts';
import { LedgerReader } from '../store/read.ts';
import type { Console } from './console.ts';
import { momentOf } from './moment.ts';

/** What `ledger seal --all` is asked for. */
export interface SealAllOptions {
  content: string;
  /** One product; all of them where it is not given. */
  product?: string;
  /** Releases that are not blessed as well, as they are. */
  unblessed?: boolean;
  by?: string;
  ranBy?: string;
  /** The moment of sealing; the clock's where it is not given. */
  now?: string;
}

/** More open releases of a product than these are counted: an old history has hundreds that nobody will judge. */
const SHOWN = 5;

/** Seals all that may be sealed, product by product, and prints what was and what stays open. Always returns 0. */
export async function sealAll(options: SealAllOptions, out: Console): Promise<number> {
  const { content, product } = options;
  const reader = new LedgerReader(content);
  const name = options.by ?? (await ranBy(options.ranBy, content));
  const now = momentOf(options.now);
  const products = product === undefined ? reader.products() : [product];
  const done = products.map((id) => {
    const sealedBy = personOrName(reader.knownPolicy(id).policy, name);
    return { product: id, ...sealProduct(reader, id, { sealedBy, now }, options.unblessed) };
  });
  if (out.json) out.result(done.map(asResult));
  else for (const each of done) for (const line of linesOf(each)) out.print(`${line}\n`);
  return 0;
}

function asResult({ product, sealed, open }: SealedProduct & { product: string }) {
  return { product, sealed: sealed.map(({ path }) => path), open };
}

function linesOf({ sealed, open }: SealedProduct): string[] {
  const more = open.length - SHOWN;
  return [
    ...sealed.map(sealedLine),
    ...open.slice(0, SHOWN).map(openLine),
    ...(more > 0 ? [`- ${counted(more, 'earlier release')} of ${open[0]?.product} not blessed either`] : []),
  ];
}

function sealedLine({ seal, path }: SealedRelease): string {
  const { product, version, files, sequence } = seal;
  return `- ${product} ${version ?? 'deployments'}: sealed ${counted(files.length, 'file')}, number ${sequence} of the chain [${path}]`;
}

const WORDS = { blessed: 'blessed', 'not-blessed': 'not blessed', unproven: 'not proven' };

function openLine({ product, version, verdict, unresolved }: OpenRelease): string {
  const commits = unresolved === 0 ? '' : `, ${counted(unresolved, 'commit')} not accounted for`;
  return `- ${product} ${version}: ${WORDS[verdict]}${commits}; it stays open [ledger verdict --product ${product} --release ${version}]`;
}
