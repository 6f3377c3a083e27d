import type { SlackText } from './markup.ts';

/** Commits and images that a text names. */
export interface NamedBuilds {
  /** Commits in full, lower case; abbreviated ones that are one of the release's are among them. */
  commits: string[];
  /** What looks like a commit and is none of the release, or may be several. */
  strange: string[];
  /** "sha256:…". */
  digests: string[];
}

const DIGEST = /\bsha256:([0-9a-f]{64})(?![0-9a-z])/gi;
const UUID = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;
/** Also at the end of a chart's name, "api-1-26-0-9f2c1ab", or of an image's, "api:1.26.0-9f2c1ab". */
const HEX = /(?<![\p{L}\p{N}_./])[0-9a-f]{7,64}(?!\.?[\p{L}\p{N}_])/giu;
const COMMIT_LINK = /\/(?:commits?|tree)\/([0-9a-f]{7,64})(?![0-9a-z])/gi;

/** Finds them in a message. `known` are the release's commits, for abbreviations of at least seven digits. */
export function namedBuilds({ spoken, links }: SlackText, known: readonly string[]): NamedBuilds {
  const digests = [...spoken.matchAll(DIGEST)].map(([, hex = '']) => `sha256:${hex.toLowerCase()}`);
  const rest = spoken.replace(DIGEST, ' ').replace(UUID, ' ');
  const linked = links.flatMap((link) => [...link.matchAll(COMMIT_LINK)].map(([, hex = '']) => hex));
  const names = [...rest.matchAll(HEX)].map(([hex]) => hex).concat(linked);
  const resolved = names.map((name) => resolve(name.toLowerCase(), known));
  return {
    commits: unique(resolved.flatMap(({ commit }) => commit ?? [])),
    strange: unique(resolved.flatMap(({ strange }) => strange ?? [])),
    digests: unique(digests),
  };
}

/** Whether a text names any build at all, be it a strange one. */
export function namesNothing({ commits, strange, digests }: NamedBuilds): boolean {
  return commits.length + strange.length + digests.length === 0;
}

function resolve(name: string, known: readonly string[]): { commit?: string; strange?: string } {
  const fits = unique(known.filter((commit) => commit.startsWith(name)));
  const [only] = fits;
  if (fits.length === 1 && only !== undefined) return { commit: only };
  if (name.length === 40 || name.length === 64) return { commit: name };
  if (fits.length > 1) return { strange: name };
  // "20260203" is a day and "defaced" a word.
  return /\d/.test(name) && /[a-f]/.test(name) ? { strange: name } : {};
}

function unique(items: readonly string[]): string[] {
  return [...new Set(items)];
}
