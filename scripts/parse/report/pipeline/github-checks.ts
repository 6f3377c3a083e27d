import type { Step } from '../../../../src/records/index.ts';
import { type JsonReport, readJson } from '../json/json.ts';
import { readJsonList } from '../json/json-list.ts';
import { outlineOf } from '../json/json-outline.ts';
import type { ParsedReport, ReportFile, ReportReader } from '../parsed-report.ts';
import { commitsOf, instantOfText, known, oneLine, secondsBetween } from '../report-values.ts';
import {
  type Check,
  CheckRunsSchema,
  CommandLineSchema,
  JobsSchema,
  ofCommandLine,
  type Page,
} from './github-checks-schema.ts';
import { stepReport } from './pipeline-steps.ts';

const PAGES = 'Ask with per_page=100, or `gh api --paginate --slurp`, and give all pages.';

/**
 * Conclusions of GitHub in the words of steps. A neutral check neither passed nor failed; a stale one was given up by
 * GitHub.
 */
const RESULTS = new Map<string, Step['result']>([
  ['success', 'passed'],
  ['failure', 'failed'],
  ['timed_out', 'failed'],
  ['cancelled', 'failed'],
  ['action_required', 'failed'],
  ['startup_failure', 'failed'],
  ['skipped', 'skipped'],
  ['neutral', 'skipped'],
]);

/**
 * GitHub's check runs of a commit, or the jobs of a workflow run: answers of its REST interface, one page or all of
 * them in a list (`gh api --paginate --slurp`), or `gh run view --json jobs`. Throws a Fault where pages are missing.
 */
export const githubChecksReader: ReportReader = {
  format: 'github-checks',
  recognises: isChecks,
  parse: (file) => reportOf(checksOf(file)),
};

function isChecks(file: ReportFile): boolean {
  const outline = outlineOf(file);
  if (outline === undefined) return false;
  return ['', '[].'].some((prefix) => {
    if (outline.source(`${prefix}check_runs`) === '[') return true;
    if (outline.source(`${prefix}jobs`) !== '[') return false;
    return outline.has(`${prefix}total_count`) || outline.has(`${prefix}jobs[].conclusion`);
  });
}

function checksOf(file: ReportFile): JsonReport<Check[]> {
  const outline = outlineOf(file);
  const prefix = outline?.source('') === '[' ? '[].' : '';
  if (outline?.has(`${prefix}check_runs`)) return whole(readJsonList(file, CheckRunsSchema));
  if (outline?.has(`${prefix}total_count`)) return whole(readJsonList(file, JobsSchema));
  const { data, fault } = readJson(file, CommandLineSchema);
  return { data: ofCommandLine(data), fault };
}

/** The checks of all pages. Each page says how many there are on all of them. */
function whole({ data: pages, fault }: JsonReport<Page[]>): JsonReport<Check[]> {
  const checks = pages.flatMap(({ checks: onPage }) => onPage);
  const ids = checks.map(({ id }) => id).filter((id) => id !== undefined);
  const twice = ids.length - new Set(ids).size;
  if (twice > 0) throw fault(`lists ${twice} checks twice: a page stands twice`, [], PAGES);
  const total = Math.max(0, ...pages.map((page) => page.total));
  const why = total > checks.length ? 'it is cut off' : 'it contradicts itself';
  if (total !== checks.length)
    throw fault(`says ${total} and lists ${checks.length}: ${why}`, [0, 'total_count'], PAGES);
  return { data: checks, fault };
}

function reportOf({ data: checks, fault }: JsonReport<Check[]>): ParsedReport {
  const named = new Set(checks.map(({ commit }) => commit).filter((commit) => commit !== undefined));
  if (named.size > 1)
    throw fault(`is of ${named.size} commits: ${[...named].join(', ')}`, [], 'Give those of one commit.');
  const attempts = new Set(checks.map(({ attempt }) => attempt));
  if (attempts.size > 1)
    throw fault(
      `mixes ${attempts.size} attempts`,
      [],
      'Give one attempt: ask with filter=latest, or for /attempts/<number>/jobs.',
    );
  return {
    ...stepReport('github-checks', checks.map(stepOf)),
    tool: 'GitHub',
    commits: commitsOf([...named]),
  };
}

function stepOf(check: Check): Step {
  const at = instantOfText(check.startedAt);
  const seconds = secondsBetween(at, instantOfText(check.completedAt));
  return { name: oneLine(check.name) || '(no name)', result: resultOf(check), ...known({ at, seconds }) };
}

function resultOf({ status, conclusion }: Check): Step['result'] {
  if (status !== undefined && status !== 'completed') return 'running';
  return RESULTS.get(conclusion ?? '') ?? 'unknown';
}
