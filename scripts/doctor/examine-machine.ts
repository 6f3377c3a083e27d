import { cacheFolder } from './checks/machine/cache-folder.ts';
import { clock } from './checks/machine/clock.ts';
import { gitVersion } from './checks/machine/git-version.ts';
import { killedBuild } from './checks/machine/killed-build.ts';
import { killedCommand } from './checks/machine/killed-command.ts';
import { nodeVersion } from './checks/machine/node-version.ts';
import { killedCommands } from './facts/killed-commands.ts';
import type { MachineFacts } from './facts/machine.ts';
import type { NewestRecord } from './facts/newest-record.ts';
import type { Finding } from './finding.ts';

/** Every check of the machine, and of what commands and builds left on it. */
export function examineMachine(
  machine: MachineFacts,
  content: string,
  newest: NewestRecord | null,
  now: string,
): Finding[] {
  return [
    ...nodeVersion(machine),
    ...gitVersion(machine),
    ...cacheFolder(machine),
    ...killedBuild(machine),
    ...killedCommand(killedCommands(content)),
    ...clock(newest, now),
  ];
}
