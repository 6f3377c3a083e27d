import { headingOf, type Section } from '../../../src/records/index.ts';

/** What the name of a file for one change tells. */
export interface ChangeFileName {
  /** The pull request or issue; null where the name has none. */
  number: number | null;
  section: Section | string;
}

/** Towncrier's own kinds of fragments, and those that projects add. */
const KINDS: Readonly<Record<string, Section | string>> = {
  feature: 'added',
  enhancement: 'added',
  improvement: 'changed',
  change: 'changed',
  bugfix: 'fixed',
  fix: 'fixed',
  doc: 'maintenance',
  docs: 'maintenance',
  misc: 'maintenance',
  trivial: 'maintenance',
  removal: 'removed',
  deprecation: 'deprecated',
  breaking: 'action',
  security: 'security',
  vendor: 'dependencies',
};
const FRAGMENT = /^(?:\+[^.]*|(\d+)|[\w-]+)\.([a-z][a-z_-]*)(?:\.\d+)?(?:\.(?:rst|md|txt))?$/i;
const PER_CHANGE = /^(\d+)-([A-Za-z0-9][\w.[\]-]*)$/;

/** "123.feature.rst", "+words.bugfix.md": towncrier's names. Null for another one. */
export function fragmentName(file: string): ChangeFileName | null {
  const [, number, kind = ''] = FRAGMENT.exec(file) ?? [];
  if (kind === '' || /^(?:rst|md|txt|py|toml|jinja2?|gitignore)$/i.test(kind)) return null;
  const section = KINDS[kind.toLowerCase()] ?? headingOf(capitalised(kind) as Section);
  return { number: number === undefined ? null : Number(number), section };
}

/** "123-name": the number of the pull request and who opened it. Null for another one. */
export function perChangeName(file: string): { number: number } | null {
  const number = PER_CHANGE.exec(file)?.[1];
  return number === undefined ? null : { number: Number(number) };
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
