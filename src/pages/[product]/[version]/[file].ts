import type { APIRoute, GetStaticPaths } from 'astro';
import { announced } from '../../../announce/forms.ts';
import { announcedSite, readAnnouncement } from '../../../content/announcements.ts';
import { notedVersions } from '../../../content/notes.ts';
import { releasesIn } from '../../../content/scope.ts';
import { ANNOUNCEMENT_FILES, announcementFile } from '../../../views/follow/announcement-files.ts';

export const getStaticPaths = ((options) =>
  releasesIn(options, notedVersions).flatMap((release) =>
    ANNOUNCEMENT_FILES.map(({ file }) => ({ params: { ...release, file } })),
  )) satisfies GetStaticPaths;

/** The files beside a release's page that announce it elsewhere. */
export const GET: APIRoute = ({ params }) => {
  const { product = '', version = '', file = '' } = params;
  const { form, type } = announcementFile(file);
  const { text } = announced(form, readAnnouncement(product, version), announcedSite());
  return new Response(text, { headers: { 'Content-Type': `${type}; charset=utf-8` } });
};
