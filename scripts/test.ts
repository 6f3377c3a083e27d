import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** What must hold besides the tests, each counted as one. */
const CHECKS: { name: string; command: string[] }[] = [
  { name: 'lint and formatting of scripts', command: ['biome', 'check', '.'] },
  { name: 'formatting of pages', command: ['prettier', '--check', '--log-level', 'warn', 'src/**/*.astro'] },
  { name: 'types of pages', command: ['astro', 'check', '--minimumSeverity', 'warning'] },
  { name: 'types of scripts', command: ['tsc', '--noEmit'] },
];

interface Count {
  passed: number;
  failed: number;
}

/** Runs the checks, one after the other, and says which do not hold. */
function runChecks(): Count {
  const count = { passed: 0, failed: 0 };
  for (const { name, command } of CHECKS) {
    const [program = '', ...args] = command;
    const { status, stdout, stderr } = run(program, args, 'pipe');
    process.stdout.write(`${status === 0 ? '✓' : '✗'} ${name}\n`);
    if (status === 0) count.passed += 1;
    else {
      count.failed += 1;
      process.stdout.write(`${stdout}${stderr}\n`);
    }
  }
  return count;
}

/** Runs vitest; its own report goes to the screen, the count comes from its JSON. */
function runTests(args: string[]): Count {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'ledger-test-'));
  const file = path.join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const { status } = run('vitest', ['run', ...reporters, ...args], 'inherit');
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

function run(program: string, args: string[], stdio: 'pipe' | 'inherit') {
  const binary = path.join('node_modules', '.bin', program);
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
  return spawnSync(binary, args, {
    stdio: ['ignore', stdio, stdio],
    encoding: 'utf8',
    env,
    maxBuffer: 2 ** 28,
  });
}

const checks = runChecks();
const tests = runTests(process.argv.slice(2));
const failed = checks.failed + tests.failed;
process.stdout.write(`\n${checks.passed + tests.passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
