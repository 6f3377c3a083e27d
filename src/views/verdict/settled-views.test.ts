import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deploymentTimeline } from '../../history/deployments/timeline.ts';
import type { Dossier } from '../../verdict/dossier.ts';
import { arbitraryMoment, momentIn, timedDossier } from '../../verdict/testing/arbitrary-times.ts';
import { PRODUCT, VERSION } from '../../verdict/testing/index.ts';
import { settledMoment, turningPoints } from '../../verdict/turning-points.ts';
import { judge } from '../../verdict/verdict.ts';
import { boardRelease } from '../board/board-view.ts';
import { summarise } from '../compare/summarise.ts';
import { releaseOutcome } from '../controls/release-outcome.ts';
import { deployedWhere } from '../deployments/deployed-where.ts';
import { deploymentAround } from '../deployments/deployment-around.ts';
import { deploymentPage } from '../deployments/deployment-page.ts';
import type { ProductEnvironments } from '../deployments/environment-now.ts';
import { productEnvironments } from '../deployments/product-environments.ts';
import { releaseActs } from '../people/release-acts.ts';
import { preparationView } from '../preparation/preparation-page.ts';
import { preparationSummary } from '../preparation/preparation-summary.ts';
import { stageGrid } from '../stages/stage-grid.ts';
import { voteMatrix } from '../votes/vote-matrix.ts';
import { votePage } from '../votes/vote-page.ts';
import { REASON_ROOM, verdictView } from './verdict-view.ts';

/** All that pages tell of a release, without the moment that they name. */
function pagesOf(dossier: Dossier) {
  const verdict = judge(dossier);
  return {
    verdict: { ...verdictView(dossier, verdict, REASON_ROOM.page), asOf: null },
    votes: [voteMatrix(dossier), votePage(dossier)],
    preparation: [preparationView(dossier), preparationSummary(dossier)],
    stages: stageGrid(dossier),
    board: boardRelease('Lantern', dossier, verdict),
    trail: [releaseOutcome(dossier, verdict), releaseActs(dossier), summarise(dossier, verdict)],
  };
}

/** The pages of a dossier's deployments, without the moment that they name, and of what it says where it was deployed. */
function deploymentsOf(dossier: Dossier, built: string) {
  const product = environmentsOf(dossier, built);
  const pages = product.environments.flatMap((now) =>
    now.timeline.map((event) => {
      const { environment } = now;
      const around = deploymentAround({ event, now, product, note: dossier.note?.data ?? null });
      const links = { evidence: () => null, files: () => '/file' };
      const { policy } = product;
      const page = deploymentPage({ event, environment, policy, around, dossier, taken: dossier, ...links });
      return { ...page, judgement: page.judgement && { ...page.judgement, now: page.judgement.now.mark } };
    }),
  );
  return { pages, where: deployedWhere(VERSION, product) };
}

function environmentsOf({ policy, deployments }: Dossier, built: string): ProductEnvironments {
  const { data } = policy;
  return productEnvironments({
    ...{ product: PRODUCT, name: 'Lantern', policy: data, now: Date.parse(built) },
    versions: new Set([VERSION]),
    timelines: data.environments.map(({ id }) => ({
      id,
      timeline: deploymentTimeline(
        deployments.filter((each) => each.data.environment === id),
        15,
      ),
    })),
    releases: {
      versions: [VERSION],
      facts: {
        modules: new Set(),
        rollbacks: [],
        verdictOf: () => 'blessed',
        namedDigests: () => new Set<string>(),
      },
      recoveryOf: () => null,
      partsOf: () => null,
    },
    publicNames: { product: 'Lantern', module: () => null },
  });
}

describe('the pages', () => {
  test('of a release say the same at any moment as at the settled one', () => {
    fc.assert(
      fc.property(timedDossier, arbitraryMoment, (given, chosen) => {
        const now = momentIn(given, chosen);
        const settled = settledMoment(turningPoints(given), now);
        expect(pagesOf({ ...given, now })).toEqual(pagesOf({ ...given, now: settled }));
      }),
      { numRuns: 60 },
    );
  });

  test('of a deployment say the same at any moment as at the settled one, whenever they are built', () => {
    fc.assert(
      fc.property(timedDossier, arbitraryMoment, arbitraryMoment, (given, chosen, other) => {
        const [now, built] = [momentIn(given, chosen), momentIn(given, other)];
        const settled = settledMoment(turningPoints(given), now);
        expect(deploymentsOf({ ...given, now }, now)).toEqual(
          deploymentsOf({ ...given, now: settled }, built),
        );
      }),
      { numRuns: 60 },
    );
  });
});
