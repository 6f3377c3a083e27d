import { createHash } from 'node:crypto';
import path from 'node:path';
import { fenced } from '../../src/markdown/change-body.ts';
import { type Amendment, SCHEMA_VERSION } from '../../src/records/index.ts';
import { ledgerPaths } from '../store/paths.ts';
import { lastRedaction } from '../store/redactions.ts';
import { isSameInOlderFormat } from '../store/same-record.ts';
import { textDigest } from '../store/sealed-files.ts';
import { type KeptFile, readIfThere, type Transaction } from '../store/transaction.ts';
import { markdownFile, type Yaml } from '../store/yaml-lines.ts';
import { amendRedacted } from './redacted-facts.ts';

const HARVEST = 'harvest';
/** The policy that a record was made under changes with every edit of the policy, and says nothing of the facts. */
const POLICY_LINE = /^policy: "sha256:[0-9a-f]{64}"$/m;
const RELEASE = /^ledger\/[^/]+\/releases\/([^/]+)\//;

/**
 * Puts what a harvest found otherwise than it was sealed into amendments, each once. Gives a sentence for each sealed
 * record that differs: a release whose tag was moved is an alarm, not an update.
 */
export function amendLateFacts(
  transaction: Transaction,
  content: string,
  product: string,
  moment: string,
): string[] {
  return transaction.kept.flatMap((kept) => {
    const now = readIfThere(path.join(content, kept.file));
    if (now === null || textDigest(now) !== kept.sealed)
      return [`${kept.file} is sealed, and is not what was sealed: it was left alone. See: ledger verify`];
    if (withoutPolicy(now) === withoutPolicy(kept.text)) return [];
    if (isSameInOlderFormat(now, kept.text, kept.file, ['policy'])) return [];
    const redaction = lastRedaction(content, kept.file);
    if (redaction !== null)
      return amendRedacted(transaction, content, { redaction, now, found: kept.text, moment });
    const amendment = amend(transaction, content, { product, now: moment }, kept);
    return [
      `${kept.file} is sealed and would differ now: it was kept, and ${amendment} says what was found.`,
    ];
  });
}

/** Gives the amendment's path. One that is there says the same already. */
function amend(
  transaction: Transaction,
  content: string,
  { product, now }: { product: string; now: string },
  { file, sealed, text }: KeptFile,
): string {
  const version = RELEASE.exec(file)?.[1] ?? '';
  const amendment = amendmentFile(product, version, file, text);
  if (readIfThere(path.join(content, amendment)) === null)
    transaction.write(amendment, amendmentText({ product, version, now }, file, sealed, text));
  return amendment;
}

function withoutPolicy(text: string): string {
  return text.replace(POLICY_LINE, '');
}

/** Named by what it says, so that the same finding is told once. */
function amendmentFile(product: string, version: string, file: string, text: string): string {
  const name = createHash('sha256')
    .update(`${file}\n${withoutPolicy(text)}`)
    .digest('hex')
    .slice(0, 12);
  return `${ledgerPaths(product).dossier(version)}/amendments/${HARVEST}-${name}.md`;
}

function amendmentText(
  { product, version, now }: { product: string; version: string; now: string },
  file: string,
  sealed: string,
  text: string,
): string {
  const amendment: Amendment = {
    schema: SCHEMA_VERSION,
    product,
    version,
    at: now,
    by: HARVEST,
    corrects: [{ path: file, digest: sealed }],
  };
  const body = `The repositories and the platform tell it otherwise now. The record would be:\n\n${fenced(text)}`;
  return markdownFile(amendment as unknown as { [key: string]: Yaml }, body);
}
