import { ISO_INSTALLATION, PCI_ACCOUNTABILITY, SOC_2_CHANGES } from '../clauses.ts';
import { type Control, finding } from '../control.ts';

/** Only what was blessed runs. */
export const blessedOnly: Control = {
  id: 'blessed-only',
  sentence: 'Every environment runs the digests that were blessed, and nobody changed them by hand.',
  comesAfter: true,
  clauses: [SOC_2_CHANGES, ISO_INSTALLATION, PCI_ACCOUNTABILITY],
  examine: ({ version }) =>
    finding(
      [],
      [{ text: `no deployment of ${version} is recorded: which digests run is not known`, record: null }],
      [],
    ),
};
