import { productClock } from '../../history/product-clock.ts';
import type { Dossier } from '../../verdict/dossier.ts';
import { standingEmergency } from '../../verdict/emergency-declaration.ts';
import { votingDeadline } from '../../verdict/voting-deadline.ts';
import { BOARD } from '../board-texts.ts';
import { momentOf, type TimeView } from '../time-view.ts';

/** A time that a release is held to, or that has been. */
export interface BoardTime {
  name: string;
  time: TimeView;
  /** True where something is still to be done by then: its distance from now is worth telling. */
  counts: boolean;
}

/** Decision and release of an open release in the product's zone; of a made one, when it was made. */
export function boardTimes(dossier: Dossier): BoardTime[] {
  const { release, opening, policy } = dossier;
  const { timeZone, cadence } = policy.data;
  const clock = productClock(timeZone);
  const moment = (name: string, at: string, counts: boolean): BoardTime => ({
    name,
    time: momentOf(at, timeZone),
    counts,
  });
  const words = BOARD.times;
  const isEmergency = standingEmergency(dossier) !== null;
  const deadline = votingDeadline(dossier, clock);
  const votes =
    deadline === null
      ? []
      : [
          moment(
            isEmergency ? words.emergency : words.decision,
            deadline.at,
            release === null || isEmergency,
          ),
        ];
  if (release !== null)
    return [...(isEmergency ? votes : []), moment(words.released, release.data.date, false)];
  const due = opening?.data.due;
  if (due === undefined) return votes;
  const at = cadence.release === undefined ? due : clock.instantAt(clock.dayOf(due), cadence.release);
  return [...votes, moment(words.release, at, true)];
}

/** Until when votes are waited for; null where nobody knows. */
export function votesUntil(dossier: Dossier): { time: TimeView; over: boolean } | null {
  const { timeZone } = dossier.policy.data;
  const deadline = votingDeadline(dossier, productClock(timeZone));
  return deadline && { time: momentOf(deadline.at, timeZone), over: dossier.now > deadline.at };
}
