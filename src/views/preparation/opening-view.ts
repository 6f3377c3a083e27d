import { spelledOut } from '../../markdown/harmless.ts';
import type { Opening } from '../../records/dossier.ts';
import type { Dossier } from '../../verdict/dossier.ts';
import {
  codePart,
  type FactPart,
  type FactView,
  factsOf,
  linkPart,
  textPart,
  timePart,
} from '../fact-view.ts';
import { changePath } from '../paths.ts';
import { PREPARATION } from '../preparation-texts.ts';
import { momentOf } from '../time-view.ts';

/** Approved changes that have a link of their own. */
const SCOPE_ROOM = 200;

/** What somebody opened a release with; none where nobody opened it. */
export function openingFacts(dossier: Dossier): FactView[] {
  const opening = dossier.opening?.data;
  if (opening === undefined) return [];
  const words = PREPARATION.facts;
  const moment = (instant: string): FactPart => timePart(momentOf(instant, dossier.policy.data.timeZone));
  return factsOf(
    [words.openedAt, moment(opening.openedAt)],
    [words.openedBy, textPart(spelledOut(opening.openedBy))],
    [words.due, opening.due === undefined ? undefined : moment(opening.due)],
    [words.modules, opening.modules?.flatMap(moduleParts)],
    [
      words.promotion,
      opening.promotion === undefined ? undefined : textPart(PREPARATION.pullRequest(opening.promotion)),
    ],
    [words.scope, scopeParts(opening, dossier)],
    ...emergencyFacts(opening, moment),
  );
}

function moduleParts({
  id,
  version,
  commit,
  digest,
  thirdParty,
}: NonNullable<Opening['modules']>[number]): FactPart[] {
  const name = version === undefined ? id : `${id} ${version}`;
  return [
    textPart(thirdParty === true ? `${name} (${PREPARATION.thirdParty})` : name),
    ...[commit, digest].flatMap((each) => (each === undefined ? [] : [codePart(each.slice(0, 19))])),
  ];
}

function scopeParts({ scope }: Opening, { changes, product, version }: Dossier): FactPart[] {
  if (scope === undefined) return [textPart(PREPARATION.noScope)];
  if (scope.length === 0) return [textPart(PREPARATION.emptyScope)];
  const recorded = new Set(
    changes.filter(({ path }) => path.includes(`/${version}/`)).map(({ data }) => data.id),
  );
  const shown = scope
    .slice(0, SCOPE_ROOM)
    .map((id) => (recorded.has(id) ? linkPart(id, changePath(product, version, id)) : textPart(id)));
  const rest = scope.length - shown.length;
  return rest === 0 ? shown : [...shown, textPart(PREPARATION.furtherScope(rest))];
}

function emergencyFacts(
  { emergency }: Opening,
  moment: (instant: string) => FactPart,
): [string, FactPart | undefined][] {
  const words = PREPARATION.facts;
  if (emergency === undefined) return [[words.emergency, textPart(words.ordinary)]];
  return [
    [words.emergency, { is: 'mark', mark: { kind: 'danger', mark: '▲', text: words.yes } }],
    [words.incident, textPart(spelledOut(emergency.incident))],
    [words.declaredBy, textPart(spelledOut(emergency.declaredBy))],
    [words.declaredAt, moment(emergency.declaredAt)],
  ];
}
