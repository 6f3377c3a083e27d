import type { Site } from '../../../../src/records/index.ts';
import { edit, type Finding } from '../../finding.ts';

/** What is known of the site: null where it cannot be read. */
export interface SiteFacts {
  site: Site | null;
  isThere: boolean;
  /** Files of the folder "site". */
  pictures: readonly string[];
}

/** Whether the site says where it is served, and shows the pictures that lie beside it. */
export function sitePage({ site, isThere, pictures }: SiteFacts): Finding[] {
  if (isThere && site === null) return [];
  return [...addressOf(site), ...unseen(site, pictures)];
}

function addressOf(site: Site | null): Finding[] {
  if (site?.address !== undefined) return [];
  return [
    {
      id: 'site-without-address',
      severity: 'gap',
      product: null,
      says: 'The site does not say where it is served: feeds, announcements, the sitemap and previews lead nowhere.',
      place: { file: 'site.md', field: 'address' },
      mend: edit('Write where customers read it, as: address: https://releases.example.org'),
    },
  ];
}

function unseen(site: Site | null, pictures: readonly string[]): Finding[] {
  const shown = [site?.logo?.light, site?.logo?.dark, site?.icon];
  return pictures
    .filter((file) => !shown.includes(file))
    .map((file) => ({
      id: 'picture-unseen',
      severity: 'hint',
      product: null,
      says: 'Neither the logo nor the icon of the site is this file.',
      place: { file },
      mend: edit('Name it under "logo" or "icon" in site.md, or remove it.'),
    }));
}
