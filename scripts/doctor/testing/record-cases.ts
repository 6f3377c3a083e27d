import { textDigest } from '../../store/sealed-files.ts';
import type { Case } from './case.ts';
import {
  COMMIT,
  DOSSIER,
  deploymentRecord,
  noteRecord,
  PRODUCT,
  releaseRecord,
  SHA,
  sealRecord,
  voteRecord,
} from './sound-ledger.ts';

const OTHER = 'c'.repeat(64);
const DEPLOYMENT = 'ledger/core/deployments/production/20260301T120000Z-1.0.0.md';
const UNNUMBERED = noteRecord().replace('schema: 1\n', '');
const LATER = 'Later words.\n';

/** What records lack, and what no page shows. */
export const RECORD_CASES: readonly Case[] = [
  {
    id: 'no-product',
    severity: 'broken',
    with: { 'products/core.md': null, 'notes/core/1.0.0.md': null, ...withoutLedger() },
    says: 'The ledger has no product',
  },
  {
    id: 'record-unreadable',
    severity: 'broken',
    with: { [`${DOSSIER}/release.md`]: releaseRecord().replace('previous: null', 'previous: 1') },
    says: 'The record cannot be read: ',
    line: 8,
  },
  {
    id: 'record-unreadable',
    severity: 'broken',
    with: { [`${DOSSIER}/seal.json`]: '{' },
    says: 'it is no JSON',
  },
  {
    id: 'record-unreadable',
    with: { [`${DOSSIER}/release.md`]: `${releaseRecord()}| ${COMMIT} | core | – | – | lost |  |\n` },
    without: { [`${DOSSIER}/release.md`]: `${releaseRecord()}| ${COMMIT} | core | – | – | excluded | x |\n` },
    says: 'The record cannot be read: ',
    line: 13,
  },
  {
    id: 'product-id-unusable',
    severity: 'broken',
    with: { 'products/My Core.md': PRODUCT },
    says: '"My Core" cannot be a product',
  },
  {
    id: 'record-newer',
    severity: 'broken',
    with: { 'notes/core/1.0.0.md': noteRecord().replace('schema: 1', 'schema: 99') },
    says: 'newer Release Ledger',
  },
  {
    id: 'records-older',
    severity: 'hint',
    with: { 'notes/core/1.0.0.md': noteRecord().replace('schema: 1\n', '') },
    without: {
      'notes/core/1.0.0.md': UNNUMBERED,
      [`${DOSSIER}/seal.json`]: sealRecord(textDigest(UNNUMBERED)),
    },
    says: '1 record of an older format',
  },
  {
    id: 'record-misplaced',
    severity: 'broken',
    with: { [DEPLOYMENT]: deploymentRecord('staging') },
    says: 'its environment is "staging"',
  },
  {
    id: 'record-misplaced',
    severity: 'broken',
    with: { 'notes/core/1.0.1.md': noteRecord('1.0.0') },
    says: 'its version is "1.0.0"',
  },
  {
    id: 'policy-without-product',
    severity: 'broken',
    with: { 'products/core.md': null },
    says: 'no build goes on',
  },
  {
    id: 'policy-without-product',
    severity: 'gap',
    with: { 'products/core.md': null, 'notes/core/1.0.0.md': null },
    says: 'customers learn of none',
  },
  {
    id: 'note-without-product',
    severity: 'broken',
    with: { 'notes/web/1.0.0.md': noteRecord().replace('core', 'web') },
    says: 'no page of the product',
  },
  {
    id: 'product-without-policy',
    severity: 'gap',
    with: { 'ledger/core/policy.md': null },
    says: 'no page shows its records',
  },
  {
    id: 'product-without-policy',
    severity: 'hint',
    with: withoutLedger(),
    without: { ...withoutLedger(), 'notes/core/1.0.0.md': noteRecord('1.0.0', '', imported()) },
    says: 'no release is judged',
  },
  {
    id: 'release-folder-without-version',
    severity: 'gap',
    with: { 'ledger/core/releases/next/release.md': releaseRecord() },
    says: 'no version',
  },
  {
    id: 'release-without-record',
    severity: 'gap',
    with: { [`${DOSSIER}/release.md`]: null },
    says: 'neither a harvest nor an opening',
  },
  {
    id: 'evidence-unnamed',
    severity: 'hint',
    with: { [`${DOSSIER}/evidence/${OTHER}.xml`]: LATER },
    says: 'No report, vote or deployment names',
  },
  {
    id: 'evidence-unnamed',
    with: {
      'ledger/core/deployments/production/evidence/x': LATER,
      [`ledger/core/deployments/production/evidence/${OTHER}.json`]: LATER,
    },
    without: {
      [`ledger/core/deployments/production/evidence/${OTHER}.json`]: LATER,
      [DEPLOYMENT]: `${deploymentRecord()}\nTold by ${OTHER}.\n`,
    },
    says: 'no page leads to it',
  },
  {
    id: 'evidence-missing',
    severity: 'broken',
    with: { [`${DOSSIER}/evidence/${SHA}.xml`]: null },
    says: `evidence/${SHA}.xml`,
  },
  {
    id: 'evidence-missing',
    with: {
      [`${DOSSIER}/votes/qa-ada-brook.md`]: voteRecord(
        'ada-brook',
        `{ kind: slack, channel: production, ts: "1.2", file: day.json, digest: "sha256:${OTHER}" }`,
      ),
    },
    says: `evidence/${OTHER}.json`,
  },
  {
    id: 'environment-unknown',
    severity: 'gap',
    with: { 'ledger/core/deployments/old/20260301T120000Z-1.0.0.md': deploymentRecord('old') },
    says: 'A deployment is filed for old',
  },
  {
    id: 'voter-unknown',
    severity: 'gap',
    with: { [`${DOSSIER}/votes/qa-eve.md`]: voteRecord('eve') },
    says: 'A vote of eve',
  },
  {
    id: 'picture-unseen',
    severity: 'hint',
    with: { 'notes/core/1.0.0/pool.png': 'x' },
    without: {
      'notes/core/1.0.0/pool.png': 'x',
      'notes/core/1.0.0.md': noteRecord('1.0.0', '![A pool](1.0.0/pool.png)\n'),
    },
    says: 'The note of 1.0.0 does not show it',
  },
  { id: 'picture-unseen', with: { 'notes/core/1.0.0/pool.tiff': 'x' }, says: 'pictures are PNG' },
  { id: 'picture-unseen', with: { 'notes/core/2.0.0/pool.png': 'x' }, says: 'There is no note of 2.0.0' },
  {
    id: 'picture-unseen',
    with: { 'site/logo.svg': '<svg/>' },
    without: {
      'site/logo.svg': '<svg/>',
      'site.md':
        '---\nschema: 1\naddress: https://releases.example.org\nlogo: { light: site/logo.svg }\n---\n',
    },
    says: 'Neither the logo nor the icon',
  },
  { id: 'site-without-address', severity: 'gap', with: { 'site.md': null }, says: 'where it is served' },
  {
    id: 'file-stray',
    severity: 'hint',
    with: { [`${DOSSIER}/todo.txt`]: 'x' },
    without: { [`${DOSSIER}/.keep`]: 'x' },
    says: 'No command reads this file',
  },
  { id: 'file-stray', with: { [`${DOSSIER}/evidence/junit.xml`]: 'x' }, says: 'its digest' },
  {
    id: 'link-in-ledger',
    severity: 'gap',
    with: { [`${DOSSIER}/votes/link.md`]: { to: 'qa-ada-brook.md' } },
    says: 'It is a link',
  },
  {
    id: 'commits-unresolved',
    severity: 'gap',
    with: { [`${DOSSIER}/release.md`]: releaseRecord('1.0.0', unresolved()) },
    says: '1.0.0 has 1 commit that nothing accounts for',
  },
  {
    id: 'release-unsealed',
    severity: 'hint',
    with: { [DEPLOYMENT]: deploymentRecord().replaceAll('2026-03-01T12:00', '2026-01-01T12:00') },
    without: {
      [DEPLOYMENT]: deploymentRecord()
        .replaceAll('2026-03-01T12:00', '2026-01-01T12:00')
        .replaceAll('succeeded', 'failed'),
    },
    says: '1.0.0 was deployed more than 30 days ago',
  },
  {
    id: 'note-mistakes',
    severity: 'broken',
    with: { 'notes/core/1.0.0.md': noteRecord('1.0.0', '[Read](there) it.\n') },
    says: '1 mistake',
  },
];

function imported(): string {
  return `imported: { from: CHANGELOG.md, format: headings, digest: "sha256:${SHA}", dated: text }\n`;
}

function unresolved(): string {
  return 'commits: 1, published: 0, excluded: 0, cancelled: 0, folded: 0, unresolved: 1';
}

/** A product that only customers know of. */
function withoutLedger(): Case['with'] {
  const files = ['release.md', 'stages/7-integration.md', 'votes/qa-ada-brook.md', `evidence/${SHA}.xml`];
  const dossier = Object.fromEntries(files.map((file) => [`${DOSSIER}/${file}`, null]));
  return { ...dossier, 'ledger/core/policy.md': null, [DEPLOYMENT]: null };
}
