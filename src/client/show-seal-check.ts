import { SEAL_RESULTS } from '../views/seal-texts.ts';
import type { CheckedFile, SealCheck } from './check-seal.ts';

/** Characters of a digest that are shown: "sha256:" and twelve more. */
const LENGTH = 19;
/** Files as sealed that are listed: a page of thousands reads no better. */
const LISTED = 300;

/** Shows what came of a check, what is wrong first. */
export function showChecks(place: Element, checks: readonly SealCheck[]): void {
  place.replaceChildren(...checks.map((check) => element('div', partsOf(check))));
}

/** Shows a sentence in the place of a result. */
export function showSentence(place: Element, text: string): void {
  place.replaceChildren(paragraph([text]));
}

function partsOf({ place, digest, isNamed, files, root, isRoot }: SealCheck): Element[] {
  if (files === null) return [paragraph([SEAL_RESULTS.sealGone(place)], 'danger')];
  return [
    isNamed
      ? paragraph([SEAL_RESULTS.sealFine(place)], 'good')
      : paragraph([SEAL_RESULTS.sealOther(place), ' ', code(digest)], 'danger'),
    ...fileSentences(files),
    rootSentence(root, isRoot),
    fileList(files),
  ];
}

function rootSentence(root: string | null, isRoot: boolean): Element {
  if (root === null) return paragraph([SEAL_RESULTS.noRoot], 'danger');
  return isRoot
    ? paragraph([SEAL_RESULTS.rootFine, ' ', code(root)], 'good')
    : paragraph([SEAL_RESULTS.rootOther, ' ', code(root)], 'danger');
}

function fileSentences(files: readonly CheckedFile[]): Element[] {
  const of = (...states: string[]) => files.filter(({ state }) => states.includes(state)).length;
  const odd = of('changed', 'gone', 'other-page');
  const [redacted, unchecked] = [of('redacted'), of('unchecked')];
  return [
    odd === 0
      ? paragraph([SEAL_RESULTS.filesFine(of('as-sealed'))], 'good')
      : paragraph([SEAL_RESULTS.filesOdd(odd, files.length)], 'danger'),
    ...(redacted > 0 ? [paragraph([SEAL_RESULTS.redacted(redacted)], 'caution')] : []),
    ...(unchecked > 0 ? [paragraph([SEAL_RESULTS.unchecked(unchecked)], 'caution')] : []),
  ];
}

function fileList(files: readonly CheckedFile[]): Element {
  const fine = files.filter(({ state }) => state === 'as-sealed');
  const lines = [...files.filter(({ state }) => state !== 'as-sealed'), ...fine.slice(0, LISTED)].map(lineOf);
  const further = fine.length - LISTED;
  const list = element('ul', lines);
  const folded = element('details', [element('summary', [SEAL_RESULTS.results]), list]);
  if (further > 0) folded.append(paragraph([SEAL_RESULTS.furtherFine(further)]));
  folded.toggleAttribute('open', fine.length < files.length);
  return folded;
}

function lineOf({ path, address, state, digest }: CheckedFile): Element {
  const isFine = state === 'as-sealed';
  const name = address === null ? element('span', [path]) : link(path, address);
  const tone = isFine ? 'good' : state === 'redacted' || state === 'unchecked' ? 'caution' : 'danger';
  const mark = element('span', [isFine ? SEAL_RESULTS.same : markOf(state), ' ', SEAL_RESULTS.states[state]]);
  mark.className = `mark ${tone}`;
  return element('li', [mark, ' ', code(digest), ' ', name]);
}

function markOf(state: CheckedFile['state']): string {
  if (state === 'redacted') return '▲';
  return state === 'unchecked' ? '?' : SEAL_RESULTS.differs;
}

/** Short to read, whole in its title. */
function code(digest: string | null): Element {
  const made = element('code', [digest?.slice(0, LENGTH) ?? '']);
  if (digest !== null) made.title = digest;
  return made;
}

function link(text: string, address: string): Element {
  const made = element('a', [text]);
  made.href = address;
  return made;
}

function paragraph(content: readonly (string | Element)[], tone?: string): Element {
  const made = element('p', content);
  if (tone !== undefined) made.className = `result ${tone}`;
  return made;
}

/** Text goes in as text: paths come from files that anybody may have written. */
function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  content: readonly (string | Element)[],
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}
