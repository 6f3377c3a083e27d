import type { CadenceState } from '../history/delivery/cadence.ts';
import type { Weekday } from '../history/delivery/days.ts';
import type { NoFigure } from '../history/delivery/figures.ts';
import type { TroubleCause } from '../history/delivery/trouble.ts';
import type { MarkView } from './mark-view.ts';
import { counted } from './texts.ts';

/** What each figure counts, over what, by which times and without what: one sentence each, shown beside it. */
export const DEFINITIONS = {
  frequency:
    'Deployments that succeeded, counted at their end and divided by the days of the period on the calendar of the product’s zone (seven of them are a week); rollbacks and migrations bring nothing new and are not counted, nor are deployments that failed, are under way or ended nobody knows how.',
  leadTime:
    'The time from a change’s landing commit to the end of the successful deployment that first brought it to this environment, as the median and as what nine in ten changes did not exceed, over all changes that came in the period; a change that came before with a prerelease or another release is not counted again, and one that a migration brought, or that its own date puts after its deployment, has no lead time.',
  failRate:
    'Deployments that ended in the period and needed intervention (they failed, their release was rolled back from here, or the next release deployed after them was an emergency release), however much later it came, divided by all deployments that ended in the period and are known to have succeeded, failed or needed intervention; rollbacks and migrations are not counted, and deployments under way or of unknown outcome are told apart.',
  recoveryTime:
    'The median time, over the deployments that the change fail rate counts as having needed intervention, from detection (as the rollback’s record says it; else the end of the failed deployment or the start of the rollback, whichever came first; else the declaration of the emergency) to restoration (as the rollback’s record says it; else the end of the next deployment, rollback or migration that put the same modules in place); what is not restored yet, or has no time of detection, is told apart.',
  reworkRate:
    'Deployments and rollbacks that ended in the period and that an incident forced (deployments of an emergency release until one succeeded here, and rollbacks whose record names an incident, or a metric as their trigger), divided by all deployments and rollbacks that ended in the period and succeeded or failed; migrations are not counted, and what is under way or of unknown outcome is told apart.',
  cadence:
    'Days of the policy’s cadence in the product’s zone that begin in the period and were over by its end, without those that a freeze closed (at the policy’s time of release, or where it names none the whole day), divided into those on which a deployment succeeded in this environment and all of them; a day without a success on which a deployment is under way or of unknown outcome is unproven, and not kept.',
} as const;

/** Why there is no figure. */
export const NO_FIGURE: Record<NoFigure, string> = {
  'no-time': 'The period has no time in it.',
  'no-deployments': 'No deployment is known to have ended in the period.',
  'no-changes': 'No change came to the environment in the period.',
  'no-trouble': 'No deployment of the period needed intervention.',
  'none-measured': 'Records do not say enough to measure any of them.',
  'no-rhythm': 'The policy releases as soon as possible: there is no cadence to keep.',
  'no-days': 'No day of the cadence was over in the period.',
};

/** Why deployments needed intervention. */
const CAUSES: Record<TroubleCause, (count: number) => string> = {
  failed: (count) => `${number(count)} failed`,
  'rolled-back': (count) => `${number(count)} rolled back`,
  'unplanned-release': (count) => `${number(count)} followed by an emergency release`,
};

/** What became of a day of the cadence. */
export const CADENCE_MARKS: Record<CadenceState, MarkView> = {
  kept: { kind: 'good', mark: '✓', text: 'kept' },
  missed: { kind: 'danger', mark: '✗', text: 'missed' },
  unproven: { kind: 'caution', mark: '?', text: 'unproven' },
  frozen: { kind: 'quiet', mark: '–', text: 'freeze' },
};

const WEEKDAY_NAMES: Record<Weekday, string> = {
  ...{ mon: 'Monday', tue: 'Tuesday', wed: 'Wednesday', thu: 'Thursday' },
  ...{ fri: 'Friday', sat: 'Saturday', sun: 'Sunday' },
};

