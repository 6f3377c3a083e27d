import { ownersOf, parseCodeowners } from '../../parse/owners/codeowners.ts';
import { maintainersIn } from '../../parse/owners/maintainers.ts';
import { aliasesIn, approversIn } from '../../parse/owners/owners-file.ts';
import type { RepositoryFacts } from '../facts.ts';
import type { ModuleDraft, PlannedRole } from '../plan.ts';
import { someOf } from './counted.ts';

/** Roles that releases usually need, as the policy writes them. */
export const USUAL_ROLES = [
  { id: 'module-lead', name: 'Module lead', words: null },
  { id: 'sre', name: 'SRE', words: /(?:^|[-_])(?:sre|ops|devops|infra|release|releng)(?:$|[-_])/i },
  { id: 'qa', name: 'QA', words: /(?:^|[-_])(?:qa|quality|qe|test(?:ers|ing)?)(?:$|[-_])/i },
  {
    id: 'management',
    name: 'Management',
    words: /(?:^|[-_])(?:management|managers?|steering|leadership)(?:$|[-_])/i,
  },
] as const;

/** So many people stand in one list at most: a longer one names reviewers, not who decides. */
const MOST = 20;

/** Who answers for a module, by its repository's own files. */
interface Owners {
  handles: string[];
  teams: string[];
  file: string | null;
}

/** Proposes roles and who holds them, by the files in which repositories name their owners. */
export function proposeRoles(modules: readonly ModuleDraft[]): PlannedRole[] {
  const owners = modules.map((module) => ({ module: module.id, ...ownersIn(module) }));
  const files = [...new Set(owners.flatMap(({ file }) => file ?? []))];
  const handles = [...new Set(owners.flatMap((one) => one.handles))];
  const lead: PlannedRole = {
    id: 'module-lead',
    people: handles.map((handle) => {
      const of = owners.filter((one) => one.handles.includes(handle)).map(({ module }) => module);
      return { handle, modules: of.length === modules.length ? null : of };
    }),
    because:
      handles.length === 0
        ? 'somebody answers for each module, and no file names who does'
        : `${someOf(files)} ${files.length === 1 ? 'names' : 'name'} ${someOf(handles.map((handle) => `@${handle}`))}`,
  };
  return [lead, ...otherRoles(modules, [...new Set(owners.flatMap(({ teams }) => teams))])];
}

function ownersIn({ facts, path }: ModuleDraft): Owners {
  const nobody: Owners = { handles: [], teams: [], file: null };
  if (facts.elsewhere) return nobody;
  const readers = [
    ownersFile(facts, path),
    codeowners(facts, path),
    ownersFile(facts, null),
    maintainers(facts),
  ];
  const found = readers.filter((one) => one !== null);
  const named = found.find(({ handles }) => handles.length > 0) ?? found[0] ?? nobody;
  // A link to the organisation is none to a person.
  const organisation = (facts.github?.split('/')[0] ?? facts.name).toLowerCase();
  const handles = distinct(named.handles).filter((handle) => handle.toLowerCase() !== organisation);
  const file = handles.length > MOST ? `${named.file} (its first ${MOST} of ${handles.length})` : named.file;
  return { file, handles: handles.slice(0, MOST), teams: found.flatMap(({ teams }) => teams) };
}

function ownersFile({ texts }: RepositoryFacts, path: string | null): Owners | null {
  const file = path === null ? 'OWNERS' : `${path}/OWNERS`;
  const text = texts.get(file);
  if (text === undefined) return null;
  const aliases = aliasesIn(texts.get('OWNERS_ALIASES') ?? '');
  const named = approversIn(text);
  const handles = named.flatMap((name) => aliases.get(name) ?? [name]).filter(isHandle);
  return { handles, teams: [...aliases.keys()], file };
}

function codeowners({ texts }: RepositoryFacts, path: string | null): Owners | null {
  const file = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'].find((one) =>
    texts.has(one),
  );
  if (file === undefined) return null;
  const rules = parseCodeowners(texts.get(file) ?? '');
  const teams = rules.flatMap(({ owners }) => owners).filter((owner) => owner.includes('/'));
  return { handles: ownersOf(rules, path).filter(isHandle), teams, file };
}

function maintainers({ texts }: RepositoryFacts): Owners | null {
  const file = [...texts.keys()].find((one) => /(?:^|\/)MAINTAINERS(?:\.\w+)?$/i.test(one));
  if (file === undefined) return null;
  return { handles: maintainersIn(texts.get(file) ?? '').filter(isHandle), teams: [], file };
}

function isHandle(name: string): boolean {
  return /^[A-Za-z0-9](?:[A-Za-z0-9]|-(?=[A-Za-z0-9])){0,38}$/.test(name);
}

/** GitHub's handles are the same in any case. */
function distinct(handles: readonly string[]): string[] {
  return [...new Map(handles.map((handle) => [handle.toLowerCase(), handle])).values()];
}

/** Teams and aliases whose names say which role they have. */
function otherRoles(modules: readonly ModuleDraft[], teams: readonly string[]): PlannedRole[] {
  return USUAL_ROLES.flatMap(({ id, words }): PlannedRole[] => {
    const team = words === null ? undefined : teams.find((name) => words.test(name.split('/').at(-1) ?? ''));
    if (team === undefined) return [];
    const people = membersOf(modules, team).map((handle) => ({ handle, modules: null }));
    const because = team.includes('/')
      ? `owners are asked for in the team @${team}, whose members only GitHub knows`
      : `OWNERS_ALIASES has ${team}`;
    return [{ id, people, because }];
  });
}

function membersOf(modules: readonly ModuleDraft[], team: string): string[] {
  const all = modules.flatMap(
    ({ facts }) => aliasesIn(facts.texts.get('OWNERS_ALIASES') ?? '').get(team) ?? [],
  );
  return distinct(all.filter(isHandle)).slice(0, MOST);
}
