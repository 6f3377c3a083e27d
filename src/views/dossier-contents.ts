import { AUDIT } from './audit-texts.ts';
import { COMPARE } from './compare-texts.ts';
import { CONTROLS_PAGE } from './control-texts.ts';
import { DEPLOYED, ENVIRONMENTS } from './deployment-texts.ts';
import {
  comparePath,
  controlsPath,
  deliveryPath,
  dossierPartPath,
  environmentsPath,
  releasePath,
  trendsPath,
} from './paths.ts';
import { PREPARATION } from './preparation-texts.ts';
import { SEAL } from './seal-texts.ts';
import { STAGE_WORDS } from './stage-texts.ts';
import { TRENDS } from './trend-texts.ts';
import { VERDICT } from './verdict-texts.ts';
import { VOTES } from './vote-texts.ts';

/** Which parts a dossier has. */
export interface DossierParts {
  noted: boolean;
  judged: boolean;
  harvested: boolean;
  /** The chart of the release tells of its third-party parts. */
  parts: boolean;
}

const HARVESTED = [
  'facts',
  'modules',
  'parts',
  'conservation',
  'changes',
  'contributors',
  'platform',
  'commits',
] as const;

/** What stands on a dossier's page, and where the rest of it is. */
export function dossierContents(
  product: string,
  version: string,
  { noted, judged, harvested, parts }: DossierParts,
): { text: string; href: string }[] {
  const judgement = [
    { text: VERDICT.title, href: '#verdict' },
    { text: VOTES.title, href: '#votes' },
    { text: STAGE_WORDS.title, href: '#stages' },
    { text: PREPARATION.title, href: dossierPartPath(product, version, 'preparation') },
    { text: DEPLOYED.title, href: '#deployments' },
    { text: SEAL.title, href: '#seal' },
    { text: ENVIRONMENTS.title, href: environmentsPath(product) },
    { text: DEPLOYED.delivery, href: deliveryPath(product) },
    { text: TRENDS.title, href: trendsPath(product) },
    { text: CONTROLS_PAGE.title, href: controlsPath(product) },
    { text: COMPARE.title, href: comparePath(product) },
  ];
  const shown = harvested ? HARVESTED.filter((part) => part !== 'parts' || parts) : [];
  return [
    ...(noted ? [{ text: AUDIT.dossier.notes, href: releasePath(product, version) }] : []),
    ...(judged ? judgement : []),
    ...shown.map((part) => ({ text: AUDIT.dossier[part], href: `#${part}` })),
  ];
}
