import type { Release } from '../../github-stand-in/index.ts';

const LITMUSCTL = [
  { name: 'litmusctl-linux-amd64', size: 21_004_288 },
  { name: 'litmusctl-darwin-arm64', size: 20_447_232 },
];

/** What was published on the platform, by tag. 1.1 has a tag only. */
export const LITMUS_RELEASES: Readonly<Record<string, Partial<Release>>> = {
  '1.2': { name: 'Litmus 1.2', body: 'Schedules, and probes that ask Prometheus.' },
  '1.2.1': { name: 'Litmus 1.2.1', body: 'Removes network rules of aborted experiments.' },
  '1.3': {
    name: 'Litmus 1.3',
    body: 'Teams and roles. **Probes run one after the other now.**',
    assets: LITMUSCTL,
  },
  '1.4-rc1': { name: 'Litmus 1.4, candidate', prerelease: true },
  '1.4': { name: 'Litmus 1.4', body: 'Dark theme, probes in any language (beta).', assets: LITMUSCTL },
  '1.4.1': { name: 'Litmus 1.4.1', body: 'Security fix for the portal.', assets: LITMUSCTL },
  // Written, and never published.
  '1.5': { name: 'Litmus 1.5', body: 'To do: screenshots of the report.', draft: true, assets: LITMUSCTL },
  '1.6': { name: 'Litmus 1.6', body: 'OpenID Connect, one switch for every experiment.', assets: LITMUSCTL },
};
