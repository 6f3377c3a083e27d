import type { ControlId } from '../../records/index.ts';
import { asOf, blessingAsOf } from '../../verdict/as-of.ts';
import type { Dossier } from '../../verdict/dossier.ts';
import { standingEmergency } from '../../verdict/emergency-declaration.ts';
import { objectionTo, waiverReason } from '../../verdict/waivers.ts';
import type { Explanation } from './finding.ts';
import type { Matter } from './matter.ts';

/** A waiver of one of these controls that counted at a moment; null where there was none. */
export function waived(
  dossier: Dossier | null,
  controls: readonly ControlId[],
  moment: string,
): Explanation | null {
  if (dossier === null) return null;
  const then = asOf(dossier, moment);
  const valid = then.waivers.find(
    (waiver) => controls.includes(waiver.data.control) && objectionTo(waiver, then) === null,
  );
  return valid === undefined ? null : { by: 'waiver', ...waiverReason(valid) };
}

/** An emergency that did not need the stages which name images. */
export function excusedImages(dossier: Dossier | null, moment: string): Explanation | null {
  if (dossier === null) return null;
  const emergency = standingEmergency({ ...dossier, now: moment });
  const { stages } = dossier.policy.data.emergency;
  if (emergency === null || stages.includes('build') || stages.includes('push')) return null;
  const text = `${emergency.declaredBy} declared ${emergency.incident}, which needs no report of an image`;
  return { by: 'emergency', text, record: emergency.record };
}

/** Why a release that was tagged was not deployed by the end of the period; null where nothing tells. */
export function whyNotDeployed(dossier: Dossier, matter: Matter): Explanation | null {
  return (
    superseded(dossier.version, matter) ??
    prerelease(dossier) ??
    withdrawn(dossier) ??
    notBlessed(dossier, matter.period.to)
  );
}

function superseded(version: string, { past, lineage }: Matter): Explanation | null {
  const later = past.find(
    ({ record: { data } }) => data.outcome === 'succeeded' && lineage.contains(data.version, version),
  );
  if (later === undefined) return null;
  const { data, path } = later.record;
  return {
    by: 'superseded',
    text: `${data.version}, which contains it, was deployed at ${data.at}`,
    record: path,
  };
}

function prerelease({ release }: Dossier): Explanation | null {
  if (release?.data.prerelease !== true) return null;
  const { foldedInto } = release.data;
  const text = foldedInto === undefined ? 'it is a prerelease' : `it is a prerelease of ${foldedInto}`;
  return { by: 'prerelease', text, record: release.path };
}

function withdrawn({ note }: Dossier): Explanation | null {
  const reason = note?.data.withdrawn?.reason;
  return reason === undefined || note === null
    ? null
    : { by: 'withdrawn', text: `it was withdrawn: ${reason}`, record: note.path };
}

function notBlessed(dossier: Dossier, moment: string): Explanation | null {
  const { verdict } = blessingAsOf(dossier, moment);
  if (verdict === 'blessed') return null;
  const text = `it was ${verdict === 'unproven' ? 'not proven to be' : 'not'} blessed, and may not be deployed`;
  return { by: 'not-blessed', text, record: dossier.release?.path ?? null };
}
