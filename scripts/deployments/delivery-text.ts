import { durationText, percentText, shortNumber } from '../../src/history/delivery/duration-text.ts';
import { TROUBLE_CAUSES, type TroubleCause } from '../../src/history/delivery/trouble.ts';
import type { ToldCadence, ToldDelivery, ToldMetrics } from './told-delivery.ts';

const CAUSES: Record<TroubleCause, string> = {
  failed: 'failed',
  'rolled-back': 'rolled back',
  'unplanned-release': 'followed by an emergency release',
};
const WIDTH = 'Deployment frequency  '.length;

/** An environment's figures for people to read, with times as `when` tells them. */
export function deliveryText(told: ToldDelivery, when: (time: string) => string): string {
  const { environment, from, to, metrics, cadence } = told;
  if (from === null || metrics === null) return `\n${environment}: no deployment is recorded\n`;
  const rows = [
    ...figureRows(metrics),
    ...(cadence === null ? [] : [row('Cadence', ...cadenceParts(cadence))]),
    ...apartOf(metrics, cadence).map((each) => row('', each)),
  ];
  return `\n${environment}: ${when(from)} to ${when(to)}\n${rows.join('')}`;
}

function figureRows({ frequency, leadTime, recoveryTime, failRate, reworkRate }: ToldMetrics): string[] {
  const { perWeek, deployments, days } = frequency;
  return [
    row(
      'Deployment frequency',
      perWeek === null ? null : `${shortNumber(perWeek)} a week`,
      `${counted(deployments, 'deployment')} in ${shortNumber(days)} days`,
    ),
    row('Change lead time', median(leadTime), ofChanges(leadTime), ...ninetieth(leadTime)),
    row('Recovery time', median(recoveryTime), ofTroubles(recoveryTime)),
    row('Change fail rate', percent(failRate.value), ofDeployments(failRate), ...causesOf(failRate)),
    row('Rework rate', percent(reworkRate.value), ofBoth(reworkRate)),
  ];
}

function ofChanges({ measured, changes }: ToldMetrics['leadTime']): string {
  return `${measured} of ${counted(changes, 'change')}`;
}

function ninetieth({ ninetiethSeconds }: ToldMetrics['leadTime']): string[] {
  return ninetiethSeconds === null ? [] : [`nine in ten within ${duration(ninetiethSeconds)}`];
}

function ofTroubles({ measured, deployments }: ToldMetrics['recoveryTime']): string {
  return `${measured} of ${counted(deployments, 'deployment')} that needed intervention`;
}

function ofDeployments({ needed, of }: ToldMetrics['failRate']): string {
  return `${needed} of ${counted(of, 'deployment')}`;
}

function causesOf({ causes }: ToldMetrics['failRate']): string[] {
  return TROUBLE_CAUSES.flatMap((cause) =>
    causes[cause] === 0 ? [] : [`${causes[cause]} ${CAUSES[cause]}`],
  );
}

function ofBoth({ forced, of }: ToldMetrics['reworkRate']): string {
  return `${forced} of ${of} deployments and rollbacks`;
}

function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

/** What is in no figure, and has to be known with them. */
function apartOf(
  { frequency, recoveryTime, failRate, reworkRate }: ToldMetrics,
  cadence: ToldCadence | null,
) {
  const counts: [number, string][] = [
    [frequency.unknown, 'of unknown outcome, not counted'],
    [frequency.running, 'under way, not counted yet'],
    [recoveryTime.open, 'not restored yet'],
    [recoveryTime.untold, 'without a time of detection'],
    [failRate.unmatched, 'rolled back whose deployment no record shows, not counted'],
    [reworkRate.unexplained, 'rolled back without a trigger: the rework rate is at least what it says'],
    [cadence?.unproven.length ?? 0, 'of the days unproven'],
    [cadence?.frozen.length ?? 0, 'of the days left out because of a freeze'],
  ];
  return counts.flatMap(([count, words]) => (count === 0 ? [] : [`${count} ${words}`]));
}

function cadenceParts({ value, kept, due, missed }: ToldCadence): [string | null, ...string[]] {
  if (value === null) return [null, 'no day of it was over'];
  const days = missed.length === 0 ? [] : [`missed ${missed.join(', ')}`];
  return [`${percent(value)}`, `${kept} of ${due} days`, ...days];
}

/** "  Change fail rate      20 %: 9 of 45 deployments, 3 failed"; "none" where there is no figure. */
function row(name: string, value: string | null, ...parts: string[]): string {
  const told = parts.length === 0 ? '' : `: ${parts.join(', ')}`;
  return `  ${name.padEnd(WIDTH)}${value ?? 'none'}${told}\n`;
}

function median({ medianSeconds }: { medianSeconds: number | null }): string | null {
  return medianSeconds === null ? null : `${duration(medianSeconds)} (median)`;
}

function percent(share: number | null): string | null {
  return share === null ? null : `${percentText(share)} %`;
}

function duration(seconds: number): string {
  return durationText(seconds * 1000);
}
