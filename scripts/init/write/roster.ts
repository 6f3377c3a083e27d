import type { PlannedProduct } from '../plan.ts';
import { USUAL_ROLES } from '../propose/roles.ts';
import { freeSlug, slugOf } from '../slug.ts';
import { because, comment, value } from './yaml-lines.ts';

const KNOWN: Readonly<Record<string, string>> = {
  'module-lead': '    # One vote for each module that moved.\n    each: module\n',
  qa: '    # One NO-GO of this role cannot be outvoted.\n    veto: true\n',
  management: '    # Only these kinds of releases need it.\n    for: [major, minor]\n',
};

/** The roles of a policy, as YAML. */
export function rolesText({ roles, because: reasons }: PlannedProduct): string {
  const meaning =
    'Whose GO a release needs. Role by role: how many votes ("votes"), for the release or for each module ("each"), with a veto or not, for which kinds of releases ("for").';
  const head = comment(`${meaning}${because(reasons['roles'])}`);
  if (roles.length === 0)
    return `${head}# roles: [{ id: sre, name: SRE }, { id: qa, name: QA, veto: true }]\n`;
  const list = roles.map(
    ({ id }) => `  - id: ${value(id)}\n    name: ${value(nameOf(id))}\n${KNOWN[id] ?? ''}`,
  );
  return `${head}roles:\n${list.join('')}`;
}

function nameOf(id: string): string {
  const words = id.replace(/[-_.]+/g, ' ');
  return (
    USUAL_ROLES.find((role) => role.id === id)?.name ?? `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
  );
}

interface Person {
  person: string;
  handle: string;
  held: string[];
}

/** Who holds which role, as YAML. */
export function rosterText(product: PlannedProduct): string {
  const meaning =
    'Who holds which role, from the first day to the last ("until"), both included. A person is one entry with all accounts: the login on GitHub, the user’s id in Slack, the name in git.';
  const vacant = product.roles.filter(({ people }) => people.length === 0).map(({ id }) => id);
  const missing =
    vacant.length === 0
      ? ''
      : ` Nobody holds ${vacant.join(', ')} yet: votes in that role do not count until somebody does.`;
  const head = comment(`${meaning}${missing}`);
  const people = peopleOf(product);
  if (people.length === 0) return `${head}${EXAMPLE}`;
  const list = people.map(
    ({ person, handle, held }) =>
      `  - person: ${value(person)}\n    accounts:\n      - { on: github, id: ${value(handle)} }\n    roles:\n${held.join('')}`,
  );
  return `${head}roster:\n${list.join('')}`;
}

const EXAMPLE = `# roster:
#   - person: ada-brook
#     accounts: [{ on: github, id: ada-b }, { on: slack, id: U012ABC }, { on: git, id: Ada Brook }]
#     roles: [{ role: qa, from: "2026-01-01" }]
`;

function peopleOf({ roles, since }: PlannedProduct): Person[] {
  const byHandle = new Map<string, Person>();
  const taken = new Set<string>();
  for (const { id, people } of roles)
    for (const { handle, modules } of people) {
      const known = byHandle.get(handle.toLowerCase()) ?? newPerson(handle, taken);
      byHandle.set(handle.toLowerCase(), known);
      const of = modules === null ? [''] : modules.map((module) => `module: ${value(module)}, `);
      known.held.push(...of.map((part) => `      - { role: ${value(id)}, ${part}from: ${value(since)} }\n`));
    }
  return [...byHandle.values()];
}

function newPerson(handle: string, taken: Set<string>): Person {
  const person = freeSlug(slugOf(handle) ?? 'person', taken);
  taken.add(person);
  return { person, handle, held: [] };
}
