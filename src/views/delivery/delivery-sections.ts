import type { DeliveryInput } from './delivery-input.ts';
import { type DeliveryView, deliveryView } from './delivery-view.ts';

/** How much of an environment a page shows: all of it, figures and their bars by month, or figures. */
export type Extent = 'whole' | 'months' | 'figures';

/** An environment on a product's page of delivery. */
export interface DeliverySection {
  id: string;
  name: string;
  isProduction: boolean;
  /** Null where no deployment to it is recorded. */
  view: DeliveryView | null;
  /** Whatever is not shown stands on a page of its own. */
  extent: Extent;
}

/** DOM nodes that a page may spend on environments: 2,500 without its frame and its definitions. */
const ROOM = 2_350;
const EXTENTS: readonly Extent[] = ['whole', 'months', 'figures'];

/** A product's environments, those that customers use first. The first is shown in full, the others alike. */
export function deliverySections(inputs: readonly DeliveryInput[]): DeliverySection[] {
  const isFirst = ({ environment }: DeliveryInput): number => (environment.production ? 0 : 1);
  const found = inputs.toSorted((a, b) => isFirst(a) - isFirst(b)).map(sectionOf);
  const [first, ...others] = found.flatMap(({ view }) => view ?? []);
  const nodesOf = (extent: Extent) => others.reduce((sum, view) => sum + nodes(view, extent), 0);
  const left = first === undefined ? ROOM : ROOM - nodes(first, 'whole');
  const fitting = EXTENTS.find((extent) => nodesOf(extent) <= left) ?? 'figures';
  return found.map((section) => ({
    ...section,
    extent: section.view === null || section.view === first ? 'whole' : fitting,
  }));
}

function sectionOf(input: DeliveryInput): Omit<DeliverySection, 'extent'> {
  const { id, name = id, production } = input.environment;
  return { id, name, isProduction: production, view: deliveryView(input) };
}

/** About how many nodes an environment takes, as counted on built pages. */
function nodes({ months, weeks, cadence }: DeliveryView, extent: Extent): number {
  const figures = 50;
  if (extent === 'figures') return figures;
  if (extent === 'months') return figures + 70 + 11 * months.table.rows.length;
  const series = [months, ...(weeks === null ? [] : [weeks])];
  const plotted = series.reduce((sum, { table }) => sum + 200 + 43 * table.rows.length, 0);
  return figures + plotted + 20 + 15 * (cadence.calendar?.weeks.length ?? 0);
}
