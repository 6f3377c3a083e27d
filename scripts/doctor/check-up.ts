import { existsSync } from 'node:fs';
import { formOfFile } from '../../src/records/index.ts';
import { hostOf } from '../parse/github/address.ts';
import type { Progress } from '../report.ts';
import type { Fetch } from '../sources/github/client.ts';
import { type LedgerFiles, ledgerFiles } from '../store/ledger-files.ts';
import { repositories } from './checks/platform/repositories.ts';
import { token } from './checks/platform/token.ts';
import { emptyLedger } from './checks/records/empty-ledger.ts';
import { productOf, strays } from './checks/records/strays.ts';
import { examineMachine } from './examine-machine.ts';
import { examineProduct } from './examine-product.ts';
import { askedFor, examineRepositories, type ProductRepositories } from './examine-repositories.ts';
import { askPlatform } from './facts/ask-platform.ts';
import { lookAtRepositories } from './facts/look-at-repository.ts';
import type { MachineFacts } from './facts/machine.ts';
import { namesIn } from './facts/plain-look.ts';
import type { Finding } from './finding.ts';
import { RecordReading } from './record-reading.ts';

/** What a check-up is made of besides the ledger itself. */
export interface CheckUp {
  content: string;
  /** Only this product. */
  product: string | null;
  now: string;
  machine: MachineFacts;
  /** Null where nobody on the network is asked. */
  platform: { url: string; token: string; fetch: Fetch } | null;
  progress: Progress;
}

/** What a check-up came to. */
export interface Diagnosis {
  findings: Finding[];
  products: string[];
  /** How many records were read. */
  records: number;
  seals: number;
}

/** Looks at everything, and writes nothing. */
export async function checkUp(given: CheckUp): Promise<Diagnosis> {
  const { content, product, now, machine } = given;
  // 1. What lies in the ledger.
  const files = ledgerFiles(content, namesIn);
  const products = productsOf(files).filter((id) => product === null || id === product);
  // 2. Every record, product by product. What cannot be read is told first: it may be why something else is missing.
  const read = new RecordReading(content, files, given.progress);
  const { examined, opened } = await examineProducts(products, read, given);
  const ofSite = read.site();
  const ofLedger = [...read.findings(), ...examined, ...ofSite, ...strays(files)];
  // 3. The machine, the repositories, and the platform that they are on.
  const findings = [
    ...emptyLedger(content, existsSync(content), products),
    ...ofLedger,
    ...examineMachine(machine, content, read.newest, now),
    ...(await examineElsewhere(opened, given)),
  ];
  given.progress.end();
  const isMeant = (finding: Finding) =>
    product === null || finding.product === null || finding.product === product;
  return { findings: findings.filter(isMeant), products, records: read.count, seals: read.seals };
}

async function examineProducts(
  products: readonly string[],
  read: RecordReading,
  { content, now }: CheckUp,
): Promise<{ examined: Finding[]; opened: ProductRepositories[] }> {
  const [examined, opened]: [Finding[], ProductRepositories[]] = [[], []];
  for (const id of products) {
    const facts = read.product(id);
    const { policy } = facts;
    examined.push(...examineProduct(facts, now));
    if (policy !== null)
      opened.push({ policy, repositories: await lookAtRepositories(policy.data, content) });
  }
  return { examined, opened };
}

async function examineElsewhere(
  opened: readonly ProductRepositories[],
  { platform, now, progress }: CheckUp,
): Promise<Finding[]> {
  const host = platform !== null && URL.canParse(platform.url) ? hostOf(platform.url) : 'github.com';
  const found = examineRepositories(opened, now, host);
  const asked = askedFor(opened, host);
  if (platform === null || asked.length === 0) return found;
  const told = await askPlatform({ ...platform, progress, repositories: asked });
  return [...found, ...token(told), ...repositories(told)];
}

function productsOf({ files }: LedgerFiles): string[] {
  const ids = files.flatMap((file) =>
    formOfFile(file) === null && !file.endsWith('.md') ? [] : (productOf(file) ?? []),
  );
  return [...new Set(ids)].sort();
}
