import type { Drift, DriftSide } from '../../history/deployments/drift.ts';
import { toInstant } from '../../history/product-clock.ts';
import { ENVIRONMENTS } from '../deployment-texts.ts';
import { type FactPart, idPart, linkPart, textPart, timePart } from '../fact-view.ts';
import type { MarkView } from '../mark-view.ts';
import { type LineList, listOf } from '../stages/measured-block.ts';
import { type CellView, columnsOf, type TableView } from '../table-view.ts';
import { momentOf } from '../time-view.ts';
import { recordPlace } from '../verdict/record-links.ts';
import { ageText } from './age-text.ts';
import { DRIFT_MARKS } from './deployment-marks.ts';
import { environmentName, type ProductEnvironments } from './environment-now.ts';

/** Digits of a digest, its algorithm among them. */
const DIGEST = 19;
/** Rows below 2,500 DOM nodes, the matrix above them. */
const ROOM = 30;

/** Where neighbours differ, the worst and the oldest first; differences for which there is no room, a line each. */
export function driftTable(product: ProductEnvironments): { table: TableView; further: LineList[] } {
  const { module, kind, earlier, later, age, since } = ENVIRONMENTS.drift.columns;
  const ordered = [...product.drift].sort(byUrgency);
  const lines = ordered.slice(ROOM).map((drift) => driftLine(drift, product));
  return {
    table: {
      caption: ENVIRONMENTS.drift.title,
      columns: columnsOf([module, kind, earlier, later, age, since]),
      rows: ordered.slice(0, ROOM).map((drift) => driftRow(drift, product)),
    },
    further: listOf(ENVIRONMENTS.drift.further(lines.length), lines),
  };
}

function byUrgency(a: Drift, b: Drift): number {
  return rank(a) - rank(b) || a.since - b.since || (a.module < b.module ? -1 : 1);
}

function rank({ kind }: Drift): number {
  return kind === 'other image' ? 0 : 1;
}

function driftRow(drift: Drift, product: ProductEnvironments): CellView[] {
  const { timeZone } = product.policy;
  return [
    [textPart(drift.module)],
    [{ is: 'mark', mark: DRIFT_MARKS[drift.kind] }],
    sideCell(drift.earlier, drift, product),
    sideCell(drift.later, drift, product),
    [textPart(ageText(product.now - drift.since))],
    [timePart(momentOf(toInstant(drift.since), timeZone))],
  ];
}

function sideCell(side: DriftSide, { kind }: Drift, product: ProductEnvironments): CellView {
  const name = textPart(`${nameOf(side.environment, product)}:`);
  const image = kind === 'other image' && side.digest !== null ? [idPart(side.digest, DIGEST)] : [];
  return [name, versionAt(side), ...image];
}

function versionAt({ version, record }: DriftSide): FactPart {
  const href = recordPlace(record);
  if (version === null) return textPart(ENVIRONMENTS.notThere);
  return href === null ? textPart(version) : linkPart(version, href);
}

function driftLine({ module, kind, earlier, later, since }: Drift, product: ProductEnvironments): string {
  const side = ({ environment, version }: DriftSide): string =>
    `${nameOf(environment, product)} ${version ?? ENVIRONMENTS.notThere}`;
  const age = ENVIRONMENTS.drift.age(ageText(product.now - since));
  return `${module}: ${DRIFT_MARKS[kind].text}, ${side(earlier)}, ${side(later)}, ${age}`;
}

/** An environment by its id, as people call it. */
export function nameOf(id: string, { environments }: Pick<ProductEnvironments, 'environments'>): string {
  const found = environments.find(({ environment }) => environment.id === id);
  return found === undefined ? id : environmentName(found.environment);
}

/** How a module of the later environment differs from the one before it, in a mark and words; null where it does not. */
export function driftNote(
  module: string,
  environment: string,
  product: ProductEnvironments,
): { mark: MarkView; text: string } | null {
  const found = product.drift.find(
    (each) => each.module === module && each.later.environment === environment,
  );
  if (found === undefined) return null;
  const words = ENVIRONMENTS.drift[wordOf(found)](nameOf(found.earlier.environment, product));
  return {
    mark: DRIFT_MARKS[found.kind],
    text: `${words}, ${ENVIRONMENTS.drift.age(ageText(product.now - found.since))}`,
  };
}

function wordOf({ kind, later }: Drift): 'than' | 'notIn' | 'isIn' {
  if (kind !== 'only in one') return 'than';
  return later.version === null ? 'isIn' : 'notIn';
}
