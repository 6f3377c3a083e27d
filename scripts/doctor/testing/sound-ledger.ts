import type { Tree } from './tree.ts';

export const COMMIT = 'a'.repeat(40);
export const SHA = 'b'.repeat(64);
const DIGEST = `sha256:${SHA}`;
const SUM = 'commits: 0, published: 0, excluded: 0, cancelled: 0, folded: 0, unresolved: 0';

/** The parts of a policy that tests leave out or write otherwise. */
export const POLICY = {
  head: 'schema: 1\nproduct: core\ntimeZone: Asia/Kolkata\n',
  modules:
    'modules:\n  - id: core\n    repository: ../core.git\n    github: acme/core\n    tags: ["v{version}"]\n    branch: main\n',
  environments: 'environments:\n  - { id: production, production: true }\n',
  roles: 'roles:\n  - { id: qa, name: QA }\n  - { id: sre, name: SRE }\n',
  roster: `roster:
  - person: ada-brook
    accounts: [{ on: github, id: ada }]
    roles: [{ role: qa, from: "2026-01-01" }]
  - person: ben-carr
    accounts: [{ on: slack, id: U1BEN }]
    roles: [{ role: sre, from: "2026-01-01" }]
`,
  stages: 'stages:\n  default: [integration]\n',
  gates: 'gates:\n  - { id: suite, stage: integration, metric: tests.total, operator: ">=", limit: 20 }\n',
  voting: 'voting: { slackChannel: production }\n',
};

/** A policy with some of its parts written otherwise; "" leaves one out. */
export function policyWith(parts: Partial<typeof POLICY> = {}): string {
  return `---\n${Object.values({ ...POLICY, ...parts }).join('')}---\n\nWhy.\n`;
}

/** A release that a harvest wrote, with further lines. */
export function releaseRecord(version = '1.0.0', sum = SUM): string {
  const tag = `{ name: v${version}, kind: annotated, object: "${COMMIT}", commit: "${COMMIT}" }`;
  const module = `{ id: core, version: "${version}", versionFrom: its tag, tag: ${tag}, commit: "${COMMIT}", previous: null, moved: true, sum: { ${sum} } }`;
  return `---\nschema: 1\nproduct: core\nversion: "${version}"\ntag: ${tag}\ndate: "2026-03-01T10:00:00+00:00"\nprerelease: false\nprevious: null\nmodules: [${module}]\nsum: { ${sum} }\npolicy: "${DIGEST}"\n---\n`;
}

/** A vote, by command unless a source is given. */
export function voteRecord(person: string, source = '{ kind: command, ranBy: Ada Brook }'): string {
  return `---\nschema: 1\nproduct: core\nversion: "1.0.0"\nrole: qa\nperson: ${person}\naccount: { on: github, id: ${person} }\ndecision: go\ncastAt: "2026-03-01T09:00:00+00:00"\ncommit: "${COMMIT}"\nsource: ${source}\n---\n`;
}

/** A deployment of 1.0.0. */
export function deploymentRecord(environment = 'production'): string {
  const times = 'at: "2026-03-01T12:00:00+00:00"\noutcome: succeeded\n';
  return `---\nschema: 1\nproduct: core\nenvironment: ${environment}\nkind: deploy\nversion: "1.0.0"\n${times}modules: [{ id: core, version: "1.0.0" }]\nfiledAt: "2026-03-01T12:05:00+00:00"\nsources: [{ kind: command, at: "2026-03-01T12:00:00+00:00", outcome: succeeded, ranBy: Ada Brook }]\n---\n`;
}

/** A note, with a body. */
export function noteRecord(version = '1.0.0', body = '', more = ''): string {
  return `---\nschema: 1\nproduct: core\nversion: "${version}"\ndate: "2026-03-01T10:00:00+00:00"\nprerelease: false\nprevious: null\n${more}entries: []\n---\n\n${body}`;
}

/** The seal of a release, of a note of this digest. */
export function sealRecord(note: string): string {
  const verdict = { verdict: 'unproven', controls: [{ id: 'gates', result: 'pass' }] };
  const of = { schema: 1, kind: 'release', product: 'core', version: '1.0.0', sequence: 0, previous: null };
  const when = { sealedAt: '2026-03-04T12:00:00+00:00', sealedBy: 'ada-brook', policy: DIGEST };
  const files = [{ path: `${DOSSIER}/release.md`, digest: DIGEST, size: 3 }];
  return `${JSON.stringify({ ...of, ...when, verdict, note, files, root: DIGEST }, null, 2)}\n`;
}

export const PRODUCT =
  '---\nschema: 1\nname: Core\nsummary: A core.\nmodules: [{ id: core, name: Core }]\n---\n\nWhat it is.\n';
const REPORT = `---\nschema: 1\nproduct: core\nversion: "1.0.0"\nstage: integration\nattempt: 1\nfull: true\ncommit: "${COMMIT}"\nranAt: "2026-03-01T08:00:00+00:00"\nfiledAt: "2026-03-01T08:05:00+00:00"\nresult: passed\nmeasured: { tests: { passed: 24, failed: 0, errored: 0, skipped: 0 } }\nevidence: [{ digest: "${DIGEST}", name: junit.xml, format: junit }]\n---\n`;

/** When the ledger of these tests is looked at. */
export const NOW = '2026-03-10T10:00:00+00:00';
export const DOSSIER = 'ledger/core/releases/1.0.0';

/** A ledger of one release in which nothing is amiss, but that its repository is not there. */
export const SOUND: Tree = {
  'site.md': '---\nschema: 1\naddress: https://releases.example.org\n---\n',
  'products/core.md': PRODUCT,
  'notes/core/1.0.0.md': noteRecord(),
  'ledger/core/policy.md': policyWith(),
  [`${DOSSIER}/release.md`]: releaseRecord(),
  [`${DOSSIER}/stages/7-integration.md`]: REPORT,
  [`${DOSSIER}/votes/qa-ada-brook.md`]: voteRecord('ada-brook'),
  [`${DOSSIER}/evidence/${SHA}.xml`]: '<testsuites/>\n',
  'ledger/core/deployments/production/20260301T120000Z-1.0.0.md': deploymentRecord(),
};
