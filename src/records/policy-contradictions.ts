import type { Policy } from './policy.ts';

/** Something in a policy that cannot be meant, and the field that says it. */
export interface Contradiction {
  path: (string | number)[];
  message: string;
}

/** What each field says for itself, but not together with the others. */
export function contradictions(policy: Policy): Contradiction[] {
  return [
    ...ofModules(policy),
    ...twice(
      policy.roles.map(({ id }) => id),
      ['roles'],
      (id) => `two roles are called "${id}"`,
    ),
    ...twice(
      policy.gates.map(({ id }) => id),
      ['gates'],
      (id) => `two gates are called "${id}"`,
    ),
    ...ofDependencies(policy),
    ...ofEnvironments(policy),
    ...ofRoster(policy),
    ...ofGates(policy),
    ...ofTimes(policy),
    ...ofChecklists(policy),
  ];
}

function twice(
  names: readonly string[],
  path: Contradiction['path'],
  message: (name: string) => string,
): Contradiction[] {
  const again = names.find((name, index) => names.indexOf(name) !== index);
  return again === undefined ? [] : [{ path, message: message(again) }];
}

function ofModules({ modules, lead }: Policy): Contradiction[] {
  const ids = modules.map(({ id }) => id);
  const unknown = lead !== undefined && !ids.includes(lead);
  return [
    ...twice(ids, ['modules'], (id) => `two modules are called "${id}"`),
    ...(unknown ? [{ path: ['lead'], message: `no module is called "${lead}"` }] : []),
  ];
}

function ofDependencies({ modules }: Policy): Contradiction[] {
  const ids = modules.map(({ id }) => id);
  const unknown = modules.flatMap(({ dependsOn = [] }, index) =>
    dependsOn.flatMap(({ module }, place): Contradiction[] =>
      ids.includes(module)
        ? []
        : [
            {
              path: ['modules', index, 'dependsOn', place, 'module'],
              message: `no module is called "${module}"`,
            },
          ],
    ),
  );
  const circle = dependencyCircle(modules);
  if (unknown.length > 0 || circle === null) return unknown;
  return [{ path: ['modules'], message: `modules depend on each other in a circle: ${circle.join(' → ')}` }];
}

/** Modules that would each have to be deployed before the other, the first one again at the end; null for none. */
function dependencyCircle(modules: Policy['modules']): string[] | null {
  const needs = new Map(modules.map(({ id, dependsOn = [] }) => [id, dependsOn.map(({ module }) => module)]));
  const cleared = new Set<string>();
  const follow = (id: string, way: readonly string[]): string[] | null => {
    if (way.includes(id)) return [...way.slice(way.indexOf(id)), id];
    if (cleared.has(id)) return null;
    for (const next of needs.get(id) ?? []) {
      const found = follow(next, [...way, id]);
      if (found !== null) return found;
    }
    cleared.add(id);
    return null;
  };
  return modules.reduce<string[] | null>((found, { id }) => found ?? follow(id, []), null);
}

function ofEnvironments({ environments, modules }: Policy): Contradiction[] {
  const ids = environments.map(({ id }) => id);
  const unknown = environments.flatMap(({ helm = [], argocd = [] }, index) =>
    [...helm.map((each) => ({ ...each, in: 'helm' })), ...argocd.map((each) => ({ ...each, in: 'argocd' }))]
      .filter(({ module }) => !modules.some(({ id }) => id === module))
      .map((each) => ({
        path: ['environments', index, each.in],
        message: `no module is called "${each.module}"`,
      })),
  );
  return [...twice(ids, ['environments'], (id) => `two environments are called "${id}"`), ...unknown];
}

function ofRoster({ roster, roles, modules }: Policy): Contradiction[] {
  const accounts = roster.flatMap((entry) => entry.accounts.map(({ on, id }) => `${on} ${id.toLowerCase()}`));
  return [
    ...twice(
      roster.map(({ person }) => person),
      ['roster'],
      (person) => `"${person}" stands in it twice: one person is one entry with all accounts`,
    ),
    ...twice(accounts, ['roster'], (account) => `the account ${account} is of two people`),
    ...roster.flatMap(({ roles: held }, index) =>
      held.flatMap(({ role, module, from, until }, place): Contradiction[] => {
        const path = ['roster', index, 'roles', place];
        if (!roles.some(({ id }) => id === role))
          return [{ path: [...path, 'role'], message: `no role is called "${role}"` }];
        if (module !== undefined && !modules.some(({ id }) => id === module))
          return [{ path: [...path, 'module'], message: `no module is called "${module}"` }];
        return until !== undefined && until < from
          ? [{ path: [...path, 'until'], message: 'it ends before it begins' }]
          : [];
      }),
    ),
  ];
}

function ofGates({ gates, modules, roster }: Policy): Contradiction[] {
  return gates.flatMap(({ module, manager, guards, feature }, index): Contradiction[] => {
    const path = ['gates', index];
    if (module !== undefined && !modules.some(({ id }) => id === module))
      return [{ path: [...path, 'module'], message: `no module is called "${module}"` }];
    if (manager !== undefined && !roster.some(({ person }) => person === manager))
      return [{ path: [...path, 'manager'], message: `the roster has no "${manager}"` }];
    return guards === 'blessing' && feature !== undefined
      ? [{ path: [...path, 'feature'], message: 'a gate of a feature guards "beta" or "stable"' }]
      : [];
  });
}

function ofTimes({ freezes, cadence }: Policy): Contradiction[] {
  const upsideDown = freezes.flatMap(({ from, until }, index) =>
    until <= from ? [{ path: ['freezes', index, 'until'], message: 'it ends before it begins' }] : [],
  );
  const days = cadence.rhythm === 'days' && cadence.days === undefined;
  return [
    ...upsideDown,
    ...(days ? [{ path: ['cadence', 'days'], message: 'a rhythm of days names its days' }] : []),
  ];
}

function ofChecklists({ checklists, roles }: Policy): Contradiction[] {
  return Object.keys(checklists)
    .filter((role) => !roles.some(({ id }) => id === role))
    .map((role) => ({ path: ['checklists', role], message: `no role is called "${role}"` }));
}
