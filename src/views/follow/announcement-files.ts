import type { ReleaseFile } from '../paths.ts';

/** A file beside a release's page that announces it elsewhere. */
export interface AnnouncementFile {
  file: Exclude<ReleaseFile, 'preview.png'>;
  form: 'markdown' | 'github' | 'html' | 'slack';
  /** Its media type. */
  type: string;
}

/** All of them. */
export const ANNOUNCEMENT_FILES: readonly AnnouncementFile[] = [
  { file: 'notes.md', form: 'markdown', type: 'text/markdown' },
  { file: 'github.md', form: 'github', type: 'text/markdown' },
  { file: 'email.html', form: 'html', type: 'text/html' },
  { file: 'slack.json', form: 'slack', type: 'application/json' },
];

/** The one of a name. Throws for a name that is none. */
export function announcementFile(name: string): AnnouncementFile {
  const found = ANNOUNCEMENT_FILES.find(({ file }) => file === name);
  if (found === undefined) throw new Error(`there is no announcement "${name}"`);
  return found;
}
