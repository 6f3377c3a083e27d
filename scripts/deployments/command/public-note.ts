import { Fault } from '../../../src/records/index.ts';
import type { PreparedFile } from '../../dossier/opening/open-release.ts';
import type { LedgerReader } from '../../store/read.ts';
import type { ObservedDeployment } from '../observed.ts';
import { knownEnvironment } from './known-environment.ts';
import { publicSentence } from './public-sentence.ts';
import { withdrawnNote } from './withdraw.ts';

/** What customers are to be told of a rollback. */
export interface ToldCustomers {
  product: string;
  environment: string;
  /** False where the release was not at fault: then there is nothing to tell. */
  bad?: boolean;
  publicReason?: string;
  /** What they should use; what was put back where it is not given. */
  use?: string;
}

/**
 * Prepares the note of the release that was taken back. Null where customers did not have it, where they are told
 * already, or where it was not at fault. Throws a Fault where nobody says to customers what they have to know.
 */
export function publicNote(
  told: ToldCustomers,
  { rollback, version, source }: ObservedDeployment,
  reader: LedgerReader,
): PreparedFile | null {
  const { product, bad, publicReason, use } = told;
  const from = rollback?.from ?? null;
  if (publicReason === undefined) return silently(told, from, reader);
  if (bad === false)
    throw new Fault('--not-bad says that the release may be used, and --public-reason that it may not', {
      hint: 'Leave one of them out.',
    });
  if (from === null)
    throw new Fault('--public-reason is of a release that nothing names', { hint: 'Write --from VERSION.' });
  const { policy } = reader.knownPolicy(product);
  const reason = publicSentence('--public-reason', publicReason, policy, reader.product(product));
  const instead = use ?? (reader.note(product, version) === null ? null : version);
  return withdrawnNote(reader, { product, version: from, reason, use: instead, at: source.at });
}

function silently(
  { product, environment, bad }: ToldCustomers,
  from: string | null,
  reader: LedgerReader,
): null {
  const isPublic = knownEnvironment(environment, reader.knownPolicy(product).policy).production;
  const note = from === null ? null : reader.note(product, from);
  if (!isPublic || bad === false || note === null || note.data.withdrawn !== undefined) return null;
  throw new Fault(`customers had ${from}, and its note does not say that it was taken back`, {
    hint: 'Write one sentence for them, --public-reason TEXT, or --not-bad where the release was not at fault.',
  });
}
