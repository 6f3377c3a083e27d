import type { Deployment, World } from '../../github-stand-in/index.ts';
import { LedgerReader } from '../../store/read.ts';

const REPOSITORY = 'openebs/openebs';

/** Deployments to the soak cluster that a workflow made; those of this year were recorded by hand as well. */
const DEPLOYMENTS = [
  { version: '1.10.0', at: '2026-04-07T06:02', state: 'SUCCESS' },
  { version: '1.11.0', at: '2026-06-04T06:00', state: 'SUCCESS' },
  { version: '1.11.1', at: '2026-06-12T06:01', state: 'SUCCESS' },
  { version: '1.12.0', at: '2026-09-09T06:00', state: 'FAILURE' },
] as const;

/** The sample's platform, with the deployments that it knows of. */
export function withDeployments(world: World, content: string): World {
  const reader = new LedgerReader(content);
  const deployments = DEPLOYMENTS.flatMap(({ version, at, state }, index): Deployment[] => {
    const commit = reader.release('openebs', version)?.tag.commit;
    if (commit === undefined) return [];
    const [day = '', time = ''] = at.split('T');
    const end = `${day}T${time.slice(0, 3)}${String(Number(time.slice(3)) + 10).padStart(2, '0')}`;
    return [
      {
        id: 8100 + index,
        environment: 'soak',
        commit,
        ref: `v${version}`,
        creator: 'vikram-n',
        createdAt: `${at}:20Z`,
        statuses: [
          { state: 'IN_PROGRESS', at: `${at}:30Z` },
          { state, at: `${end}:10Z` },
        ],
      },
    ];
  });
  const repositories = world.repositories.map((repository) =>
    `${repository.owner}/${repository.name}` === REPOSITORY ? { ...repository, deployments } : repository,
  );
  return { ...world, repositories };
}
