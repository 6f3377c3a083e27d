import { isSameAccount } from '../../history/review-facts.ts';
import type { Dossier } from '../../verdict/dossier.ts';
import { dossierPath } from '../paths.ts';
import { PERSON_PAGE } from '../people-texts.ts';
import { recordPlace } from '../verdict/record-links.ts';
import { CONTROL_NAMES } from '../verdict-texts.ts';
import type { Act } from './act.ts';
import { type Actors, actorsOf } from './actor.ts';
import { changeActs } from './change-acts.ts';
import { reviewActs } from './review-acts.ts';
import { voteActs } from './vote-acts.ts';

/** Everything that people did for a release, but its deployments. */
export function releaseActs(dossier: Dossier): Act[] {
  const actors = actorsOf(dossier.policy.data);
  return [
    ...openingActs(dossier, actors),
    ...voteActs(dossier, actors),
    ...waiverActs(dossier, actors),
    ...dossier.changes.flatMap(({ data }) => changeActs(data, dossier.version, actors)),
    ...promotionActs(dossier, actors),
  ];
}

function openingActs({ opening, version }: Dossier, actors: Actors): Act[] {
  if (opening === null) return [];
  const { openedBy, openedAt } = opening.data;
  return [
    {
      key: `opened ${opening.path}`,
      ...{ who: actors.ofName(openedBy), kind: 'opened' as const, at: openedAt, version },
      ...{ on: PERSON_PAGE.opened(version), href: recordPlace(opening.path), marks: [], conflict: null },
    },
  ];
}

function waiverActs({ waivers, version }: Dossier, actors: Actors): Act[] {
  return waivers.map(({ data, path }) => ({
    key: `waived ${path}`,
    ...{ who: actors.ofName(data.by), kind: 'waived', at: data.at, version },
    ...{ on: CONTROL_NAMES[data.control], href: recordPlace(path) },
    ...{ marks: [], conflict: null },
  }));
}

/** Reviews of the pull request that promoted. Whoever opened it cannot approve it. */
function promotionActs({ release, version, product }: Dossier, actors: Actors): Act[] {
  const pull = release?.data.promotion?.pullRequest;
  if (pull === undefined) return [];
  const reviewed = {
    version,
    on: PERSON_PAGE.promotion(pull.number, version),
    href: `${dossierPath(product, version)}#facts`,
    isAuthor: (account: Parameters<typeof isSameAccount>[0]) => isSameAccount(account, pull.author),
  };
  return reviewActs(pull, reviewed, actors);
}
