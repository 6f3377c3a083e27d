import { createHash } from 'node:crypto';
import path from 'node:path';
import { type Amendment, type Redaction, SCHEMA_VERSION } from '../../src/records/index.ts';
import { ledgerPaths } from '../store/paths.ts';
import { notKnownThen, plainOfToday } from '../store/same-record.ts';
import { textDigest } from '../store/sealed-files.ts';
import { readIfThere, type Transaction } from '../store/transaction.ts';
import { markdownFile, type Yaml } from '../store/yaml-lines.ts';

/** What a harvest found of a record that is redacted. */
export interface FoundAgain {
  redaction: Redaction;
  /** The record as it is. */
  now: string;
  /** The record as the sources tell it, which very likely holds the value. */
  found: string;
  moment: string;
}

const POLICY_LINE = /^policy: "sha256:[0-9a-f]{64}"$/m;
const REDACTED = /redacted-sha256-[0-9a-f]{64}/;

/**
 * What the sources tell of a redacted record is never repeated: nothing but the value itself could tell where it stands
 * in a text that has changed since. Where they tell what was sealed, nothing is written; else an amendment names the
 * fields that differ, whose names the harvest gives and no source. Gives a sentence for each amendment.
 */
export function amendRedacted(transaction: Transaction, content: string, again: FoundAgain): string[] {
  const { redaction, now, found } = again;
  if (isAsSealed(again)) return [];
  const fields = differingFields(now, found, redaction.path);
  if (fields.length === 0) return [];
  const amendment = amendmentFile(redaction, fields);
  if (readIfThere(path.join(content, amendment)) === null)
    transaction.write(amendment, amendmentText(again, fields));
  return [
    `${redaction.path} is redacted and would differ now: it was kept, and ${amendment} names what differs.`,
  ];
}

/** The line of the policy changes with every edit of it, and says nothing of the facts. */
function isAsSealed({ redaction, now, found }: FoundAgain): boolean {
  const line = POLICY_LINE.exec(now)?.[0] ?? '';
  return textDigest(found.replace(POLICY_LINE, line)) === redaction.sealed;
}

/** Top-level fields and "text", without those that differ since they are redacted. */
function differingFields(now: string, found: string, file: string): string[] {
  const [ours, theirs] = [now, found].map((text) => plainOfToday(text, file));
  const left = ['policy', ...notKnownThen(now, file)];
  const keys = [...new Set([...Object.keys(ours?.data ?? {}), ...Object.keys(theirs?.data ?? {})])];
  const pairs = [
    ...keys.map((key) => [key, JSON.stringify(ours?.data[key]), JSON.stringify(theirs?.data[key])] as const),
    ['text', ours?.body, theirs?.body] as const,
  ];
  return pairs
    .filter(
      ([key, mine, other]) =>
        !left.includes(key) && mine !== other && !isRedactedOnly(mine ?? '', other ?? ''),
    )
    .map(([key]) => key)
    .sort();
}

/** Whether both are the same around what was taken out. */
function isRedactedOnly(mine: string, other: string): boolean {
  const [first = '', ...rest] = mine.split(new RegExp(REDACTED, 'g'));
  const last = rest.pop();
  if (last === undefined || !other.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const next = other.indexOf(part, at);
    if (next === -1) return false;
    at = next + part.length;
  }
  return other.length >= at + last.length && other.endsWith(last);
}

/** Named by what it says, so that the same finding is told once. */
function amendmentFile({ product, version, path: file }: Redaction, fields: readonly string[]): string {
  const name = createHash('sha256')
    .update(`${file}\n${fields.join('\n')}`)
    .digest('hex')
    .slice(0, 12);
  return `${ledgerPaths(product).dossier(version)}/amendments/harvest-${name}.md`;
}

function amendmentText({ redaction, moment }: FoundAgain, fields: readonly string[]): string {
  const { product, version, path: file, sealed } = redaction;
  const amendment: Amendment = {
    schema: SCHEMA_VERSION,
    ...{ product, version, at: moment, by: 'harvest' },
    corrects: [{ path: file, digest: sealed }],
  };
  const body = `The repositories and the platform tell it otherwise now, in: ${fields.join(', ')}.\n\nThe record is redacted. What they tell is not repeated here, since it may hold what was taken out.\n`;
  return markdownFile(amendment as unknown as { [key: string]: Yaml }, body);
}
