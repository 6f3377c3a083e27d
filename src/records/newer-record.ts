import { Fault, type Place } from './fault.ts';
import { FORMAT_FIELD, newestFormat } from './migrations/bring-forward.ts';

/** A record of a format that this tool does not know yet. */
export class NewerRecord extends Fault {
  constructor(format: number, place: Place) {
    super(
      `this record was written by a newer Release Ledger (format ${format}; this one reads up to ${newestFormat()})`,
      {
        place: { ...place, field: FORMAT_FIELD },
        hint: 'Upgrade the tool: "git pull" and "npm ci" in its folder, or its newer version where a build server names one. The ledger stays as it is.',
      },
    );
  }
}
