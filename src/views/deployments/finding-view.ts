import type { DeploymentFinding } from '../../history/deployments/wording.ts';
import { spelledOut } from '../../markdown/harmless.ts';
import { type LineList, listOf } from '../stages/measured-block.ts';
import { plainTimes } from '../verdict/plain-times.ts';
import { recordPlace } from '../verdict/record-links.ts';
import { VERDICT } from '../verdict-texts.ts';

/** A sentence about a deployment, and where its record is shown. */
export interface FindingView {
  text: string;
  href: string | null;
}

/** A finding in the time of the product's people. */
export function findingView({ text, record }: DeploymentFinding, timeZone: string): FindingView {
  return { text: plainTimes(spelledOut(text), timeZone), href: recordPlace(record) };
}

/** The same, of many that may say the same twice. */
export function findingViews(findings: readonly DeploymentFinding[], timeZone: string): FindingView[] {
  const views = findings.map((finding) => findingView(finding, timeZone));
  return views.filter(({ text }, index) => views.findIndex((other) => other.text === text) === index);
}

/** Findings as far as there is room for links; the others in a line each. */
export interface FindingList {
  shown: FindingView[];
  further: LineList[];
}

/** Findings that are shown below 2,500 DOM nodes, several lists on a page. */
const ROOM = 10;

/** Findings of which there may be one for each release that was ever made. */
export function findingList(findings: readonly DeploymentFinding[], timeZone: string): FindingList {
  const all = findingViews(findings, timeZone);
  const lines = all.slice(ROOM).map(({ text }) => text);
  return { shown: all.slice(0, ROOM), further: listOf(VERDICT.more(lines.length), lines) };
}
