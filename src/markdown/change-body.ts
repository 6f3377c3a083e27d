/** Names a pull request in a record's body: its number, or "owner/name#12" where two repositories share it. */
export type PullRequestName = number | `${string}/${string}#${number}`;

/** A change record's body taken apart. */
export interface ChangeBody {
  /** The landing commit's message. */
  message: string;
  /** The descriptions of pull requests that have one. */
  descriptions: Map<PullRequestName, string>;
}

const HEADING = /^## Pull request (?:#(\d+)|([^/\s#]+\/[^/\s#]+#\d+))$/;
const OPENING = /^(`{3,})text$/;

/** Text between fences that nothing inside it can close, so that no word of it is taken for markdown. */
export function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}\n`;
}

/** The body of a change record, which `parseChangeBody` reads. */
export function writeChangeBody(
  message: string,
  descriptions: ReadonlyMap<PullRequestName, string> = new Map(),
): string {
  const parts = [...descriptions].map(([name, text]) => `\n${headingOf(name)}\n\n${fenced(text)}`);
  return fenced(message) + parts.join('');
}

/**
 * Takes the body of a change record apart: a fenced message, then descriptions, each fenced under a heading of
 * its own. A body without any fence is a message as a whole, so that nothing in it is lost.
 */
export function parseChangeBody(body: string): ChangeBody {
  const blocks = fencedBlocks(body);
  const message = blocks.find(({ under }) => under === null);
  const descriptions = blocks.flatMap(({ under, text }) => (under === null ? [] : [[under, text] as const]));
  return {
    message: message?.text ?? (blocks.length === 0 ? body.trim() : ''),
    descriptions: new Map(descriptions),
  };
}

/** The description of a pull request, by its full name where that is written, else by its number. */
export function descriptionOf(
  descriptions: ReadonlyMap<PullRequestName, string>,
  { repository, number }: { repository: string; number: number },
): string | null {
  const full = `${repository}#${number}` as PullRequestName;
  return descriptions.get(full) ?? descriptions.get(number) ?? null;
}

/** The first fenced text of a body; null where there is none. */
export function firstFenced(body: string): string | null {
  return fencedBlocks(body)[0]?.text ?? null;
}

interface Block {
  /** The pull request in whose part it stands; null above the first heading. */
  under: PullRequestName | null;
  text: string;
}

function fencedBlocks(body: string): Block[] {
  const lines = body.split('\n');
  const blocks: Block[] = [];
  let under: PullRequestName | null = null;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const fence = OPENING.exec(line)?.[1];
    if (fence === undefined) under = nameIn(line) ?? under;
    else {
      const closing = lines.indexOf(fence, at + 1);
      const end = closing === -1 ? lines.length : closing;
      blocks.push({ under, text: lines.slice(at + 1, end).join('\n') });
      at = end;
    }
  }
  return blocks;
}

function headingOf(name: PullRequestName): string {
  return `## Pull request ${typeof name === 'number' ? `#${name}` : name}`;
}

function nameIn(line: string): PullRequestName | null {
  const [, number, full] = HEADING.exec(line) ?? [];
  if (number !== undefined) return Number(number);
  return full === undefined ? null : (full as PullRequestName);
}
