import type { Vote } from '../../../src/records/index.ts';
import { markdownFile, type Yaml } from '../../store/yaml-lines.ts';

/** The text of a vote's record: front matter in the schema's order, then the body. */
export function voteText(vote: Vote, body: string): string {
  const { schema, product, version, role, module, person, account, decision, castAt, editedAt } = vote;
  const { commit, digest, source } = vote;
  const head = { schema, product, version, role, module, person, account, decision, castAt, editedAt };
  return markdownFile({ ...head, commit, digest, source } as { [key: string]: Yaml | undefined }, body);
}

/** Names of vote files that are taken: the same vote again gets "-2" behind it. */
export class VoteNames {
  private readonly taken: Set<string>;

  /** `names` are those of the files that are there, without their ending. */
  constructor(names: readonly string[]) {
    this.taken = new Set(names.map((name) => name.toLowerCase()));
  }

  /** A name that nobody has yet, which is this vote's from now on. */
  next(vote: Pick<Vote, 'role' | 'module' | 'person' | 'account'>): string {
    const base = [vote.role, vote.module, personOf(vote)].filter((part) => part !== undefined).join('-');
    let name = base;
    for (let count = 2; this.taken.has(name); count += 1) name = `${base}-${count}`;
    this.taken.add(name);
    return name;
  }
}

const LONGEST = 60;

/** A stranger's name as a part of a file's: it may be written in any way. */
function personOf({ person, account }: Pick<Vote, 'person' | 'account'>): string {
  return slug(person) || slug(account.id) || 'unknown';
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/[._-]{2,}/g, '-')
    .slice(0, LONGEST)
    .replace(/^[._-]+|[._-]+$/g, '');
}
