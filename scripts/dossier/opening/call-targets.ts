import type { Dossier } from '../../../src/verdict/dossier.ts';
import { shippingOf } from '../../../src/verdict/shipping.ts';

/** What a vote has to be on: one module of the release. */
export interface CallTarget {
  module: string;
  /** The module whose commit is the release's: votes on all of it name this one. */
  lead: boolean;
  version: string | null;
  /** In full; null where nobody named it yet. */
  commit: string | null;
  /** In full, one list for each image; more than one image contradict each other. */
  images: string[][];
}

/** The modules that ship something new, the lead first. A lead that stands still is named all the same. */
export function targetsOf(dossier: Dossier): CallTarget[] {
  const { lead, judged } = shippingOf(dossier);
  const versions = versionsOf(dossier);
  const others = judged.filter(({ id }) => id !== lead.id);
  return [lead, ...others].map(({ id, commits, images }) => ({
    module: id,
    lead: id === lead.id,
    version: versions.get(id) ?? (id === lead.id ? dossier.version : null),
    commit: commits[0] ?? null,
    images: images.map((names) => [...names]),
  }));
}

function versionsOf({ release, opening }: Dossier): Map<string, string | null> {
  const modules = release?.data.modules ?? opening?.data.modules ?? [];
  return new Map(modules.map(({ id, version = null }) => [id, version]));
}
