import type { Dossier } from '../dossier.ts';
import { type ShippingModule, shippingOf } from '../shipping.ts';
import { type Subject, subjectsOf } from './statement.ts';

/**
 * What a release consists of: the commit that ships of each module, and every digest that its images go by. Modules that
 * stand where they stood are part of it as well.
 */
export function releaseSubjects(dossier: Dossier): Subject[] {
  const { modules } = shippingOf(dossier);
  return [...modules.values()].flatMap((module) => [
    ...subjectsOf(module.id, module.commits[0], undefined),
    ...digestsOf(module).flatMap((digest) => subjectsOf(module.id, undefined, digest)),
  ]);
}

function digestsOf({ images }: ShippingModule): string[] {
  return [...new Set(images.flatMap((image) => [...image]))].sort();
}
