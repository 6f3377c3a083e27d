import type { GuidePage } from '../guide/guide-page.ts';
import { guidePath } from './paths.ts';

/** A place of the guide where a verb is typed. */
export interface VerbUse {
  title: string;
  href: string;
}

/** The pages that type a verb, each led to where it does so first. */
export function usesOf(verb: string, pages: readonly GuidePage[]): VerbUse[] {
  return pages.flatMap(({ id, title, sections }) => {
    const first = sections.find(({ parts }) =>
      parts.some((part) => part.kind === 'command' && verbsIn(part.text).includes(verb)),
    );
    if (first === undefined) return [];
    const anchor = first.anchor === '' ? '' : `#${first.anchor}`;
    return [{ title, href: guidePath(id) + anchor }];
  });
}

/** The verbs that lines of shell ask for. */
export function verbsIn(text: string): string[] {
  return [...text.matchAll(/\bledger(?: --content \S+| --json)* ([a-z][a-z-]*)/g)].map(
    ([, verb = '']) => verb,
  );
}
