import { type ChangeInput, SCHEMA_VERSION } from '../../src/records/index.ts';
import { instantOf } from '../parse/instant.ts';
import { splitMessage, withoutAddresses, withoutControls } from '../parse/message/text.ts';
import { coAuthors, issueNumbers } from '../parse/message/trailers.ts';
import { markdownFile } from '../store/yaml-lines.ts';
import type { ReleasedChange } from './account.ts';
import type { LandedChange } from './landed-changes.ts';
import type { ModuleHistory } from './module-history.ts';

/** Makes the record of a change: facts in the front matter, the landing commit's message below. */
export function changeRecord(
  change: ReleasedChange,
  product: string,
  version: string,
  history: ModuleHistory,
): string {
  const landed = change.landed.at(-1) as LandedChange;
  const text = history.text(landed);
  const author = authorOf(landed.original);
  const bodies = change.commits.map((commit) => splitMessage(commit.message).body).join('\n');
  const fields: ChangeInput = {
    schema: SCHEMA_VERSION,
    id: change.id,
    product,
    module: change.module,
    version,
    pullRequest: change.number,
    identifiedBy: landed.because,
    title: withoutAddresses(text.title),
    kind: text.kind,
    ...(text.scope !== null && { scope: text.scope }),
    ...(text.breaking && { breaking: true }),
    ...(text.breakingNote !== null && { breakingNote: withoutAddresses(text.breakingNote) }),
    method: methodOf(landed),
    author: author.handle,
    authoredAt: instantOf(landed.original.landing.authoredAt),
    landedBy: change.landing.committer.handle,
    landedAt: instantOf(change.landing.committedAt),
    ...listed('coAuthors', coAuthors(bodies)),
    landing: change.landing.id,
    commits: (change.commits.length > 0 ? change.commits : [change.landing]).map((commit) => commit.id),
    ...(isCopy(landed) && { backport: backportOf(landed) }),
    ...listed(
      'carries',
      landed.carried.map(({ number }) => number),
    ),
    ...(text.dependency != null && { dependency: text.dependency }),
    ...listed('reverts', history.revertedIds(landed)),
    ...listed('issues', issueNumbers(`${text.title}\n${bodies}`)),
  };
  return markdownFile(fields, quoted(landed));
}

function listed<Key extends string, Item>(key: Key, items: Item[]): { [key in Key]?: Item[] } {
  return items.length > 0 ? ({ [key]: items } as { [key in Key]: Item[] }) : {};
}

/** The author of a merged pull request wrote its first commit; whoever merged it landed it. */
function authorOf(landed: LandedChange): LandedChange['landing']['author'] {
  const written = landed.commits.find((commit) => commit.parents.length < 2) ?? landed.landing;
  return written.author;
}

function methodOf(landed: LandedChange): ChangeInput['method'] {
  if (isCopy(landed)) return 'backport';
  if (landed.landing.parents.length > 1) return 'merge';
  if (landed.named === null) return 'direct';
  return landed.named.how === 'squash' ? 'squash' : 'rebase';
}

/** The original itself may be unknown: only its number is named then. */
function isCopy(landed: LandedChange): boolean {
  const own = landed.named?.numbers ?? [];
  return landed.original !== landed || (landed.number !== null && !own.includes(landed.number));
}

function backportOf(landed: LandedChange): ChangeInput['backport'] {
  const own = landed.named?.numbers.at(-1) ?? null;
  return {
    pullRequest: own === null || own === landed.number ? landed.carriedBy : own,
    commit: landed.original === landed ? null : landed.original.landing.id,
    because: landed.because,
  };
}

/** The message as it stands, fenced so that nothing in it is taken for markdown. */
function quoted(landed: LandedChange): string {
  const { subject, body } = splitMessage(landed.landing.message);
  const message = withoutControls(withoutAddresses(body === '' ? subject : `${subject}\n\n${body}`));
  const longest = Math.max(2, ...[...message.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${message}\n${fence}\n`;
}
