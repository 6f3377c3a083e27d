import type { ProductRecords } from './product-records.ts';

/** Which releases contain which. */
export interface Lineage {
  /** Whether a release is another one, or was made on top of it. */
  contains(version: string, release: string): boolean;
}

/** When a walk over all releases entered and left one: what it holds lies between. */
interface Span {
  entered: number;
  left: number;
}

/** The tree of a product's releases, numbered once so that each question costs nothing. */
export function lineageOf({ versions, outlineOf }: ProductRecords): Lineage {
  const spans = spansOf(Map.groupBy(versions, (version) => outlineOf(version)?.previous ?? null));
  return {
    contains: (version, release) => {
      const [inner, outer] = [spans.get(version), spans.get(release)];
      if (inner === undefined || outer === undefined) return version === release;
      return outer.entered <= inner.entered && inner.left <= outer.left;
    },
  };
}

/** Walks without recursion: thousands of releases stand on each other. Circles of broken records are left out. */
function spansOf(followers: ReadonlyMap<string | null, readonly string[]>): Map<string, Span> {
  const spans = new Map<string, Span>();
  const open = [...(followers.get(null) ?? [])].map((version) => ({ version, isDone: false }));
  let moment = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    moment += 1;
    const span = spans.get(next.version);
    if (next.isDone && span !== undefined) span.left = moment;
    if (next.isDone) continue;
    spans.set(next.version, { entered: moment, left: moment });
    open.push({ ...next, isDone: true });
    open.push(...(followers.get(next.version) ?? []).map((version) => ({ version, isDone: false })));
  }
  return spans;
}
