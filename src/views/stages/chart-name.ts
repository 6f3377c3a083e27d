/** What a chart's name says by the pipeline's nomenclature, `<module>-<major>-<minor>-<release>-<commit sha>`. */
export interface ChartName {
  module: string;
  version: string;
  /** 7 to 40 hex digits. */
  sha: string;
}

const NUMBER = '(0|[1-9]\\d*)';
const NAME = new RegExp(`^(.+)-${NUMBER}-${NUMBER}-${NUMBER}-([0-9a-f]{7,40})$`);

/** Takes a chart's name apart, from its end: a module's own name may have hyphens and digits. */
export function chartNameParts(name: string): ChartName | null {
  const [, module, major, minor, release, sha] = NAME.exec(name) ?? [];
  if (module === undefined || sha === undefined) return null;
  return { module, version: `${major}.${minor}.${release}`, sha };
}
