import type { MachineFacts } from '../../facts/machine.ts';
import { type Finding, shell } from '../../finding.ts';

/** Whether what is fetched and built can be kept from one run to the next. */
export function cacheFolder({ caches }: Pick<MachineFacts, 'caches'>): Finding[] {
  if (caches.some(({ writable }) => writable)) return [];
  return [
    {
      id: 'cache-not-writable',
      severity: 'broken',
      product: null,
      says: `Nothing can be kept in ${caches.map(({ folder }) => folder).join(', nor in ')}: builds stop, and harvests ask for everything again.`,
      mend: shell('export LEDGER_CACHE="$HOME/ledger-cache"'),
    },
  ];
}
