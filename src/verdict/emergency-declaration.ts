import { toInstant } from '../history/product-clock.ts';
import type { Dossier } from './dossier.ts';

/** A release that somebody declared an emergency: it ships first and collects its votes later. */
export interface DeclaredEmergency {
  incident: string;
  declaredBy: string;
  declaredAt: string;
  /** Until when its votes may come; null before its tag exists. */
  until: string | null;
  /** Why the declaration does not count: sentences. */
  objections: string[];
  record: string;
}

/** What of a dossier tells of an emergency. */
export type DeclaringDossier = Pick<Dossier, 'opening' | 'release' | 'policy' | 'now'>;

/** The declaration of an emergency; null where nobody made one. */
export function declaredEmergency(dossier: DeclaringDossier): DeclaredEmergency | null {
  const { opening, release, policy } = dossier;
  const emergency = opening?.data.emergency;
  if (opening === null || emergency === undefined) return null;
  const milliseconds = policy.data.emergency.votesWithin * 3_600_000;
  return {
    ...emergency,
    until: release === null ? null : toInstant(Date.parse(release.data.date) + milliseconds),
    objections: objections(emergency, dossier),
    record: opening.path,
  };
}

/** The declaration, where it counts: else the release is held to the rules of any other. */
export function standingEmergency(dossier: DeclaringDossier): DeclaredEmergency | null {
  const emergency = declaredEmergency(dossier);
  return emergency === null || emergency.objections.length > 0 ? null : emergency;
}

type Declaration = Pick<DeclaredEmergency, 'incident' | 'declaredBy' | 'declaredAt'>;

/** Whoever may call an emergency what has shipped already needs no votes ever. */
function objections({ incident, declaredBy, declaredAt }: Declaration, dossier: DeclaringDossier): string[] {
  const { policy, release, now } = dossier;
  const isKnown = policy.data.roster.some(({ person }) => person === declaredBy);
  const releasedAt = release?.data.date;
  return [
    ...(incident.trim() === '' ? ['the emergency names no incident'] : []),
    ...(isKnown ? [] : [`the emergency was declared by "${declaredBy}", who is not in the roster`]),
    ...(releasedAt !== undefined && declaredAt > releasedAt
      ? [`the emergency was declared at ${declaredAt}, after the release of ${releasedAt}`]
      : []),
    ...(declaredAt > now ? [`the emergency is declared for ${declaredAt}, which is still to come`] : []),
  ];
}
