import type { PublicRelease } from '../public-release.ts';

/** What a note says besides bullets about what is to be done. */
export interface UpgradeProse {
  version: string;
  address: string;
  group: 'action' | 'upgrade';
  html: string;
}

/** By the headings of the sections in small letters. */
const HEADINGS: ReadonlyMap<string, UpgradeProse['group']> = new Map([
  ['action required', 'action'],
  ['upgrade notes', 'upgrade'],
]);

/** Of some releases, in their order. */
export function upgradeProse(releases: readonly PublicRelease[]): UpgradeProse[] {
  return releases.flatMap(({ version, address, prose }) =>
    prose.flatMap(({ heading, html }) => {
      const group = HEADINGS.get(heading.trim().toLowerCase());
      return group === undefined ? [] : [{ version, address, group, html }];
    }),
  );
}
