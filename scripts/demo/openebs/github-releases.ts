import type { Release } from '../../github-stand-in/index.ts';

const KUBECTL = [
  { name: 'kubectl-openebs_linux_amd64.tar.gz', size: 18_412_204 },
  { name: 'kubectl-openebs_linux_arm64.tar.gz', size: 17_020_418 },
];

/** What was published on the platform, by tag. 1.6.0 and most candidates have tags only. */
export const OPENEBS_RELEASES: Readonly<Record<string, Partial<Release>>> = {
  '1.7.0': { name: 'OpenEBS 1.7.0', body: 'Add disks to running pools.' },
  '1.8.0': { name: '1.8.0', body: 'Raw block volumes, clones across namespaces.' },
  '1.8.1': { name: '1.8.1', body: 'A security fix. Please update.' },
  '1.9.0': {
    name: 'OpenEBS 1.9.0',
    body: 'Backups to any bucket that speaks S3. **Pool capacity is in bytes now**: see the release notes.',
    assets: KUBECTL,
  },
  // Published for a first tag of that name, which was replaced before anybody was told of it.
  '1.9.1': {
    name: 'OpenEBS 1.9.1',
    body: 'Fixes for 1.9.',
    tagCommit: '5b1d0c94e7f2a86b3c0d9e18f47a2b6c5d3e9f01',
  },
  'v1.10.0-RC2': { name: null, prerelease: true, body: 'Please test the online upgrade of pools.' },
  'v1.10.0': { name: 'OpenEBS 1.10.0', body: 'Pools upgrade online.', assets: KUBECTL },
  'v1.10.1': { name: 'OpenEBS 1.10.1', body: 'Fixes for 1.10.' },
  'v1.11.0': {
    name: 'OpenEBS 1.11.0 (withdrawn)',
    body: 'Do not use: replicas may be called healthy too early. Use 1.11.1.',
    author: 'tomasz',
    assets: KUBECTL,
  },
  'v1.11.1': { name: 'OpenEBS 1.11.1', body: 'Replaces 1.11.0.', assets: KUBECTL },
  'v1.12.0': {
    name: 'OpenEBS 1.12.0',
    body: 'Thin volumes on LVM groups, alert rules and a dashboard in the chart.',
    assets: [
      ...KUBECTL,
      { name: 'openebs-1.12.0.tgz', size: 94_208 },
      { name: 'sbom.spdx.json', size: 412_880 },
    ],
  },
};
