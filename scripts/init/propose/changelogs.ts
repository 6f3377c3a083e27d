import type { RepositoryFacts } from '../facts.ts';

/** A text or a folder of notes from before this tool, and what it is. */
export interface FoundPast {
  /** From the repository on. */
  path: string;
  what: string;
}

const FOLDERS: readonly (readonly [RegExp, string])[] = [
  [/^((?:.*\/)?releasenotes\/notes)\/[^/]+\.yaml$/, 'reno notes'],
  [/^(changelogs\/(?:released|v[^/]+))\/.+/, 'a file for each pull request'],
  [
    /^((?:.*\/)?(?:newsfragments|changelog\.d|changes\.d|changelog_entries))\/[^/]+\.\w+/,
    'towncrier fragments',
  ],
  [/^((?:Documentation\/)?RelNotes)\/[^/]+$/, 'a file for each version'],
];
const TEXT =
  /^(?:docs\/|doc\/)?(?:CHANGELOG|CHANGES|CHANGE_LOG|HISTORY|NEWS|RELEASES|RELEASE[-_]?NOTES)(?:\.(?:md|rst|txt|markdown))?$/i;

/** Notes from before this tool that a repository keeps, the whole ones first. */
export function foundPast({ files }: Pick<RepositoryFacts, 'files'>): FoundPast[] {
  const all = files ?? [];
  const texts = all.filter((file) => TEXT.test(file)).map((path) => ({ path, what: 'a changelog' }));
  const folders = FOLDERS.flatMap(([form, what]) => {
    const found = all.flatMap((file) => form.exec(file)?.[1] ?? []);
    const [first] = found;
    if (first === undefined) return [];
    const path = what === 'a file for each pull request' ? 'changelogs' : first;
    return [{ path, what }];
  });
  return [...texts, ...folders];
}
