import type { APIRoute, GetStaticPaths } from 'astro';
import { announced } from '../../../announce/forms.ts';
import { announcedSite, readAnnouncement } from '../../../content/announcements.ts';
import { readProductPages } from '../../../content/sources.ts';
import { ANNOUNCEMENT_FILES, announcementFile } from '../../../views/follow/announcement-files.ts';

export const getStaticPaths = (() =>
  readProductPages().flatMap(({ id, notes }) =>
    notes.flatMap(({ note }) =>
      ANNOUNCEMENT_FILES.map(({ file }) => ({ params: { product: id, version: note.version, file } })),
    ),
  )) satisfies GetStaticPaths;

/** The files beside a release's page that announce it elsewhere. */
export const GET: APIRoute = ({ params }) => {
  const { product = '', version = '', file = '' } = params;
  const { form, type } = announcementFile(file);
  const { text } = announced(form, readAnnouncement(product, version), announcedSite());
  return new Response(text, { headers: { 'Content-Type': `${type}; charset=utf-8` } });
};
