import { parseVersion } from '../../src/history/version-order.ts';

/**
 * How a version is written that a ledger or a clone knows already: "1.9.0-rc1" is "1.9.0-RC1" there (on some disks that
 * is one file), and "1.2" is "1.2.0" where neither they nor the changelog, `told`, tell the two apart.
 */
export function spelling(known: Iterable<string>, told: Iterable<string>): (version: string) => string {
  const own = new Set(Array.from(told, (version) => version.toLowerCase()));
  const [exact, bare] = [new Map<string, string>(), new Map<string, string>()];
  for (const version of known) {
    if (!exact.has(version.toLowerCase())) exact.set(version.toLowerCase(), version);
    if (!bare.has(withoutZeros(version))) bare.set(withoutZeros(version), version);
  }
  return (version) => {
    const same = bare.get(withoutZeros(version));
    const isOwn = same === undefined || own.has(same.toLowerCase());
    return exact.get(version.toLowerCase()) ?? (isOwn ? version : same);
  };
}

/** "1.2.0" and "1.2" are the same numbers; what follows them has to be the same too. */
function withoutZeros(version: string): string {
  const base = parseVersion(version)?.base ?? '';
  return `${base.replace(/(?:\.0+)+$/, '')} ${version.slice(base.length).toLowerCase()}`;
}
