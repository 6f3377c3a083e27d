import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import type { NoteInput, ProductInput } from '../../src/records/index.ts';

/** What a note of this ledger says beyond what follows from its version. */
interface Told extends Partial<NoteInput> {
  version: string;
  day: string;
  body: string;
}

const PRODUCT: ProductInput = {
  schema: 1,
  name: 'Ferry',
  summary: 'Takes data across.',
  modules: [{ id: 'ferry', name: 'Ferry' }],
  features: [{ id: 'night', name: 'Night crossings' }],
  compatibility: [{ id: 'kubernetes', name: 'Kubernetes' }],
};

function change(number: number, kind = 'fix'): NonNullable<NoteInput['entries']>[number] {
  return { id: `ferry-${number}`, module: 'ferry', pullRequest: number, kind };
}

/** One line of history and a branch with 1.0.1, each in a month of its own. */
const NOTES: Told[] = [
  { version: '1.0.0', day: '2025-01-10', entries: [change(1)], body: '## Fixed\n\n- First. {#ferry-1}\n' },
  {
    ...{ version: '1.1.0', day: '2025-03-10', previous: '1.0.0', features: { night: 'beta' } },
    compatibility: { kubernetes: '1.30' },
    entries: [change(2, 'feat'), { ...change(3), withdrawnIn: '1.2.0' }, change(4)],
    body: [
      '## Action required\n\n- Rename `pier` to `quay` in your values. {#ferry-2}\n',
      '## Added\n\n- Fog signals. {#ferry-3}\n\n## Deprecated\n\n- Oars. {#ferry-4}\n',
    ].join('\n'),
  },
  {
    ...{ version: '1.0.1', day: '2025-05-10', previous: '1.0.0' },
    entries: [{ ...change(5), alsoIn: ['1.2.0'] }, change(6)],
    body: '## Fixed\n\n- A leak in the hull. {#ferry-5}\n- A leak in the deck. {#ferry-6}\n',
  },
  {
    ...{ version: '1.2.0', day: '2025-07-10', previous: '1.1.0', features: { night: 'stable' } },
    compatibility: { kubernetes: '1.31' },
    entries: [
      { ...change(5), alsoIn: ['1.0.1'] },
      { ...change(7, 'feat'), breaking: true },
      { ...change(8, 'revert') },
      { ...change(9, 'security'), security: { severity: 'high' } },
      change(10, 'deps'),
    ],
    body: [
      '## Action required\n\n- Run `ferry migrate --all-the-boats-that-are-in-the-harbour-right-now`. {#ferry-7}\n',
      '## Upgrade notes\n\nStop the engines **first**.\n',
      '## Security\n\n- CVE-2026-91001: Nobody boards unseen. {#ferry-9}\n',
      '## Changed\n\n- Revert the fog signals. {#ferry-8}\n\n## Fixed\n\n- A leak in the hull. {#ferry-5}\n',
      '## Dependencies\n\n- Bump anchor from 1.0 to 1.2 {#ferry-10}\n',
    ].join('\n'),
  },
  {
    ...{ version: '1.3.0', day: '2025-09-10', previous: '1.2.0' },
    withdrawn: { reason: 'It sinks.', use: '1.3.1' },
    known: [{ id: 'known-1' }],
    entries: [change(11, 'deps')],
    body: '## Known issues\n\n- The horn is silent. Workaround: shout.\n  {#known-1}\n\n## Dependencies\n\n- Bump anchor from 1.2 to 1.3 {#ferry-11}\n',
  },
  {
    ...{ version: '1.3.1', day: '2025-11-10', previous: '1.3.0' },
    entries: Array.from({ length: 300 }, (_, at) => change(12 + at)),
    body: `## Fixed\n\n${Array.from({ length: 300 }, (_, at) => `- It floats. {#ferry-${12 + at}}\n`).join('')}`,
  },
];

/** Writes a product whose history has a branch, a lost fix, a revert and a withdrawn release. */
export async function writeUpgradeContent(content: string): Promise<void> {
  await write(path.join(content, 'products'), 'ferry', PRODUCT, 'Ferry takes data across.\n');
  for (const { day, body, ...told } of NOTES) {
    const note: NoteInput = {
      ...{ schema: 1, product: 'ferry', date: `${day}T10:00:00+00:00`, prerelease: false, previous: null },
      ...{ entries: [], ...told },
    };
    await write(path.join(content, 'notes', 'ferry'), told.version, note, body);
  }
}

async function write(folder: string, name: string, fields: object, body: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, `${name}.md`), `---\n${stringify(fields)}---\n\n${body}`);
}
