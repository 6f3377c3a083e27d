/** What a text names that may be a change. */
export interface NamedChanges {
  numbers: number[];
  /** Object ids, or their first digits. */
  commits: string[];
}

const LINK = /\[((?:[^\][\\]|\\.|\[[^\]]*\])*)\]\(\s*<?([^\s)>]*)>?[^)]*\)/g;
const NUMBER = /(?<![\w/&#-])#(\d{1,9})\b|\/(?:pull|pulls|issues|merge_requests)\/(\d{1,9})\b/g;
const COMMIT = /(?<![\w./#-])([0-9a-f]{7,64})(?![\w.-]*\w)|\/commits?\/([0-9a-f]{7,64})\b/g;
const ON_PLATFORM = /^https?:\/\/[^/]+\/(.+?)\/(?:-\/)?(?:pull|pulls|issues|merge_requests|commits?)\//i;

/**
 * Numbers and commits in an entry's words. Links into other repositories than `own` name none; where `own` is empty
 * nobody knows which those are.
 */
export function changesNamed(text: string, own: readonly string[]): NamedChanges {
  const known = own.map((name) => name.toLowerCase());
  const foreign = (address: string): boolean => {
    const repository = ON_PLATFORM.exec(address)?.[1]?.toLowerCase();
    return repository !== undefined && known.length > 0 && !known.includes(repository);
  };
  const plain = text
    .replace(LINK, (_, words: string, address: string) => (foreign(address) ? ' ' : `${words} ${address}`))
    .replace(/https?:\/\/[^\s<>)]+/g, (address) => (foreign(address) ? ' ' : ` ${address}`));
  const numbers = [...plain.matchAll(NUMBER)].map(([, hash, address]) => Number(hash ?? address));
  const commits = [...plain.matchAll(COMMIT)].map(([, bare, address]) => bare ?? address ?? '');
  return { numbers: [...new Set(numbers)], commits: [...new Set(commits)].filter(isLikelyId) };
}

/** "1234567" alone is a number of something, "deadbeef" may be. */
function isLikelyId(id: string): boolean {
  return /[a-f]/.test(id) && /\d/.test(id);
}
