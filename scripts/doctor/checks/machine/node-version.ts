import type { MachineFacts } from '../../facts/machine.ts';
import { type Finding, shell } from '../../finding.ts';

/** Whether the Node.js that runs this is one that the tool was tried with. */
export function nodeVersion({ node, nodeWanted }: Pick<MachineFacts, 'node' | 'nodeWanted'>): Finding[] {
  const [major, wanted] = [node, nodeWanted].map((version) => Number(version.split('.')[0]));
  if (major === undefined || wanted === undefined || major >= wanted) return [];
  return [
    {
      id: 'node-too-old',
      severity: 'broken',
      product: null,
      says: `Node.js ${node} runs this, and the tool needs ${wanted}: "npm ci" in its folder brings that along.`,
      mend: shell('npm ci'),
    },
  ];
}
