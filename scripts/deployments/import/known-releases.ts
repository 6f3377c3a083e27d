import { compareVersions, parseVersion } from '../../../src/history/version-order.ts';
import type { Release } from '../../../src/records/index.ts';
import type { LedgerReader } from '../../store/read.ts';

/** What names a module's state: its version, its commit in full or its first digits, or both of them. */
export interface ModuleState {
  version?: string;
  commit?: string;
}

/** A release of the ledger that has a module in a state. */
export interface KnownRelease extends Pick<Release, 'version' | 'date' | 'modules'> {
  /** It was tagged only after the moment that was asked for. */
  isLater: boolean;
}

/**
 * The newest release up to a moment (RFC 3339) that has the module so; where none is that old, the first one after it,
 * for a release may be deployed before it is tagged. Null where no release has it.
 */
export type ReleaseOf = (module: string, state: ModuleState, at: string) => KnownRelease | null;

/** Reads the product's release records, once, and looks modules up in them. */
export function knownReleases(reader: LedgerReader, product: string): ReleaseOf {
  const releases = reader.versions(product).flatMap((version) => reader.release(product, version) ?? []);
  return releaseLookup(releases);
}

/** Looks modules up in releases. */
export function releaseLookup(releases: readonly Omit<KnownRelease, 'isLater'>[]): ReleaseOf {
  const sorted = releases
    .map((release) => ({ ...release, dated: Date.parse(release.date) }))
    .sort((a, b) => a.dated - b.dated || compareVersions(a.version, b.version));
  return (module, state, at) => {
    const having = releasesWith(module, state, sorted);
    const moment = Date.parse(at);
    const found = having.findLast(({ dated }) => dated <= moment) ?? having[0];
    if (found === undefined) return null;
    const { version, date, modules, dated } = found;
    return { version, date, modules, isLater: dated > moment };
  };
}

type Found = Omit<KnownRelease, 'isLater'> & { dated: number };

/** Charts write versions in another manner than tags do: what is written alike counts first. */
function releasesWith(module: string, state: ModuleState, releases: readonly Found[]): Found[] {
  const withSame = (isSame: (left: string, right: string) => boolean) =>
    releases.filter(({ modules }) => modules.some((one) => one.id === module && isSo(one, state, isSame)));
  const alike = withSame((left, right) => left === right);
  return alike.length > 0 || state.version === undefined ? alike : withSame(isSameVersion);
}

/** Fewer digits than git itself shows name no commit. */
const SHORTEST = 7;

function isSo(
  module: Release['modules'][number],
  { version, commit }: ModuleState,
  isSame: (left: string, right: string) => boolean,
): boolean {
  if (version === undefined && commit === undefined) return false;
  const sameCommit =
    commit === undefined || (commit.length >= SHORTEST && module.commit?.startsWith(commit) === true);
  return (
    sameCommit && (version === undefined || (module.version !== null && isSame(module.version, version)))
  );
}

/** "1.4" is 1.4.0 for Helm, which knows three numbers only, and "1.9.0-RC1" is usually 1.9.0-rc.1. */
function isSameVersion(left: string, right: string): boolean {
  const [a, b] = [parseVersion(left), parseVersion(right)];
  if (a === null || b === null || a.suffix.join('.') !== b.suffix.join('.')) return false;
  const places = Math.max(a.numbers.length, b.numbers.length);
  return Array.from({ length: places }).every(
    (_, place) => (a.numbers[place] ?? 0) === (b.numbers[place] ?? 0),
  );
}
