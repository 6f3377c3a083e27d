import { type JsonReport, readJson } from '../json/json.ts';
import type { ParsedReport, ReportFile, TestCase } from '../parsed-report.ts';
import { commitOf, earliest, instantOfText, known, oneLine } from '../report-values.ts';
import { testResult } from '../test-result.ts';
import { type AnsibleRun, AnsibleRunSchema, type HostStats } from './ansible-schema.ts';
import { pathNamedIn } from './playbook-path.ts';

/** What one host did at one task. */
interface Result {
  host: string;
  name: string;
  said: 'passed' | 'skipped' | 'failed' | 'errored';
}

/** Reads what Ansible's JSON callback prints. Every task is a case for each of its hosts. */
export function ansibleReport(file: ReportFile): ParsedReport {
  const report = readJson(file, AnsibleRunSchema);
  const run = report.data;
  const results = resultsOf(run);
  refuseContradictions(report, results);
  const cases = casesOf(results, run.stats);
  const { tests, failures, doubts } = testResult(cases);
  const commit = commitOf(String(run.global_custom_stats?.['commit'] ?? ''));
  return {
    format: 'playbook',
    tool: 'ansible',
    ...known({ ranAt: startOf(run), commits: commit === undefined ? undefined : [commit] }),
    measured: { tests, ...known({ path: pathOf(run), figures: figuresOf(run) }) },
    cases,
    failures,
    doubts,
  };
}

function resultsOf({ plays }: AnsibleRun): Result[] {
  return plays.flatMap(({ play, tasks }) =>
    tasks.flatMap(({ task, hosts }) =>
      Object.entries(hosts).map(([host, { failed, skipped, unreachable }]) => ({
        host,
        name: [play.name, task.name, host].map((part) => oneLine(part ?? '')).join(' › '),
        said: unreachable ? 'errored' : failed ? 'failed' : skipped ? 'skipped' : 'passed',
      })),
    ),
  );
}

/** Ansible says of a host, not of a task, what it forgave: what was not forgiven ends the host's run, so it comes last. */
function casesOf(results: readonly Result[], stats: AnsibleRun['stats']): TestCase[] {
  const unforgiven = new Map(
    Object.entries(stats).map(([host, sums]) => [host, sums.failures + sums.unreachable]),
  );
  const cases: TestCase[] = [];
  for (const { host, name, said } of results.toReversed()) {
    const left = unforgiven.get(host) ?? 0;
    const forgiven = isBad(said) && left === 0;
    if (isBad(said)) unforgiven.set(host, Math.max(0, left - 1));
    cases.push({ name, outcome: forgiven ? 'skipped' : said });
  }
  return cases.reverse();
}

function isBad(said: Result['said']): boolean {
  return said === 'failed' || said === 'errored';
}

function refuseContradictions({ data: { stats }, fault }: JsonReport<AnsibleRun>, results: Result[]): void {
  const stray = results.find(({ host }) => !Object.hasOwn(stats, host));
  if (stray !== undefined) throw fault(`the host "${stray.host}" has results and no sums`, ['stats']);
  for (const [host, sums] of Object.entries(stats)) {
    const own = results.filter((result) => result.host === host);
    const bad = own.filter(({ said }) => isBad(said)).length;
    const passed = own.filter(({ said }) => said === 'passed').length;
    if (!badFits(sums, bad) || passed > sums.ok)
      throw fault(sumsSay(host, sums, passed, bad), ['stats', host]);
  }
}

function badFits({ failures, unreachable, rescued, ignored }: HostStats, bad: number): boolean {
  const unforgiven = failures + unreachable;
  return rescued === undefined || ignored === undefined
    ? bad >= unforgiven
    : bad === unforgiven + rescued + ignored;
}

function sumsSay(host: string, sums: HostStats, passed: number, bad: number): string {
  const { ok, failures, unreachable, rescued = 0, ignored = 0 } = sums;
  return (
    `the sums of "${host}" say ok=${ok} failures=${failures} unreachable=${unreachable} rescued=${rescued} ` +
    `ignored=${ignored}, its tasks come to ${passed} that passed and ${bad} that did not`
  );
}

function startOf({ plays }: AnsibleRun): string | undefined {
  return earliest(plays.map(({ play }) => instantOfText(play.duration?.start)));
}

/** What the playbook itself says with `set_stats`, else what its plays are called. */
function pathOf({ global_custom_stats: custom, plays }: AnsibleRun): string | undefined {
  const said = custom?.['path'];
  if (typeof said === 'string') return pathNamedIn([said]) ?? oneLine(said);
  return pathNamedIn(plays.flatMap(({ play }) => [play.name ?? '', fileOf(play.path ?? '')]));
}

function fileOf(path: string): string {
  return path.split('/').at(-1) ?? '';
}

function figuresOf({ stats }: AnsibleRun): Record<string, number> | undefined {
  const sums = Object.values(stats);
  const rescued = sums.reduce((sum, host) => sum + (host.rescued ?? 0), 0);
  const ignored = sums.reduce((sum, host) => sum + (host.ignored ?? 0), 0);
  return rescued + ignored === 0 ? undefined : { rescued, ignored };
}
