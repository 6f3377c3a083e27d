// What tables over many releases need of each. Only the internal edition's routes import this file.

import type { ReleaseSummary } from '../views/compare/release-summary.ts';
import { summarise } from '../views/compare/summarise.ts';
import { type ReleaseOutcome, releaseOutcome } from '../views/controls/release-outcome.ts';
import type { Act } from '../views/people/act.ts';
import { releaseActs } from '../views/people/release-acts.ts';
import { judgedVersions, knownJudged } from './dossier.ts';
import { once } from './once.ts';

/** What remains of a release once it was judged: its dossier is let go of. */
export interface ReleaseTrail {
  outcome: ReleaseOutcome;
  /** What people did for it, but its deployments. */
  acts: Act[];
  /** What a comparison needs of it. */
  summary: Omit<ReleaseSummary, 'takesBack'>;
}

/** Every judged release of a product, the newest first. Each is read and judged once for all pages. */
export const readTrail: (product: string) => ReleaseTrail[] = once('trail', (product) =>
  judgedVersions(product).map((version) => trails(`${product}/${version}`)),
);

const trails = once(
  'trail of a release',
  (key): ReleaseTrail => {
    const [product = '', version = ''] = key.split('/');
    const { dossier, verdict } = knownJudged(product, version);
    return {
      outcome: releaseOutcome(dossier, verdict),
      acts: releaseActs(dossier),
      summary: summarise(dossier, verdict),
    };
  },
  { kept: true },
);
