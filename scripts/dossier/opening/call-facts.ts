import type { ControlId, ReleaseKind } from '../../../src/records/index.ts';
import { CONTROLS } from '../../../src/verdict/controls.ts';
import type { Dossier } from '../../../src/verdict/dossier.ts';
import { declaredEmergency } from '../../../src/verdict/emergency-declaration.ts';
import { releaseKindOf } from '../../../src/verdict/release-kind.ts';
import { type Examined, judge, type Verdict } from '../../../src/verdict/verdict.ts';
import { type CallContents, contentsOf } from './call-contents.ts';
import { type Owed, owedFor } from './call-owed.ts';
import { type CallTarget, targetsOf } from './call-targets.ts';
import { type CallTimes, timesOf } from './call-times.ts';
import { oneLine } from './readable.ts';

/** A control that does not pass, with its reasons in words for a channel. */
export interface CalledControl {
  id: ControlId;
  result: Exclude<Examined['result'], 'pass'>;
  reasons: string[];
}

/** Everything that a request for votes says, before it is put into a form. */
export interface CallFacts {
  product: string;
  version: string;
  kind: ReleaseKind;
  /** The release has its tag. */
  tagged: boolean;
  emergency: { incident: string; declaredBy: string } | null;
  times: CallTimes;
  contents: CallContents;
  verdict: Verdict['verdict'];
  /** How many controls came out how. */
  counts: Record<Examined['result'], number>;
  /** Those that fail first, then those that nothing shows yet, then those that somebody answers for. */
  controls: CalledControl[];
  owed: Owed[];
  targets: CallTarget[];
  /** Names of the roles whose GO its kind of release needs. */
  roles: string[];
}

const LONGEST_REASON = 240;
const ORDER = ['fail', 'unproven', 'waived'] as const;

/** What a request for votes on a release says. Pure: the dossier holds the moment, too. */
export function callFacts(dossier: Dossier): CallFacts {
  const verdict = judge(dossier);
  const kind = releaseKindOf(dossier);
  const asked = verdict.controls.filter((control) => !isStillToCome(control));
  const times = timesOf(dossier);
  return {
    product: dossier.product,
    version: dossier.version,
    kind,
    tagged: dossier.release !== null,
    emergency: emergencyOf(dossier),
    times,
    contents: contentsOf(dossier),
    verdict: verdict.verdict,
    counts: countsOf(asked),
    controls: ORDER.flatMap((result) => controlsWith(result, asked)),
    owed: owedFor(dossier, verdict, times.day),
    targets: targetsOf(dossier),
    roles: dossier.policy.data.roles.filter((role) => role.for.includes(kind)).map(({ name }) => name),
  };
}

/** What is shown only by deployments tells those who decide on them nothing yet. */
function isStillToCome({ id, result }: Examined): boolean {
  return (
    result === 'unproven' && CONTROLS.some((control) => control.id === id && control.comesAfter === true)
  );
}

function emergencyOf(dossier: Dossier): CallFacts['emergency'] {
  const declared = declaredEmergency(dossier);
  if (declared === null) return null;
  return {
    incident: oneLine(declared.incident, LONGEST_REASON),
    declaredBy: oneLine(declared.declaredBy, LONGEST_REASON),
  };
}

function countsOf(controls: readonly Examined[]): CallFacts['counts'] {
  const counts = { fail: 0, unproven: 0, waived: 0, pass: 0 };
  for (const { result } of controls) counts[result] += 1;
  return counts;
}

function controlsWith(result: CalledControl['result'], controls: readonly Examined[]): CalledControl[] {
  return controls
    .filter((control) => control.result === result)
    .map(({ id, reasons }) => ({
      id,
      result,
      reasons: reasons.map(({ text }) => oneLine(text, LONGEST_REASON)),
    }));
}
