import { CONTROL_IDS, type ControlId, ControlIdSchema, Fault } from '../../../src/records/index.ts';
import { NOT_WAIVABLE } from '../../../src/verdict/waivers.ts';

/** A control that a person may answer for. Throws a Fault for one that is not known or cannot be waived. */
export function waivableControl(text: string): ControlId {
  const control = ControlIdSchema.safeParse(text.trim());
  if (!control.success)
    throw new Fault(`there is no control "${text}"`, {
      hint: `Those that can be waived are ${CONTROL_IDS.filter((id) => NOT_WAIVABLE[id] === undefined).join(', ')}.`,
    });
  const instead = NOT_WAIVABLE[control.data];
  if (instead === undefined) return control.data;
  throw new Fault(`the control ${control.data} cannot be waived`, { hint: instead });
}
