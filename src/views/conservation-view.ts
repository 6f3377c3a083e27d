import { sumOfFates } from '../history/editor-decisions.ts';
import {
  type CommitFate,
  type ConservationSum,
  DISPOSITIONS,
  type Disposition,
  type ReleaseModule,
} from '../records/release.ts';
import { AUDIT, DISPOSITION_WORDS } from './audit-texts.ts';

/** One part of the sum. */
export interface ConservationPart {
  disposition: Disposition;
  count: number;
  word: string;
  mark: string;
  means: string;
}

/** The conservation sum as auditors see it. */
export interface ConservationView {
  state: 'good' | 'danger';
  mark: string;
  /** The state in a word or two. */
  word: string;
  /** The result as one sentence. */
  sentence: string;
  commits: number;
  /** Parts that are not empty, and `unresolved` always: the ones that need eyes first. */
  parts: ConservationPart[];
  /** Commits that a person took out of the note after the harvest. */
  takenOut: number;
}

const BY_URGENCY: readonly Disposition[] = ['unresolved', 'excluded', 'cancelled', 'folded', 'published'];

/** What a record says of its own sums. */
type Recorded = { sum: ConservationSum; modules: readonly Pick<ReleaseModule, 'id' | 'sum'>[] };

/**
 * Judges a release's sums: `recorded` is what the record says, `fates` are its rows, `edited` the same rows after
 * a person's edits of the note.
 */
export function conservationView(
  recorded: Recorded,
  fates: readonly CommitFate[],
  edited: readonly CommitFate[],
): ConservationView {
  const sum = sumOfFates(edited);
  const accounted = sum.unresolved === 0 ? 'accounted' : 'unresolved';
  const state = agrees(recorded, fates) ? accounted : 'mismatch';
  return {
    ...AUDIT.conservation[state],
    state: state === 'accounted' ? 'good' : 'danger',
    sentence: sentenceOf(state, sum, recorded.sum),
    commits: sum.commits,
    parts: BY_URGENCY.map((disposition) => ({
      disposition,
      count: sum[disposition],
      ...DISPOSITION_WORDS[disposition],
    })).filter((part) => part.count > 0 || part.disposition === 'unresolved'),
    takenOut: edited.filter((fate, index) => fate !== fates[index]).length,
  };
}

/** True where the sums of the release and of each of its modules are those of the rows. */
function agrees({ sum, modules }: Recorded, fates: readonly CommitFate[]): boolean {
  const byModule = Map.groupBy(fates, ({ module }) => module);
  const known = new Set(modules.map(({ id }) => id));
  return (
    isSame(sum, sumOfFates(fates)) &&
    modules.every((module) => isSame(module.sum, sumOfFates(byModule.get(module.id) ?? []))) &&
    [...byModule.keys()].every((id) => known.has(id))
  );
}

function isSame(left: ConservationSum, right: ConservationSum): boolean {
  return (['commits', ...DISPOSITIONS] as const).every((part) => left[part] === right[part]);
}

function sentenceOf(
  state: keyof typeof AUDIT.conservation,
  sum: ConservationSum,
  recorded: ConservationSum,
): string {
  if (state === 'mismatch') return AUDIT.sentences.mismatch(recorded.commits, sum.commits);
  if (sum.commits === 0) return AUDIT.sentences.none;
  if (state === 'unresolved') return AUDIT.sentences.unresolved(sum.unresolved, sum.commits);
  return AUDIT.sentences.accounted(sum);
}
