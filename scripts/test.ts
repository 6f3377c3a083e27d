import { type StdioOptions, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';

interface Check {
  name: string;
  command: string[];
}

/** What must hold besides the tests, each counted as one: two lists that take about as long, one beside the other. */
const CHECKS: Check[][] = [
  [{ name: 'types of pages', command: ['astro', 'check', '--minimumSeverity', 'warning'] }],
  [
    { name: 'lint and formatting of scripts', command: ['biome', 'check', '.'] },
    {
      name: 'formatting of pages',
      command: ['prettier', '--check', '--log-level', 'warn', 'src/**/*.astro'],
    },
    { name: 'types of scripts', command: ['tsc', '--noEmit'] },
  ],
];

interface Count {
  passed: number;
  failed: number;
}

/** Runs the checks, and says which do not hold. */
async function runChecks(): Promise<Count> {
  const held = (await Promise.all(CHECKS.map(runInTurn))).flat();
  const passed = held.filter((holds) => holds).length;
  return { passed, failed: held.length - passed };
}

/** Runs checks one after the other; true for each that holds. */
async function runInTurn(checks: readonly Check[]): Promise<boolean[]> {
  const held: boolean[] = [];
  for (const { name, command } of checks) {
    const [program = '', ...args] = command;
    const { status, said } = await run(program, args, 'pipe');
    process.stdout.write(status === 0 ? `✓ ${name}\n` : `✗ ${name}\n${said}\n`);
    held.push(status === 0);
  }
  return held;
}

/** Runs vitest; its own report goes to the screen, the count comes from its JSON. */
async function runTests(args: string[]): Promise<Count> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'ledger-test-'));
  const file = path.join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const { status } = await run('vitest', ['run', ...reporters, ...args], 'inherit');
    const report = JSON.parse(readFileSync(file, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
    };
    // A file that cannot be loaded fails no test, but it fails the run.
    const failed = Math.max(report.numFailedTests, status === 0 ? 0 : 1);
    return { passed: report.numPassedTests, failed };
  } catch (error) {
    process.stdout.write(`vitest gave no report: ${String(error)}\n`);
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Ended {
  /** Null where it was killed. */
  status: number | null;
  /** What it said on both of its outputs, where it did not say it to the screen itself. */
  said: string;
}

async function run(program: string, args: string[], output: 'pipe' | 'inherit'): Promise<Ended> {
  const stdio: StdioOptions = ['ignore', output, output];
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
  const child = spawn(path.join('node_modules', '.bin', program), args, { stdio, env });
  const status = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const said = [child.stdout, child.stderr].map((stream) => (stream === null ? '' : text(stream)));
  return { status: await status, said: (await Promise.all(said)).join('') };
}

const checks = await runChecks();
const tests = await runTests(process.argv.slice(2));
const failed = checks.failed + tests.failed;
process.stdout.write(`\n${checks.passed + tests.passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
