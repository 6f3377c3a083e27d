import { spelledOut } from '../../markdown/harmless.ts';
import type { Deployment, DeploymentSource } from '../../records/deployment.ts';
import type { Evidence } from '../../records/stage-report.ts';
import { DEPLOYMENT } from '../deployment-texts.ts';
import { type FactPart, idPart, linkPart, textPart, timePart } from '../fact-view.ts';
import { type CellView, columnsOf, type TableView } from '../table-view.ts';
import { exactMomentOf } from '../time-view.ts';
import { ageText } from './age-text.ts';
import { OUTCOME_MARKS, SOURCE_NAMES } from './deployment-marks.ts';

/** Where a file that told of deployments can be read; null where it cannot. */
export type FileLinks = (file: Pick<Evidence, 'digest' | 'name'>) => string | null;

/** Digits of a digest, its algorithm among them. */
const DIGEST = 19;

/** What each source says, and whether they agree. */
export interface SourcesView {
  table: TableView;
  /** "Clocks differ by 43 s." */
  sentences: string[];
  /** True where they contradict each other in how it ended. */
  contradict: boolean;
}

/** The sources of a deployment beside each other. */
export function sourcesView({ sources }: Deployment, timeZone: string, links: FileLinks): SourcesView {
  const { source, at, finished, outcome, told, file } = DEPLOYMENT.sourceColumns;
  const contradict = new Set(sources.map((each) => each.outcome)).size > 1;
  return {
    table: {
      caption: DEPLOYMENT.sources,
      columns: columnsOf([source, at, finished, outcome, told, file]),
      rows: sources.map((each) => sourceRow(each, timeZone, links)),
    },
    sentences: sentencesOf(sources, contradict),
    contradict,
  };
}

function sourceRow(source: DeploymentSource, timeZone: string, links: FileLinks): CellView[] {
  const { at, finishedAt, outcome } = source;
  return [
    [textPart(SOURCE_NAMES[source.kind])],
    [timePart(exactMomentOf(at, timeZone))],
    [finishedAt === undefined ? textPart('–') : timePart(exactMomentOf(finishedAt, timeZone))],
    [{ is: 'mark', mark: OUTCOME_MARKS[outcome] }],
    [toldPart(source)],
    fileCell(source, links),
  ];
}

function toldPart(source: DeploymentSource): FactPart {
  switch (source.kind) {
    case 'command':
      return textPart(DEPLOYMENT.ranBy(spelledOut(source.ranBy)));
    case 'helm':
      return textPart(helmText(source));
    case 'argocd':
      return textPart(DEPLOYMENT.argocd(spelledOut(source.application), source.id));
    case 'github': {
      const text = `${spelledOut(source.repository)}, ${DEPLOYMENT.github(source.id)}`;
      return source.url === undefined ? textPart(text) : linkPart(text, source.url);
    }
  }
}

function helmText({ release, revision, rolledBackTo }: Extract<DeploymentSource, { kind: 'helm' }>): string {
  const back = rolledBackTo === undefined ? [] : [DEPLOYMENT.rolledBackTo(rolledBackTo)];
  return [DEPLOYMENT.helm(spelledOut(release), revision), ...back].join(', ');
}

function fileCell(source: DeploymentSource, links: FileLinks): CellView {
  if (!('file' in source)) return [textPart('–')];
  const { file: name, digest } = source;
  const href = links({ name, digest });
  const shown = spelledOut(name);
  return href === null ? [textPart(shown), idPart(digest, DIGEST)] : [linkPart(shown, href)];
}

function sentencesOf(sources: readonly DeploymentSource[], contradict: boolean): string[] {
  if (sources.length === 1) return [DEPLOYMENT.oneSource];
  const clocks = spread(sources.map(({ at }) => at));
  const ends = spread(sources.flatMap(({ finishedAt }) => finishedAt ?? []));
  const said = sources.map(({ kind, outcome }) =>
    DEPLOYMENT.says(SOURCE_NAMES[kind], OUTCOME_MARKS[outcome].text),
  );
  return [
    contradict ? DEPLOYMENT.disagree(said.join(', ')) : DEPLOYMENT.agree,
    ...(clocks > 0 ? [DEPLOYMENT.clocks(ageText(clocks))] : []),
    ...(ends > 0 ? [DEPLOYMENT.ends(ageText(ends))] : []),
  ];
}

/** Milliseconds between the first and the last of some instants. */
function spread(instants: readonly string[]): number {
  const times = instants.map((each) => Date.parse(each));
  return times.length === 0 ? 0 : Math.max(...times) - Math.min(...times);
}
