import type { Policy } from '../../records/index.ts';

/** Modules in the policy's order; then those that others build, by name. */
export function inModuleOrder(ids: Iterable<string>, { modules }: Policy): string[] {
  const all = new Set(ids);
  const ours = modules.map(({ id }) => id).filter((id) => all.has(id));
  return [...ours, ...[...all].filter((id) => !ours.includes(id)).sort()];
}
