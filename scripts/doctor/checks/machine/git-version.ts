import type { MachineFacts } from '../../facts/machine.ts';
import { edit, type Finding } from '../../finding.ts';

/** "--end-of-options" came with it: without that, the name of a tag could be taken for an option. */
const OLDEST = [2, 24] as const;

/** Whether git is there, and knows the options that a harvest uses. */
export function gitVersion({ git }: Pick<MachineFacts, 'git'>): Finding[] {
  if (git === null)
    return [found('git-missing', 'git is not installed, or is not on the PATH: nothing can be harvested.')];
  const [major = 0, minor = 0] = git.split('.').map(Number);
  const isNew = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
  return isNew
    ? []
    : [found('git-too-old', `git ${git} is installed, and a harvest needs ${OLDEST.join('.')}.`)];
}

function found(id: string, says: string): Finding {
  const text = `Install git ${OLDEST.join('.')} or newer (https://git-scm.com/downloads).`;
  return { id, severity: 'broken', product: null, says, mend: edit(text) };
}
