import { ISO_CHANGES, SOC_2_CHANGES } from '../clauses.ts';
import { type Control, finding } from '../control.ts';

/** Whatever depends on something else comes after it. */
export const deployOrder: Control = {
  id: 'deploy-order',
  sentence: 'Modules that depend on others were deployed after them.',
  comesAfter: true,
  clauses: [SOC_2_CHANGES, ISO_CHANGES],
  examine: ({ version }) =>
    finding(
      [],
      [
        {
          text: `no deployment of ${version} is recorded: in which order its modules came is not known`,
          record: null,
        },
      ],
      [],
    ),
};
