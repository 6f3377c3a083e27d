import type { MachineFacts } from '../../facts/machine.ts';
import { edit, type Finding } from '../../finding.ts';

/** Builds that were killed, and what that means for what they were building. */
export function killedBuild({ killedBuilds }: Pick<MachineFacts, 'killedBuilds'>): Finding[] {
  return killedBuilds.map(({ folder, half }) => ({
    id: 'build-killed',
    severity: half ? 'gap' : 'hint',
    product: null,
    says: half
      ? 'A build was killed while it put pages in their place: some of them are new, others are not.'
      : 'A build was killed; the next one takes over by itself.',
    place: { file: folder },
    mend: edit('Build once more into the same folder; it is made whole then.'),
  }));
}
