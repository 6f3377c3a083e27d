import type { ProductDraft } from './plan.ts';

/** What flags may name before "=": products and their modules. */
export function knownNames(drafts: readonly ProductDraft[]): Set<string> {
  return new Set(drafts.flatMap(({ id, modules }) => [id, ...modules.map((module) => module.id)]));
}
