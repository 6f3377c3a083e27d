import type { RecordedDeployment } from './timeline.ts';

const NAME = /^\d{8}T\d{6}Z-(.+)$/;

/**
 * A release's deployments in one environment, and where they changed only a part of what ran those before them that
 * tell the rest. `names` are those of the environment's records, sorted, so that other records stay closed; `read`
 * opens one.
 */
export function deploymentsOfRelease(
  names: readonly string[],
  version: string,
  read: (name: string) => RecordedDeployment,
): RecordedDeployment[] {
  const opened = new Map<number, RecordedDeployment>();
  const open = (index: number): RecordedDeployment => {
    const record = opened.get(index) ?? read(names[index] ?? '');
    opened.set(index, record);
    return record;
  };
  for (const [index, name] of names.entries()) {
    if (!mayBeOf(name, version) || open(index).data.version !== version) continue;
    if (open(index).data.part !== true) continue;
    let before = index - 1;
    while (before >= 0 && !isWhole(open(before))) before -= 1;
  }
  return [...opened].sort(([a], [b]) => a - b).map(([, record]) => record);
}

/** Whether a record may be of a version, by its name; a second one of the same version and second has a number behind it. */
export function mayBeOf(name: string, version: string): boolean {
  const rest = NAME.exec(name)?.[1] ?? '';
  return rest === version || (rest.startsWith(`${version}-`) && /^\d+$/.test(rest.slice(version.length + 1)));
}

function isWhole({ data }: RecordedDeployment): boolean {
  return data.part !== true && data.outcome === 'succeeded';
}

/** Every version that a record may be of, by its name. */
export function versionsInName(name: string): string[] {
  const rest = NAME.exec(name)?.[1];
  if (rest === undefined) return [];
  const numbered = /^(.+)-\d+$/.exec(rest)?.[1];
  return numbered === undefined ? [rest] : [rest, numbered];
}
