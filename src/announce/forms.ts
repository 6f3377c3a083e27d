import { schemaPath } from '../api/catalogue.ts';
import { releaseDocument } from '../api/release-document.ts';
import type { Announcement, Announcer, NoteSource } from './announcement.ts';
import { changelogForm, changelogPart, isInChangelog } from './changelog-form.ts';
import { type CutText, githubForm } from './github-form.ts';
import { mailForm } from './mail-form.ts';
import { markdownForm } from './markdown-form.ts';
import { addressOn, type Site } from './site-links.ts';
import { slackForm } from './slack-form.ts';

/** Forms of one release's announcement. */
export const RELEASE_FORMS = ['markdown', 'github', 'html', 'slack', 'json'] as const;
export type ReleaseForm = (typeof RELEASE_FORMS)[number];

/** An announcement in one of its forms. */
export function announced(form: ReleaseForm, announcement: Announcement, site: Site): CutText {
  switch (form) {
    case 'markdown':
      return { text: markdownForm(announcement), following: 0 };
    case 'github':
      return githubForm(announcement);
    case 'html':
      return mailForm(announcement);
    case 'slack': {
      const { message, following } = slackForm(announcement);
      return { text: jsonText(message), following };
    }
    case 'json':
      return { text: jsonText(documentOf(announcement, site)), following: 0 };
  }
}

/** A product's changelog, release by release; `notes` are those to be told, the newest version first. */
export function* changelogOf(
  name: string,
  notes: readonly NoteSource[],
  tell: Announcer,
): Generator<string, void, undefined> {
  yield* changelogForm(
    name,
    notes
      .values()
      .filter(({ note }) => isInChangelog(note))
      .map((note) => changelogPart(tell(note))),
  );
}

function documentOf({ release, contributors }: Announcement, site: Site): object {
  const schema = schemaPath('release');
  return releaseDocument(addressOn(site, schema) ?? schema, release, contributors);
}

function jsonText(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
