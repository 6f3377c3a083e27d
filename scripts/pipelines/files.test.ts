import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readYaml } from './testing/github-runner.ts';
import { shellBlocks } from './testing/plain-runner.ts';
import { ROOT } from './testing/scene.ts';

interface Step {
  run?: string;
  uses?: string;
  shell?: string;
}

interface Job {
  steps?: Step[];
  uses?: string;
  permissions?: Record<string, string>;
  'timeout-minutes'?: number;
  concurrency?: { group: string };
}

interface Workflow {
  on: Record<string, unknown>;
  permissions?: object;
  jobs: Record<string, Job>;
}

const WORKFLOWS = [
  '.github/workflows/release.yml',
  'scripts/pipelines/github/ledger.yml',
  'scripts/pipelines/github/tell-ledger.yml',
];
const ACTION = 'action.yml';
const workflow = (file: string): Workflow => readYaml<Workflow>(file);
const action = readYaml<{ runs: { steps: Step[] }; inputs: Record<string, { description: string }> }>(ACTION);
const jobs = WORKFLOWS.flatMap((file) => Object.entries(workflow(file).jobs));
const steps = [...jobs.flatMap(([, job]) => job.steps ?? []), ...action.runs.steps];

/** Names of what a text takes from elsewhere, as "inputs.release". */
function named(text: string, from: string): string[] {
  return [...text.matchAll(new RegExp(`\\b${from}\\.([a-z][\\w-]*)`, 'g'))].map(([, name = '']) => name);
}

describe('the files for GitHub', () => {
  test('no expression stands in a command: what strangers name cannot become one', () => {
    const commands = steps.flatMap(({ run }) => run ?? []);
    expect(commands.length).toBeGreaterThan(5);
    expect(commands.filter((run) => run.includes('${{'))).toEqual([]);
  });

  test('only GitHub’s own actions are used, at a major version', () => {
    const used = steps.flatMap(({ uses }) => uses ?? []);
    expect(used.length).toBeGreaterThan(8);
    expect(used.filter((uses) => uses !== './tool' && !/^actions\/[\w-]+@v\d+$/.test(uses))).toEqual([]);
  });

  test('nothing runs with the rights of a stranger’s pull request', () => {
    for (const file of WORKFLOWS) {
      const events = Object.keys(workflow(file).on);
      expect(
        events.filter((event) => !['push', 'workflow_call', 'workflow_dispatch'].includes(event)),
      ).toEqual([]);
    }
  });

  test('every job has the rights that it needs, and an end', () => {
    expect(workflow('.github/workflows/release.yml').permissions).toEqual({});
    const own = Object.entries(workflow('.github/workflows/release.yml').jobs);
    expect(Object.fromEntries(own.map(([id, { permissions }]) => [id, permissions]))).toEqual({
      draft: { contents: 'write', 'pull-requests': 'write' },
      publish: { contents: 'write' },
      pages: { pages: 'write', 'id-token': 'write' },
    });
    for (const [id, job] of jobs.filter(([, { steps: has }]) => has !== undefined))
      expect(job['timeout-minutes'], id).toBeLessThanOrEqual(60);
  });

  test('a caller gives every job the rights that it asks for', () => {
    const caller = workflow('scripts/pipelines/github/ledger.yml').jobs['ledger'];
    const asked = Object.values(workflow('.github/workflows/release.yml').jobs).map(
      ({ permissions }) => permissions,
    );
    expect(caller?.permissions).toEqual(Object.assign({}, ...asked));
  });

  test('two runs that write to the same branch wait for each other', () => {
    const { draft, publish } = workflow('.github/workflows/release.yml').jobs;
    for (const job of [draft, publish]) expect(job?.concurrency?.group).toMatch(/^ledger-/);
  });

  test('every input that is used is declared, and the other way round', () => {
    const text = readFileSync(path.join(ROOT, ACTION), 'utf8');
    expect([...new Set(named(text, 'inputs'))].sort()).toEqual(Object.keys(action.inputs).sort());
    const called = workflow('.github/workflows/release.yml');
    const { inputs, secrets } = called.on['workflow_call'] as Record<string, object>;
    const own = JSON.stringify(called.jobs);
    expect([...new Set(named(own, 'inputs'))].sort()).toEqual(Object.keys(inputs ?? {}).sort());
    expect([...new Set(named(own, 'secrets'))].sort()).toEqual(Object.keys(secrets ?? {}).sort());
  });

  test('what is given to the action is what it takes', () => {
    const given = jobs.flatMap(([, job]) =>
      (job.steps ?? [])
        .filter(({ uses }) => uses === './tool')
        .flatMap((step) => Object.keys((step as { with?: object }).with ?? {})),
    );
    expect(given.filter((name) => !(name in action.inputs))).toEqual([]);
  });

  test('what a caller writes is short', () => {
    const lines = readFileSync(path.join(ROOT, 'scripts/pipelines/github/ledger.yml'), 'utf8')
      .trim()
      .split('\n');
    expect(lines.filter((line) => !line.startsWith('#')).length).toBeLessThanOrEqual(15);
    expect(readFileSync(path.join(ROOT, 'README.md'), 'utf8')).toContain(lines.slice(1).join('\n'));
  });
});

test('all servers run the same commands of the tool', () => {
  const jenkins = readFileSync(path.join(ROOT, 'scripts/pipelines/jenkins/Jenkinsfile'), 'utf8');
  const gitlab = readYaml<Record<string, { script?: string[] }>>(
    'scripts/pipelines/gitlab/ledger.gitlab-ci.yml',
  );
  const verbs = (lines: string): string[] =>
    [
      ...lines.matchAll(
        /ledger -- --content "[^"]*" (\w+(?: --all)?)|\brun --silent --prefix "\$TOOL" (build)/g,
      ),
    ].map(([, verb, build]) => verb ?? build ?? '');
  const expected = ['harvest', 'draft', 'seal --all', 'checkpoint', 'build'];
  expect(verbs(action.runs.steps.map(({ run = '' }) => run).join('\n'))).toEqual(expected);
  expect(verbs(['draft', 'publish'].flatMap((job) => gitlab[job]?.script ?? []).join('\n'))).toEqual(
    expected,
  );
  const stages = ['Draft the note', 'Seal and build'].flatMap((stage) => shellBlocks(jenkins, stage));
  expect(verbs(stages.join('\n'))).toEqual(expected);
});
