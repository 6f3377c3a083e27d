import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const POLICY = `---
schema: 1
product: core
modules:
  - id: core
    repository: ../core.git
    tags: ["v{version}"]
environments:
  - { id: staging }
  - { id: production, production: true }
---
Why.
`;
const PRODUCT = '---\nschema: 1\nname: Core\nmodules:\n  - { id: core, name: Core }\n---\n';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ledger-environments-'));
  vi.stubEnv('LEDGER_CONTENT', folder);
  vi.stubEnv('LEDGER_NOW', '2026-02-03T15:30:00+05:30');
  vi.resetModules();
  write('products/core.md', PRODUCT);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function write(file: string, text: string): void {
  mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

function deploy(environment: string, version: string, day: string, more = 'kind: deploy'): void {
  const at = `"2026-02-${day}T04:00:00+00:00"`;
  const source = `sources:\n  - { kind: command, at: ${at}, outcome: succeeded, ranBy: ci }\n`;
  write(
    `ledger/core/deployments/${environment}/202602${day}T040000Z-${version}.md`,
    `---\nschema: 1\nproduct: core\nenvironment: ${environment}\n${more}\nversion: "${version}"\nat: ${at}\noutcome: succeeded\nmodules:\n  - { id: core, version: "${version}" }\nfiledAt: ${at}\n${source}---\n`,
  );
}

test('a product without a policy has no environments', async () => {
  const { readEnvironments } = await import('./product-environments.ts');
  expect(readEnvironments('core')).toBeNull();
});

test('environments stand in the order of the policy, then those that only records know', async () => {
  write('ledger/core/policy.md', POLICY);
  deploy('lab', '1.0.0', '01');
  deploy('production', '1.1.0', '02');
  const { knownEnvironments } = await import('./product-environments.ts');
  const { environments, verdictOf } = knownEnvironments('core');
  expect(environments.map(({ environment, listed }) => [environment.id, listed])).toEqual([
    ['staging', true],
    ['production', true],
    ['lab', false],
  ]);
  expect(environments[1]?.running.last?.record.data.version).toBe('1.1.0');
  expect(verdictOf('1.1.0')).toBeNull();
});

test('each deployment has a page, those of one release after each other', async () => {
  write('ledger/core/policy.md', POLICY);
  deploy('staging', '1.1.0', '01');
  deploy('staging', '1.0.0', '02', 'kind: rollback\nrollback: { from: "1.1.0" }');
  deploy('production', '1.1.0', '03');
  const { deploymentAddresses, readDeployment } = await import('./deployment-sources.ts');
  const addresses = deploymentAddresses('core');
  expect(addresses.map(({ name }) => name)).toEqual([
    '20260202T040000Z-1.0.0',
    '20260201T040000Z-1.1.0',
    '20260203T040000Z-1.1.0',
  ]);
  const [first] = addresses;
  if (first === undefined) throw new Error('no address');
  expect(readDeployment(first)).toMatchObject({ dossier: null, taken: null });
});

test('rollbacks of all products are known', async () => {
  write('ledger/core/policy.md', POLICY);
  deploy('staging', '1.0.0', '02', 'kind: rollback\nrollback: { from: "1.1.0" }');
  const { readRollbacks } = await import('./rollbacks.ts');
  expect(readRollbacks().map(({ rollback }) => rollback.event.record.data.version)).toEqual(['1.0.0']);
});
