/** A commit with its parents. */
export interface Ancestry {
  id: string;
  parents: readonly string[];
}

/**
 * For each wanted name the tags that brought it: those that hold one of its commits and grew from no other that does.
 * `history` has children before parents; `tips` are the tags' commits by their names.
 */
export function firstHolders(
  history: readonly Ancestry[],
  tips: ReadonlyMap<string, string>,
  wanted: ReadonlyMap<string, readonly string[]>,
): Map<string, string[]> {
  const tags = [...tips].map(([name, commit], index) => ({ name, commit, index }));
  const holders = holdersOf(history, tips, new Set([...[...wanted.values()].flat(), ...tips.values()]));
  const first = (commits: readonly string[]): string[] => {
    const held = tags.filter(({ index }) => commits.some((commit) => has(holders.get(commit), index)));
    // A tag grew from another one where it holds that one's commit.
    return held
      .filter(
        (tag) =>
          !held.some((other) => other.commit !== tag.commit && has(holders.get(other.commit), tag.index)),
      )
      .map(({ name }) => name);
  };
  return new Map([...wanted].map(([name, commits]) => [name, first(commits)]));
}

/** A bit for each tag: the tags that hold a commit. Only those of kept commits stay in memory. */
function holdersOf(
  history: readonly Ancestry[],
  tips: ReadonlyMap<string, string>,
  kept: ReadonlySet<string>,
): Map<string, Uint32Array> {
  const words = Math.ceil(tips.size / 32);
  const bits = new Map<string, Uint32Array>();
  const bitsOf = (id: string): Uint32Array => {
    const known = bits.get(id) ?? new Uint32Array(words);
    bits.set(id, known);
    return known;
  };
  for (const [index, commit] of [...tips.values()].entries()) {
    const own = bitsOf(commit);
    own[index >> 5] = (own[index >> 5] ?? 0) | (1 << (index & 31));
  }
  for (const { id, parents } of history) {
    const own = bits.get(id);
    if (own === undefined) continue;
    for (const parent of parents) unite(bitsOf(parent), own);
    if (!kept.has(id)) bits.delete(id);
  }
  return bits;
}

function unite(into: Uint32Array, from: Uint32Array): void {
  for (let word = 0; word < into.length; word += 1) into[word] = (into[word] ?? 0) | (from[word] ?? 0);
}

function has(bits: Uint32Array | undefined, index: number): boolean {
  return (((bits?.[index >> 5] ?? 0) >>> (index & 31)) & 1) === 1;
}
