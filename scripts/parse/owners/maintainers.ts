const LEFT = /emerit|former|past\b|alumni|inactive|retired|previous|reviewers?\b|contributors?\b|triage/i;
/** A row of a table whose person only reviews. */
const REVIEWS = /\|\s*reviewers?\s*(?:\||$)/i;
const HEADING = /^\s*(?:#+\s+(.*)|\[(?:.*\.)?"?([\w -]+)"?\]|([A-Z][\w ]{2,40}):?)\s*$/;
const HANDLES = [
  /\bgithub\.com\/([A-Za-z0-9](?:[A-Za-z0-9]|-(?=[A-Za-z0-9])){0,38})\/?(?![\w/.-])/g,
  /(?<![\w.+-])@([A-Za-z0-9](?:[A-Za-z0-9]|-(?=[A-Za-z0-9])){0,38})(?![\w/.@-])/g,
  /^\s*github\s*=\s*"([A-Za-z0-9][A-Za-z0-9-]{0,38})"/gim,
];

/**
 * Handles that a MAINTAINERS file names, by links, by "@" or by `GitHub = "…"`. Who stands under a heading such as
 * "Emeritus" is left out, and so are e-mail addresses.
 */
export function maintainersIn(text: string): string[] {
  const found: string[] = [];
  let skip = false;
  for (const line of text.split(/\r?\n/)) {
    const heading = headingOf(line);
    if (heading !== null) skip = LEFT.test(heading);
    if (!skip && !REVIEWS.test(line)) found.push(...handlesIn(line));
  }
  return [...new Set(found)];
}

function headingOf(line: string): string | null {
  const [, mark, section, plain] = HEADING.exec(line) ?? [];
  return mark ?? section ?? plain ?? null;
}

/** Words that stand for a handle in templates. */
const NO_HANDLE = /^(?:github-?)?(?:handle|id|user|user-?name|name)s?$/i;

function handlesIn(line: string): string[] {
  for (const form of HANDLES) {
    const named = [...line.matchAll(form)].flatMap(([, handle]) => handle ?? []);
    const handles = named.filter((handle) => !NO_HANDLE.test(handle));
    // One person a line: the forms repeat one another.
    if (handles.length > 0) return form === HANDLES[0] ? handles.slice(0, 1) : handles;
  }
  return [];
}
