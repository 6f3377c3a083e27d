/** Where in the user's files something is wrong. */
export interface Place {
  file: string;
  /** Counted from 1. */
  line?: number;
  /** Dotted path of the field, as "modules.0.tags". */
  field?: string;
}

/**
 * Wrong input or a state that stops the work: says what happened, where, and what to do. Commands print it
 * without a stack and exit with 2.
 */
export class Fault extends Error {
  readonly place: Place | undefined;
  readonly hint: string | undefined;

  constructor(what: string, options: { place?: Place; hint?: string; cause?: unknown } = {}) {
    super(what, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'Fault';
    this.place = options.place;
    this.hint = options.hint;
  }

  /** The whole message: place, what, hint. */
  describe(): string {
    const { file, line, field } = this.place ?? {};
    const where = file === undefined ? '' : `${file}${line === undefined ? '' : `:${line}`}: `;
    const which = field === undefined || field === '' ? '' : `${field}: `;
    const hint = this.hint === undefined ? '' : `\n  ${this.hint}`;
    return `${where}${which}${this.message}${hint}`;
  }
}
