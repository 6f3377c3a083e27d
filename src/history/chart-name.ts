/** What a chart's name says by the pipeline's nomenclature. */
export interface ChartName {
  module: string;
  /** As "1.12.3". */
  version: string;
  /** The commit's id as the name has it: 7 to 40 hex digits. */
  sha: string;
}

const NUMBER = '(0|[1-9]\\d*)';
const NAME = new RegExp(`^([a-z0-9]+(?:[._-][a-z0-9]+)*)-${NUMBER}-${NUMBER}-${NUMBER}-([0-9a-f]{7,40})$`);

/**
 * Takes `<module>-<major>-<minor>-<release>-<commit sha>` apart, as "maya-api-1-12-3-9f2c1ab". It is read from its end:
 * a module's own name may have hyphens and digits. Null for a name of another form.
 */
export function parseChartName(name: string): ChartName | null {
  const [, module, major, minor, release, sha] = NAME.exec(name) ?? [];
  if (module === undefined || module.length > 64 || sha === undefined) return null;
  return { module, version: `${major}.${minor}.${release}`, sha };
}
