// What tables over many releases need of each: each of them reads its own part alone. Only the internal edition's routes
// import this file.

import type { ReleaseSummary } from '../views/compare/release-summary.ts';
import { summarise } from '../views/compare/summarise.ts';
import {
  exceptionsIn,
  type ReleaseOutcome,
  type ReleaseStandings,
  releaseOutcome,
  standingsIn,
} from '../views/controls/release-outcome.ts';
import type { Act } from '../views/people/act.ts';
import { releaseActs } from '../views/people/release-acts.ts';
import { judgedVersions, knownJudged } from './dossier.ts';
import { lately, once } from './once.ts';

/** A release as comparisons see it, before it is known what it took back. */
export type JudgedSummary = Omit<ReleaseSummary, 'takesBack'>;

/** How the controls came out on every judged release of a product, the newest first. */
export const readStandings: (product: string) => ReleaseStandings[] = once('standings', (product) =>
  judgedVersions(product).map((version) => standings(`${product}/${version}`)),
);

/** What somebody has to answer for on these releases; nothing for most of them. */
export const readAnswerable: (product: string) => ReleaseOutcome[] = once('answerable releases', (product) =>
  judgedVersions(product).flatMap((version) => exceptions(`${product}/${version}`) ?? []),
);

/** What people did for one of them, but its deployments. */
export function actsOfRelease(product: string, version: string): Act[] {
  return acts(`${product}/${version}`);
}

/** The release that one of them came after, judged or not; null for a first one. */
export function previousOf(product: string, version: string): string | null {
  return previous(`${product}/${version}`);
}

/** One of them as comparisons see it. */
export function judgedSummary(product: string, version: string): JudgedSummary {
  return summaries(`${product}/${version}`);
}

/** A word: lists of all releases are made of it without a summary. */
const previous = once('previous release', (key) => summaries(key).previous, { kept: true });

const standings = once('standings of a release', (key) => standingsIn(outcomes(key)), { kept: true });

const exceptions = once('exceptions of a release', (key) => exceptionsIn(outcomes(key)), { kept: true });

const acts = once('acts of a release', (key) => releaseActs(judged(key).dossier), { kept: true });

const summaries = once(
  'summary of a release',
  (key): JudgedSummary => {
    const { dossier, verdict } = judged(key);
    return summarise(dossier, verdict);
  },
  { kept: true },
);

/** Two parts are made of it, one after the other. */
const outcomes = lately('outcome of a release', (key): ReleaseOutcome => {
  const { dossier, verdict } = judged(key);
  return releaseOutcome(dossier, verdict);
});

function judged(key: string) {
  const [product = '', version = ''] = key.split('/');
  return knownJudged(product, version);
}
