import { Fault } from '../../src/records/fault.ts';

/** The Fault that an error tells of, else the error: the site's code has a Fault class of its own, told by its name. */
export function asFault(error: unknown): unknown {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause.name === 'Fault') {
      const { place, hint } = cause as Fault;
      return new Fault(cause.message, { ...(place && { place }), ...(hint && { hint }), cause: error });
    }
  }
  return error;
}
