import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type FormatStep, SCHEMA_VERSION } from '../records/index.ts';

// A tool of the next format: notes had another heading, and seals another name for who sealed.
vi.mock('../records/migrations/steps.ts', async (importOriginal) => {
  const { STEPS } = await importOriginal<typeof import('../records/migrations/steps.ts')>();
  const from = Math.max(...STEPS.map(({ to }) => to));
  const next: FormatStep[] = [
    {
      ...{ from, to: from + 1, kind: 'note', says: 'Bugs are fixed.' },
      change: ({ data, body }) => ({ data, body: body.replace('## Bugs', '## Fixed') }),
    },
    {
      ...{ from, to: from + 1, kind: 'seal', says: '"by" is called "sealedBy".' },
      change: ({ data: { by, ...rest }, body }) => ({ data: { ...rest, sealedBy: by }, body }),
    },
  ];
  return { STEPS: [...STEPS, ...next] };
});

const SUM = `sha256:${'a'.repeat(64)}`;
const SEAL = {
  ...{ schema: 1, kind: 'deployments', product: 'core', sequence: 0, previous: null },
  ...{ sealedAt: '2026-02-03T10:30:00+00:00', by: 'cyra', policy: SUM, root: SUM },
  files: [{ path: 'ledger/core/deployments/p/1.md', digest: SUM, size: 1 }],
};

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ledger-older-'));
  vi.stubEnv('LEDGER_CONTENT', folder);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function write(file: string, text: string): void {
  mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

test('pages read notes and seals of an older format as if they were of today', async () => {
  write('products/core.md', '---\nschema: 1\nname: Core\nmodules:\n  - { id: core, name: Core }\n---\n');
  write(
    'notes/core/1.0.0.md',
    '---\nschema: 1\nproduct: core\nversion: "1.0.0"\ndate: "2026-02-03T10:30:00+00:00"\nprerelease: false\nprevious: null\nentries: []\n---\n\n## Bugs\n\n- a\n',
  );
  write('ledger/core/deployments/seal-1.json', `${JSON.stringify(SEAL, null, 2)}\n`);
  const { readProductPages } = await import('./sources.ts');
  const { readSeal } = await import('./seals.ts');
  const [core] = readProductPages();
  expect(core?.notes[0]?.body.sections.map(({ heading }) => heading)).toEqual(['Fixed']);
  expect(readSeal('ledger/core/deployments/seal-1.json')?.seal).toMatchObject({
    schema: SCHEMA_VERSION,
    sealedBy: 'cyra',
  });
});
