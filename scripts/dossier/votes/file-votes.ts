import type { Vote } from '../../../src/records/index.ts';
import { currentText } from '../../store/current-text.ts';
import { DossierReader, type StoredRecord } from '../../store/dossier-reader.ts';
import { replaceFields } from '../../store/front-matter-edit.ts';
import { ledgerPaths } from '../../store/paths.ts';
import { readIfThere, type Transaction } from '../../store/transaction.ts';
import type { Yaml } from '../../store/yaml-lines.ts';
import type { FoundVote } from './found-vote.ts';
import { knownVote } from './same-vote.ts';
import { VoteNames, voteText } from './vote-file.ts';

/** A vote and its record. */
export interface FiledVote {
  vote: Vote;
  /** From the content folder on. */
  path: string;
  /** "new"; "known" as it is; "completed" with what was learnt since; or "sealed" before that was learnt. */
  was: 'new' | 'known' | 'completed' | 'sealed';
  evidence: ReadonlyMap<string, string>;
}

/**
 * Puts votes into the records of a release: each source once. Runs in a transaction, which keeps other commands from
 * giving out the same names.
 */
export function fileVotes(
  transaction: Transaction,
  content: string,
  { product, version }: { product: string; version: string },
  found: readonly FoundVote[],
): FiledVote[] {
  const records = new DossierReader(content, product, version).votes();
  const folder = ledgerPaths(product).part(version, 'votes');
  const names = new VoteNames(records.map(({ path }) => path.slice(folder.length + 1, -'.md'.length)));
  const taken = new Set<StoredRecord<Vote>>();
  return found.toSorted(inOrder).map((each) => {
    const known = knownVote(each.vote, records, taken);
    if (known !== null) {
      taken.add(known.record);
      return complete(transaction, content, each, known.record, known.added);
    }
    const path = `${folder}/${names.next(each.vote)}.md`;
    transaction.write(path, voteText(each.vote, withLater(each.body, each.later)));
    return { vote: each.vote, path, was: 'new', evidence: each.evidence };
  });
}

/** Adds fields, and what came later to the body, and leaves every other byte as it is. */
function complete(
  transaction: Transaction,
  content: string,
  { later, evidence }: FoundVote,
  { data, path, body }: StoredRecord<Vote>,
  added: Partial<Vote>,
): FiledVote {
  const whole = withLater(body, later);
  if (Object.keys(added).length === 0 && whole === body)
    return { vote: data, path, was: 'known', evidence: new Map() };
  const text = currentText(readIfThere(`${content}/${path}`) ?? '', 'vote', path);
  const head = text.slice(0, text.length - body.length);
  const fields = added as { [key: string]: Yaml };
  const edited = replaceFields(head, data as unknown as { [key: string]: Yaml }, fields);
  const written = `${edited}${body === '' && whole !== '' ? '\n' : ''}${whole}`;
  // What was cast is sealed; that it was edited later is for an amendment to say.
  if (!transaction.writeUnlessSealed(path, written)) return { vote: data, path, was: 'sealed', evidence };
  return { vote: { ...data, ...added }, path, was: 'completed', evidence };
}

/** What came later stands at the end of the body. */
function withLater(body: string, later: string): string {
  if (later === '' || body.endsWith(later)) return body;
  return body === '' ? later : `${body}\n${later}`;
}

function inOrder({ vote: left }: FoundVote, { vote: right }: FoundVote): number {
  return compare(orderOf(left), orderOf(right));
}

function orderOf({ castAt, source, role, module = '', account }: Vote): string {
  return [castAt, source.kind === 'slack' ? source.ts : '', account.id, role, module].join(' ');
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
