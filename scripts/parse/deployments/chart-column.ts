import { parseChartName } from '../../../src/history/chart-name.ts';

/** A chart as Helm names it in one word, "director-1.26.3", taken apart. */
export interface ChartColumn {
  /** The chart's own name. */
  name: string;
  /** The chart's version, as it is written. */
  chart: string;
  /** The module that the name is of, by the pipeline's nomenclature or as the name itself. */
  module: string;
  /** The version as records write it: "1.2.3" for the chart "1-2-3-9f2c1ab". */
  version: string;
  /** The commit's first digits, where name or version end with them. */
  commit: string | null;
}

const SEMVER = /^v?(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/;
const NOMENCLATURE = /^\d+-\d+-\d+-[0-9a-f]{7,40}$/;
/** Old charts: "1.2", "01.2.3", "4". */
const DOTTED = /^v?\d+(?:\.\d+)+(?:[-+][0-9A-Za-z.+-]*)?$/;
const NUMBER = /^v?\d+$/;
const FORMS = [SEMVER, NOMENCLATURE, DOTTED, NUMBER];

/**
 * Takes `<chart name>-<version>` apart, where both may have hyphens and digits. Of several ways the one counts whose
 * name is among `known`, the longest first; else the longest version of the strictest form. Null where nothing in it is
 * a version.
 */
export function splitChart(column: string, known: Iterable<string>): ChartColumn | null {
  const cuts = [...column.matchAll(/-/g)].map(({ index }) => ({
    name: column.slice(0, index),
    chart: column.slice(index + 1),
  }));
  const names = new Set(known);
  const named = cuts.findLast(({ name, chart }) => names.has(name) && FORMS.some((form) => form.test(chart)));
  const found = named ?? byForm(cuts.filter(({ name }) => name !== ''));
  return found === undefined ? null : describe(found);
}

interface Cut {
  name: string;
  chart: string;
}

function byForm(cuts: readonly Cut[]): Cut | undefined {
  return FORMS.map((form) => cuts.find(({ chart }) => form.test(chart))).find((cut) => cut !== undefined);
}

function describe({ name, chart }: Cut): ChartColumn {
  const inName = parseChartName(name);
  const inVersion = NOMENCLATURE.test(chart) ? parseChartName(`${name}-${chart}`) : null;
  return {
    name,
    chart,
    module: inName?.module ?? name,
    version: inVersion?.version ?? chart.replace(/^v(?=\d)/, ''),
    commit: inName?.sha ?? inVersion?.sha ?? /[-+.]g?([0-9a-f]{7,40})$/.exec(chart)?.[1] ?? null,
  };
}
