import {
  durationText,
  inUnit,
  percentText,
  shortNumber,
  unitOf,
} from '../../history/delivery/duration-text.ts';
import type { ChangeFailRate } from '../../history/delivery/fail-rate.ts';
import type { Durations } from '../../history/delivery/figures.ts';
import type { DeploymentFrequency } from '../../history/delivery/frequency.ts';
import type { DeliveryMetrics } from '../../history/delivery/metrics.ts';
import type { RecoveryTime } from '../../history/delivery/recovery-time.ts';
import type { ReworkRate } from '../../history/delivery/rework-rate.ts';
import type { Unproven } from '../../history/delivery/unproven.ts';
import { DEFINITIONS, DELIVERY, NO_FIGURE } from '../delivery-texts.ts';

const { names, none, notes, units } = DELIVERY;

/** A headline figure in words. */
export interface DeliveryFigure {
  id: keyof typeof DEFINITIONS;
  name: string;
  /** "4.6", "61 of 64"; "–" where there is none. */
  value: string;
  /** "a week", "hours (median)", "%"; empty where there is no figure. */
  unit: string;
  /** What it is made of, "3 of 40 deployments"; where there is no figure, why. */
  counted: string;
  definition: string;
  /** What is missing from it: sentences. */
  notes: string[];
}

/** The five figures in DORA's order: throughput, then instability. */
export function deliveryFigures(metrics: DeliveryMetrics): DeliveryFigure[] {
  return [
    frequencyFigure(metrics.frequency),
    leadTimeFigure(metrics.leadTime),
    recoveryFigure(metrics.recoveryTime),
    failRateFigure(metrics.failRate),
    reworkFigure(metrics.reworkRate),
  ];
}

function frequencyFigure(frequency: DeploymentFrequency): DeliveryFigure {
  const { numerator, denominator, unproven } = frequency;
  const missing = unprovenNotes(unproven);
  if (frequency.perDay === null) return figure('frequency', none, '', NO_FIGURE[frequency.because], missing);
  const { perDay, perWeek } = frequency;
  const counted = DELIVERY.frequency(numerator, shortNumber(denominator), shortNumber(perDay));
  return figure('frequency', shortNumber(perWeek), units.aWeek, counted, missing);
}

function leadTimeFigure(leadTime: Durations): DeliveryFigure {
  const missing = notesOf([leadTime.of - leadTime.measured, notes.noLeadTime]);
  if (leadTime.median === null) return figure('leadTime', none, '', NO_FIGURE[leadTime.because], missing);
  const counted = DELIVERY.leadTime(leadTime.measured, durationText(leadTime.ninetieth));
  return durationFigure('leadTime', leadTime.median, counted, missing);
}

function recoveryFigure(recovery: RecoveryTime): DeliveryFigure {
  const missing = notesOf([recovery.open, notes.open], [recovery.untold, notes.untold]);
  if (recovery.median === null) return figure('recoveryTime', none, '', NO_FIGURE[recovery.because], missing);
  const counted = DELIVERY.recoveryTime(recovery.measured, recovery.of);
  return durationFigure('recoveryTime', recovery.median, counted, missing);
}

function failRateFigure(rate: ChangeFailRate): DeliveryFigure {
  const missing = [...unprovenNotes(rate.unproven), ...notesOf([rate.unmatched, notes.unmatched])];
  if (rate.value === null) return figure('failRate', none, '', NO_FIGURE[rate.because], missing);
  const counted = DELIVERY.failRate(rate.numerator, rate.denominator, rate.causes);
  return figure('failRate', percentText(rate.value), units.percent, counted, missing);
}

function reworkFigure(rate: ReworkRate): DeliveryFigure {
  const missing = [...unprovenNotes(rate.unproven), ...notesOf([rate.unexplained, notes.unexplained])];
  if (rate.value === null) return figure('reworkRate', none, '', NO_FIGURE[rate.because], missing);
  const counted = DELIVERY.reworkRate(rate.numerator, rate.denominator);
  return figure('reworkRate', percentText(rate.value), units.percent, counted, missing);
}

function durationFigure(
  id: DeliveryFigure['id'],
  milliseconds: number,
  counted: string,
  missing: string[],
): DeliveryFigure {
  const unit = unitOf(milliseconds);
  return figure(id, inUnit(milliseconds, unit), units.median(unit.name), counted, missing);
}

function figure(
  id: DeliveryFigure['id'],
  value: string,
  unit: string,
  counted: string,
  missing: string[],
): DeliveryFigure {
  return { id, name: names[id], value, unit, counted, definition: DEFINITIONS[id], notes: missing };
}

function unprovenNotes({ unknown, running }: Unproven): string[] {
  return notesOf([unknown, notes.unknown], [running, notes.running]);
}

/** Sentences of counts, but of none. */
function notesOf(...counts: [count: number, sentence: (count: number) => string][]): string[] {
  return counts.flatMap(([count, sentence]) => (count === 0 ? [] : [sentence(count)]));
}
