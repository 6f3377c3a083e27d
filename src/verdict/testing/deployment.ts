import type { RecordedDeployment } from '../../history/deployments/timeline.ts';
import { type DeploymentInput, DeploymentSchema } from '../../records/index.ts';
import { API, at, DIGESTS, LEAD, PRODUCT, VERSION, WEB } from './constants.ts';

/** Environments of a policy: only blessed releases may run in the last one. */
export const ENVIRONMENTS = [{ id: 'staging' }, { id: 'production', production: true }];

/** What ships, as it was tested. */
export const DEPLOYED = [
  { id: LEAD, version: VERSION, digest: DIGESTS.lead },
  { id: API, version: VERSION, digest: DIGESTS.api },
  { id: WEB, version: '1.3.1' },
];

/** A deployment of the release to production that went well, a quarter of an hour after its tag. */
export function deployment(more: Partial<DeploymentInput> = {}): RecordedDeployment {
  const began = more.at ?? at('11:45');
  const data = DeploymentSchema.parse({
    schema: 1,
    product: PRODUCT,
    environment: 'production',
    kind: 'deploy',
    version: VERSION,
    at: began,
    outcome: 'succeeded',
    modules: DEPLOYED,
    filedAt: began,
    sources: [{ kind: 'command', at: began, outcome: 'succeeded', ranBy: 'CI' }],
    ...more,
  });
  const name = `${data.at.replace(/[-:]|\+00:00/g, '')}Z-${data.version}`;
  return { data, body: '', path: `ledger/${PRODUCT}/deployments/${data.environment}/${name}.md` };
}
