import { Fault, type Policy } from '../../../src/records/index.ts';
import { rosterOf } from '../../../src/verdict/roster.ts';
import { gitUser } from '../../sources/git/user.ts';

/** Who runs a command: the person that is named, else whoever of the roster has the ledger's git user as an account. */
export async function whoRuns(policy: Policy, content: string, named: string | undefined): Promise<string> {
  return named === undefined ? personOfGit(policy, await gitUser(content)) : personNamed(policy, named);
}

/** A person of the roster by id. A product without a roster knows nobody, and takes the name as it is. */
export function personNamed({ roster, product }: Policy, named: string): string {
  const wanted = named.trim().replace(/^@/, '');
  if (wanted !== '' && (roster.length === 0 || roster.some(({ person }) => person === wanted))) return wanted;
  throw new Fault(`the roster of ${product} has no "${named}"`, { hint: peopleHint(roster) });
}

/** The person whose git name it is. */
export function personOfGit(policy: Policy, name: string | null): string {
  const { roster, product } = policy;
  if (name === null)
    throw new Fault('git names no user here', {
      hint: 'Write --by PERSON, or set one: git config user.name NAME.',
    });
  const person = rosterOf(policy).personOf({ on: 'git', id: name });
  if (person !== null) return person;
  if (roster.length === 0) return name;
  throw new Fault(`the roster of ${product} does not know the git user "${name}"`, {
    hint: `Write --by PERSON, or add the account { on: git, id: ${JSON.stringify(name)} } to a person. ${peopleHint(roster)}`,
  });
}

/** The person that a name means, by id or as git's user; a name that the roster does not know is kept: builds act as well. */
export function personOrName(policy: Policy, name: string): string {
  const isPerson = policy.roster.some(({ person }) => person === name);
  return isPerson ? name : (rosterOf(policy).personOf({ on: 'git', id: name }) ?? name);
}

const SHOWN_PEOPLE = 20;

function peopleHint(roster: Policy['roster']): string {
  const people = roster.map(({ person }) => person).sort();
  if (people.length === 0) return 'The policy has no roster yet.';
  const more = people.length > SHOWN_PEOPLE ? ` and ${people.length - SHOWN_PEOPLE} more` : '';
  return `It has ${people.slice(0, SHOWN_PEOPLE).join(', ')}${more}.`;
}