/** Words of the figures of delivery. */
export const DELIVERY = {
  title: 'Delivery',
  of: (product: string) => `Delivery of ${product}`,
  lead: 'How often it is delivered, how long changes take, and how often a deployment has to be mended: five figures for each environment by itself, since a sum of staging and production would say nothing of either. A figure’s name leads to how it is counted.',
  environments: 'Environments',
  production: { kind: 'quiet', mark: '●', text: 'customers use it' } as MarkView,
  noEnvironments:
    'The policy of this product names no environment, and no deployment is recorded. There is nothing to measure yet.',
  span: { from: 'From', until: 'to' },
  figures: 'All figures',
  howCounted: (name: string) => `How ${name.toLowerCase()} is counted`,
  definitions: 'How the figures are counted',
  byDora: 'The definitions follow',
  whole: (environment: string) => `All figures of ${environment}, with durations and days`,
  source: {
    text: 'DORA’s software delivery performance metrics',
    href: 'https://dora.dev/guides/dora-metrics/',
  },
  alone: 'They say how one product changes over time, and are no measure between products.',
  nothing: 'No deployment to this environment is recorded. Figures begin with the first one.',
  begin: (day: string) => `Records begin on ${day}; nothing is said of the time before.`,
  names: {
    frequency: 'Deployment frequency',
    leadTime: 'Change lead time',
    failRate: 'Change fail rate',
    recoveryTime: 'Failed deployment recovery time',
    reworkRate: 'Deployment rework rate',
    cadence: 'Cadence',
  },
  none: '–',
  units: { aWeek: 'a week', percent: '%', median: (unit: string) => `${unit} (median)` },
  frequency: (deployments: number, days: string, aDay: string) =>
    `${counted(deployments, 'deployment')} in ${days} days: ${aDay} a day`,
  leadTime: (changes: number, ninetieth: string) =>
    `of ${counted(changes, 'change')}; nine in ten took no more than ${ninetieth}`,
  failRate: (bad: number, all: number, causes: Record<TroubleCause, number>) =>
    [`${number(bad)} of ${counted(all, 'deployment')}`, causesOf(causes)].filter(Boolean).join(': '),
  recoveryTime: (measured: number, all: number) =>
    `of ${number(measured)} of ${counted(all, 'deployment')} that needed intervention`,
  reworkRate: (forced: number, all: number) =>
    `${number(forced)} of ${counted(all, 'deployment or rollback', 'deployments and rollbacks')}`,
  notes: {
    unknown: (count: number) => `${counted(count, 'deployment')} of unknown outcome: not counted.`,
    running: (count: number) => `${counted(count, 'deployment')} under way: not counted yet.`,
    noLeadTime: (count: number) =>
      `${counted(count, 'change')} without a lead time: brought by a migration, or dated after the deployment.`,
    unmatched: (count: number) =>
      `${counted(count, 'rollback')} of releases whose deployment no record shows: not counted.`,
    open: (count: number) => `${counted(count, 'deployment')} not restored yet.`,
    untold: (count: number) =>
      `${counted(count, 'deployment')} of which records do not say, or contradict themselves on, when the trouble was noticed.`,
    unexplained: (count: number) =>
      `${counted(count, 'rollback')} without a trigger: the rate is at least what it says.`,
    gaps: (count: number) =>
      `${counted(count, 'number')} of Helm’s and Argo CD’s histories without a record: deployments are missing here.`,
    unprovenDays: (count: number) => `${counted(count, 'day')} unproven: no known outcome.`,
    frozenDays: (count: number) => `${counted(count, 'day')} left out because of a freeze.`,
  },
  cadence: {
    share: (kept: number, due: number) => `${number(kept)} of ${number(due)}`,
    unit: (due: number, days: readonly Weekday[]) => `${dayWords(days)[due === 1 ? 0 : 1]} kept`,
    missedDays: (last: readonly string[], earlier: number) =>
      last.length === 0
        ? 'No day was missed.'
        : `Missed: ${last.join(', ')}${earlier === 0 ? '' : ` and ${counted(earlier, 'day')} before`}`,
    table: 'Days of the cadence by month',
    columns: ['Due', 'Kept'],
    missed: 'Missed',
    unproven: 'Unproven',
    calendar: 'The cadence day by day, the last weeks',
    week: 'Week from',
    weekdays: { mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', sat: 'Sat', sun: 'Sun' },
    day: (day: string, state: string) => `${day}: ${state}`,
  },
  by: { months: 'By month', weeks: 'By week' },
  heads: { months: 'Month', weeks: 'Week from' },
  inPart: (label: string) => `${label}, in part`,
  plots: {
    deployments: {
      title: 'Deployments',
      unit: 'deployments',
      description:
        'Deployments by how they went. Rollbacks and migrations are not among them; an emergency release that needed intervention itself stands with those.',
      fine: 'no intervention',
      unplanned: 'emergency release',
      bad: 'needed intervention',
      unproven: 'unproven',
    },
    leadTime: {
      title: 'Change lead time',
      description: 'From commit to deployment. A time in which no change came has no mark.',
      median: 'median',
      ninetieth: 'nine in ten',
    },
    instability: {
      title: 'Change fail rate and deployment rework rate',
      unit: 'percent',
      description:
        'Deployments that needed intervention, and deployments that an incident forced. A time without any deployment has no mark.',
      failRate: 'fail rate',
      reworkRate: 'rework rate',
    },
    recoveryTime: {
      title: 'Failed deployment recovery time',
      description:
        'From detection to restoration, at the time of the deployment that failed. A time without any has no mark.',
      median: 'median',
    },
  },
  table: {
    caption: (by: string) => `${by}, all figures`,
    columns: [
      ...['Deployments', 'A week', 'Changes', 'Lead time, median', 'Lead time, nine in ten'],
      ...['Needed intervention', 'Recovery, median', 'Rework', 'Unproven'],
    ],
    share: (numerator: number, denominator: number) => `${number(numerator)} of ${number(denominator)}`,
  },
} as const;

function number(count: number): string {
  return count.toLocaleString('en-GB');
}

function causesOf(causes: Record<TroubleCause, number>): string {
  const found = Object.entries(causes) as [TroubleCause, number][];
  return found.flatMap(([cause, count]) => (count === 0 ? [] : [CAUSES[cause](count)])).join(', ');
}

const WORKDAYS = 'mon tue wed thu fri';

/** "weekday" for Monday to Friday, the name of a single day, else "day due". */
function dayWords(days: readonly Weekday[]): [one: string, many: string] {
  const [first] = days;
  if (days.join(' ') === WORKDAYS) return ['weekday', 'weekdays'];
  if (first !== undefined && days.length === 1) return [WEEKDAY_NAMES[first], `${WEEKDAY_NAMES[first]}s`];
  return ['day due', 'days due'];
}
