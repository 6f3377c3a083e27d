import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import type { NoteInput, ProductInput } from '../../src/records/index.ts';

/** What a note of this ledger says beyond what follows from its version. */
interface Told extends Partial<NoteInput> {
  version: string;
  /** Its day in 2026, or a whole day. */
  day: string;
  body?: string;
}

const PRODUCT: ProductInput = {
  schema: 1,
  name: 'Harbour',
  summary: 'Stores what ships bring.',
  modules: [
    { id: 'crane', name: 'Crane' },
    { id: 'quay', name: 'Quay' },
  ],
  compatibility: [
    { id: 'kubernetes', name: 'Kubernetes' },
    { id: 'helm', name: 'Helm' },
    { id: 'postgres', name: 'PostgreSQL' },
  ],
};

const FIX = { module: 'crane', pullRequest: 40, kind: 'fix' };

/** Two lines of history: 1.0 with its patches, and all that follows 1.1.0. */
const NOTES: Told[] = [
  {
    version: '1.0.0',
    day: '2025-11-04',
    compatibility: { kubernetes: '1.28 to 1.30', helm: '3.12' },
    entries: [{ id: 'crane-1', module: 'crane', pullRequest: 1, kind: 'feat' }],
    body: '## Added\n\n- Crane lifts containers. {#crane-1}\n',
  },
  {
    version: '1.1.0-RC1',
    day: '2026-01-12',
    previous: '1.0.0',
    foldedInto: '1.1.0',
    entries: [{ id: 'crane-10', module: 'crane', pullRequest: 10, kind: 'feat', breaking: true }],
    body: '## Changed\n\n- Rename `lift` to `hoist`. {#crane-10}\n',
  },
  {
    version: '1.1.0',
    day: '2026-01-20',
    previous: '1.0.0',
    descendsFrom: ['1.1.0-RC1'],
    folds: ['1.1.0-RC1'],
    compatibility: { kubernetes: '1.29 to 1.31' },
    entries: [
      { id: 'crane-10', module: 'crane', pullRequest: 10, kind: 'feat', breaking: true },
      { id: 'quay-11', module: 'quay', pullRequest: 11, kind: 'other', removalIn: '1.2.0' },
      { id: 'quay-12', module: 'quay', pullRequest: 12, kind: 'other', removalIn: '1.3.0' },
    ],
    known: [
      { id: 'known-1', module: 'quay', fixedBy: 'quay-30' },
      { id: 'known-2', found: '2026-02-02' },
    ],
    body: `## Action required

- Rename \`lift\` to \`hoist\` in your values before you upgrade: {#crane-10}

  \`\`\`sh
  sed -i s/lift:/hoist:/ values.yaml
  \`\`\`

## Deprecated

- The \`/v1\` address of Quay. It will be removed with 1.2.0. {#quay-11}
- Unsigned manifests. {#quay-12}

## Known issues

- Quay forgets its berth when a node restarts. {#known-1}

  Workaround: restart Quay after the node:

  \`\`\`sh
  kubectl rollout restart deployment quay
  \`\`\`
- Long names are cut in the list of ships. {#known-2}
`,
  },
  {
    version: '1.2.0',
    day: '2026-02-17',
    previous: '1.1.0',
    entries: [
      {
        id: 'crane-20',
        module: 'crane',
        pullRequest: 20,
        kind: 'feat',
        breaking: true,
        withdrawnIn: '1.3.0',
      },
      { ...FIX, id: 'crane-40', alsoIn: ['1.0.1'], security: { severity: 'high' } },
      { ...FIX, id: 'crane-41', pullRequest: 41, security: { severity: 'low', since: '1.1.0' } },
    ],
    body: `## Security

- Check who asks before a container is moved (CVE-2026-1111, GHSA-ab12-cd34-ef56). {#crane-40}
- Escape names of ships in logs (CVE-2026-2222). {#crane-41}

## Removed

- The old scale of weights. {#crane-20}
`,
  },
  {
    version: '1.0.1',
    day: '2026-02-20',
    previous: '1.0.0',
    entries: [{ ...FIX, id: 'crane-40', security: { severity: 'high' } }],
    body: '## Security\n\n- Check who asks before a container is moved (CVE-2026-1111). {#crane-40}\n',
  },
  {
    version: '1.3.0',
    day: '2026-03-17',
    previous: '1.2.0',
    compatibility: { kubernetes: '1.30 to 1.32', postgres: '16' },
    entries: [
      { id: 'quay-30', module: 'quay', pullRequest: 30, kind: 'fix' },
      { id: 'quay-31', module: 'quay', pullRequest: 31, kind: 'other', removes: 'quay-12' },
      { id: 'quay-32', module: 'quay', pullRequest: 32, kind: 'feat', breaking: true },
    ],
    body: `## Changed

- Quay needs PostgreSQL 16. {#quay-32}

## Removed

- Unsigned manifests. {#quay-31}

## Fixed

- Quay keeps its berth. {#quay-30}
`,
  },
];

/** Writes a small ledger with what the tables tell of, and a second product without any of it. */
export async function writeTablesContent(content: string): Promise<void> {
  await writeProduct(content, 'harbour', PRODUCT, NOTES);
  const plain = { ...PRODUCT, name: 'Lantern', summary: 'Shows the way.' };
  await writeProduct(content, 'lantern', plain, [{ version: '0.1.0', day: '2026-01-05' }]);
}

/** Writes a product and its notes, as a person would have them in a ledger. */
export async function writeProduct(
  content: string,
  id: string,
  product: ProductInput,
  notes: readonly Told[],
): Promise<void> {
  await write(path.join(content, 'products', `${id}.md`), product, 'About it.\n');
  for (const { version, day, body = '', ...more } of notes)
    await write(path.join(content, 'notes', id, `${version}.md`), noteOf(id, version, day, more), body);
}

function noteOf(product: string, version: string, day: string, more: Partial<NoteInput>): NoteInput {
  const prerelease = version.includes('-');
  const facts = { schema: 1 as const, product, version, date: `${day}T10:00:00+00:00`, prerelease };
  return { ...facts, previous: null, entries: [], ...more };
}

async function write(file: string, facts: object, body: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `---\n${stringify(facts)}---\n\n${body}`);
}
