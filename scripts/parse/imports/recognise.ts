import type { ImportFormat } from '../../../src/records/index.ts';
import { fragmentName, perChangeName } from './file-names.ts';
import { looksLikeReleases } from './github-releases.ts';
import type { GivenFile } from './imported-version.ts';

/** What a file is by its name and its words; null for what nobody can tell. */
export function formatOfFile({ name, text }: GivenFile): ImportFormat | null {
  if (/\.json$/i.test(name) || looksLikeReleases(text)) return 'github-releases';
  if (/\.ya?ml$/i.test(name)) return 'reno';
  const head = text.slice(0, 100_000);
  if (/git-cliff/i.test(head)) return 'git-cliff';
  if (/^\.\. towncrier release notes start|towncrier/im.test(head)) return 'towncrier';
  if (/keepachangelog\.com/i.test(head)) return 'keep-a-changelog';
  if (/^#{1,4} \[?v?\d+\.\d+\S*\]?\([^)]*\/compare\/[^)]*\) \(\d{4}-\d\d-\d\d\)/m.test(head))
    return 'conventional-changelog';
  if (/^## \[[^\]]+\] - \d{4}-\d\d-\d\d/m.test(head)) return 'keep-a-changelog';
  return 'headings';
}

/** What a folder is by the names in it; null for a folder of files that are each read by themselves. */
export function formatOfFolder(files: readonly string[]): ImportFormat | null {
  const names = files.map((file) => file.split('/').at(-1) ?? '');
  const share = (is: (name: string) => boolean): boolean =>
    names.filter(is).length * 2 > names.filter((name) => !name.startsWith('.')).length;
  if (share((name) => /\.ya?ml$/.test(name))) return 'reno';
  if (share((name) => perChangeName(name) !== null)) return 'changelogs-folder';
  if (share((name) => fragmentName(name) !== null)) return 'towncrier';
  return null;
}
