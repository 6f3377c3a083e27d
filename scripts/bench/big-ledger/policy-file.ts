import { type Product, SCHEMA_VERSION } from '../../../src/records/index.ts';
import { markdownFile } from '../../store/yaml-lines.ts';
import { PEOPLE } from './invented.ts';
import { modulesOf } from './planned-release.ts';

const FROM = '2010-01-01';

/** The rules of a product: two modules, one environment, three roles, two gates. */
export function policyFile(product: string): string {
  const [lead, server] = modulesOf(product);
  return markdownFile(
    {
      schema: SCHEMA_VERSION,
      product,
      timeZone: 'UTC',
      versioning: 'semver',
      lead,
      modules: [lead, server].map((id) => ({
        id,
        repository: `../${id}.git`,
        github: `plants/${id}`,
        branch: 'main',
        tags: ['v{version}'],
        ...(id === server && { dependsOn: [{ module: lead }] }),
      })),
      environments: [{ id: 'production', name: 'Production', production: true }],
      roles: [
        { id: 'module-lead', name: 'Module lead', each: 'module' },
        { id: 'sre', name: 'SRE' },
        { id: 'qa', name: 'QA', veto: true },
      ],
      roster: PEOPLE.map((person) => ({
        person,
        accounts: [{ on: 'github', id: person }],
        roles: [
          { role: 'module-lead', module: lead, from: FROM },
          { role: 'module-lead', module: server, from: FROM },
          { role: 'sre', from: FROM },
          { role: 'qa', from: FROM },
        ],
      })),
      stages: { default: ['unit-tests', 'image-scan', 'integration'] },
      gates: [
        gate('no-critical', 'image-scan', 'vulnerabilities.critical'),
        gate('no-failure', 'integration', 'tests.failed'),
      ],
      emergency: { votesWithin: 24, stages: ['unit-tests'] },
      releaseBranches: ['main'],
    },
    'Rules of an invented product.\n',
  );
}

function gate(id: string, stage: string, metric: string) {
  return { id, stage, metric, operator: '=', limit: 0, manager: PEOPLE[0], because: 'customers count on it' };
}

/** What customers know of a product. */
export function productFile(product: string): string {
  const name = product.charAt(0).toUpperCase() + product.slice(1);
  const [lead, server] = modulesOf(product);
  const fields: Pick<Product, 'schema' | 'name' | 'summary' | 'modules'> = {
    schema: SCHEMA_VERSION,
    name,
    summary: `An invented product named after a plant.`,
    modules: [
      { id: lead, name },
      { id: server, name: `${name} server` },
    ],
  };
  return markdownFile(fields, `${name} grows by a release on most days.\n`);
}
