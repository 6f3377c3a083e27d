import type { Flags } from './ask/flags.ts';

/** What `ledger init` is asked for. */
export interface InitOptions {
  content: string;
  /** `[MODULE=]PATH` or an address, as often as there are repositories. */
  repositories: string[];
  /** Answers beforehand, by what they answer. */
  flags: Flags;
  /** The id of the one product that all of it is. */
  product?: string;
  /** All in one product, or one for each repository or module. */
  as?: 'one' | 'each';
  /** Remove the sample ledger, where that is there. */
  replaceSample?: boolean;
  /** Bring the repositories' changelogs along before the first harvest. */
  import?: boolean;
  /** False leaves the first harvest to a person. */
  harvest?: boolean;
  /** Ask nobody on the network. */
  offline?: boolean;
  /** Say what would be written, and write nothing. */
  dryRun?: boolean;
  /** The moment of the start: people hold their roles from its day on. The clock's where it is not given. */
  now?: string;
}
