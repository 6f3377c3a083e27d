import { spelledOut } from '../../markdown/harmless.ts';
import type { Measurements } from '../../records/stage-report.ts';
import { STAGE_WORDS } from '../stage-texts.ts';
import { percentText, sizeText } from './amounts.ts';

/** What a report measured in a few words; none where it has no figures. */
export function measuredInShort(measured: Measurements): string[] {
  const { steps, figures, path } = measured;
  const short = STAGE_WORDS.short;
  const told = [
    ...testsInShort(measured),
    ...(measured.coverage === undefined ? [] : [short.coverage(percentText(measured.coverage.lines))]),
    ...vulnerabilitiesInShort(measured),
    ...imageInShort(measured),
    ...(measured.chart === undefined ? [] : [spelledOut(measured.chart.name)]),
    ...thresholdsInShort(measured),
    ...(path === undefined ? [] : [spelledOut(path)]),
  ];
  if (told.length > 0) return told;
  if (steps !== undefined) return [short.steps(steps.length)];
  return figures === undefined ? [] : [short.figures(Object.keys(figures).length)];
}

function testsInShort({ tests }: Measurements): string[] {
  if (tests === undefined) return [];
  const ran = tests.passed + tests.failed + tests.errored;
  if (ran === 0) return [STAGE_WORDS.short.noTests];
  return [
    tests.passed === ran ? STAGE_WORDS.short.testsAllPassed(ran) : STAGE_WORDS.short.tests(tests.passed, ran),
  ];
}

function vulnerabilitiesInShort({ vulnerabilities }: Measurements): string[] {
  if (vulnerabilities === undefined) return [];
  const count = (severity: string): number =>
    vulnerabilities.filter((one) => one.severity === severity).length;
  return [STAGE_WORDS.short.vulnerabilities(count('critical'), count('high'), vulnerabilities.length)];
}

function imageInShort({ image }: Measurements): string[] {
  const digest = image?.digests[0] ?? image?.id;
  return [
    ...(digest === undefined ? [] : [digest.slice(0, 19)]),
    ...(image?.size === undefined ? [] : [sizeText(image.size)]),
  ];
}

function thresholdsInShort({ thresholds }: Measurements): string[] {
  if (thresholds === undefined || thresholds.length === 0) return [];
  const kept = thresholds.filter(({ met }) => met === true).length;
  return [STAGE_WORDS.short.thresholds(kept, thresholds.length)];
}
