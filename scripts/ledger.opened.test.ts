import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { sealBigLedger } from './bench/big-ledger/seal-ledger.ts';
import type { LedgerShape } from './bench/big-ledger/shape.ts';
import { writeBigLedger } from './bench/big-ledger.ts';
import { runCommand } from './testing/child.ts';
import { beyond, type Observed, observed } from './testing/opened/places.ts';
import { useWorkspace } from './testing/workspace.ts';

const SHAPE: LedgerShape = {
  ...{ products: 2, releases: 60, changes: 3, reports: 5, years: 1 },
  until: '2026-09-25T11:30:00+00:00',
};
/** A release in the middle of its product's thirty, and the one before it. */
const [PRODUCT, VERSION, BEFORE] = ['aster', '1.20.0', '1.19.0'];
const OF = `--product ${PRODUCT} --release ${VERSION}`;
const IN = `--product ${PRODUCT} --environment production`;
const BOUND = `--commit ${'a'.repeat(40)}`;
const WHO = '--by ada-brook';
const RUNS = '--ran-by release-bot';

const space = useWorkspace();
let content = '';

beforeAll(async () => {
  content = path.join(space.root, 'content');
  writeBigLedger(content, SHAPE);
  sealBigLedger(content, SHAPE);
  writeFileSync(path.join(space.root, 'junit.xml'), junit('one'));
  writeFileSync(path.join(space.root, 'more.xml'), junit('one', 'two'));
  writeFileSync(path.join(space.root, 'lcov.info'), 'TN:\nSF:a.go\nDA:1,1\nLF:1\nLH:1\nend_of_record\n');
  await run('keygen --name releases.example.org/ledger --out key');
});

function junit(...names: string[]): string {
  const cases = names.map((name) => `<testcase classname="core" name="${name}" time="0.1"/>`).join('');
  return `<?xml version="1.0"?>\n<testsuites><testsuite name="load" tests="${names.length}" failures="0" errors="0" skipped="0" time="1" timestamp="2026-09-20T10:00:00Z">${cases}</testsuite></testsuites>\n`;
}

async function run(command: string): Promise<void> {
  const { code, said } = await runCommand(['--content', content, ...command.split(' ')], {
    folder: space.root,
  });
  expect(code, said).toBeLessThan(2);
}

async function watched(command: string): Promise<Observed> {
  const told = await observed(command.split(' '), { folder: space.root, content });
  expect(told.code, told.said).toBeLessThan(2);
  return told;
}

/** Verbs that concern one release, in the order in which they run. */
const ON_ONE_RELEASE = [
  `verdict ${OF}`,
  `attest ${OF} --out statements`,
  `call ${OF}`,
  `notes ${OF}`,
  `conservation ${OF}`,
  `announce ${OF} --format github`,
  `proofread ${OF}`,
  `draft ${OF}`,
  `votes ${OF}`,
  `vote ${OF} --role sre --decision go --because Fine. --by cleo-dunn ${RUNS}`,
  `stage lcov.info ${OF} --stage unit-tests --module ${PRODUCT} ${BOUND}`,
  `waive ${OF} --control gates --until 14 --because Outage. ${WHO}`,
  `amend ${OF} --because Later. --adds waivers/gates.md ${WHO}`,
  `open ${OF} --because Planned. ${WHO}`,
  `amend-note ${OF} --says Corrected.`,
];

const READS = '(?:asks|lists|opens)';
const SEAL = String.raw`seal(?:-\d+)?\.json`;
const CHAIN = String.raw`${READS} ledger/\w+(?:/releases(?:/[\d.]+)?|/deployments)?(?:/${SEAL})?`;
const DEPLOYMENT_SEALS = String.raw`${READS} ledger/aster/deployments/(?:${SEAL}|redactions/\d+\.json)`;
const DEPLOYMENTS = `(?:${DEPLOYMENT_SEALS}|${READS} ledger/aster/deployments/production/.*)`;
const NOTES = String.raw`opens notes/aster/[\d.]+\.md`;

/** Verbs whose answer is about more than a release: what else they may open, and why. */
const BEYOND: { command: string; also: string; because: string }[] = [
  {
    command: `stage more.xml ${OF} --stage load ${BOUND}`,
    also: String.raw`(?:lists|opens) ledger/aster/releases/1\.19\.0/(?:stages|stages/8-load\.md|evidence/[^/]+)`,
    because: 'test cases are compared with those of the last release that ran the stage',
  },
  {
    command: `deploy ${OF} --environment production ${RUNS}`,
    also: DEPLOYMENT_SEALS,
    because: 'the seals of the deployments say whether a record may still be completed',
  },
  {
    command: `rollback-plan ${IN} --to ${VERSION}`,
    also: String.raw`(?:${DEPLOYMENTS}|${READS} (?:ledger/aster/releases|notes/aster)/1\.2\d\.0.*)`,
    because: 'a way back leads over all releases between what runs and where it ends',
  },
  {
    command: `rollback ${IN} --release ${BEFORE} --because Errors. --not-bad ${RUNS}`,
    also: String.raw`(?:${DEPLOYMENTS}|${READS} (?:ledger/aster/releases|notes/aster)/1\.19\.0.*)`,
    because: 'which release was taken away, and which images are back, is told by what ran there before',
  },
  {
    command: `seal ${OF} ${WHO}`,
    also: CHAIN,
    because: 'nothing is added to a chain that is not in order, and only a whole chain can be',
  },
  { command: `prove ${OF} --key key`, also: CHAIN, because: 'a proof is a place in the whole chain' },
  {
    command: `pack ${OF} --key key --out pack.zip`,
    also: `(?:${CHAIN}|${DEPLOYMENTS})`,
    because: 'it holds proofs, and the seal of the deployments, which covers all of them',
  },
  {
    command: `redact ${OF} --file release.md --text v${VERSION} --because Asked. --secret secret.json ${WHO}`,
    also: '.*',
    because: 'it says where else in the ledger the value stands',
  },
  {
    command: `amend-note ${OF} --says Found. --known Slow.`,
    also: NOTES,
    because: 'a known issue gets a number that no other note of the product has',
  },
  {
    command: `announce ${OF} --format changelog`,
    also: NOTES,
    because: 'a changelog tells of every release that this one holds',
  },
];

/** Verbs that are of no single release, or that read repositories and platforms. */
const OF_ALL = [
  ...[
    'harvest',
    'check',
    'import',
    'init',
    'deployments',
    'environments',
    'population',
    'sample',
    'delivery',
  ],
  ...['verify', 'doctor', 'migrate', 'keygen', 'checkpoint', 'disclose', 'build', 'dev', 'preview', 'help'],
];

describe('a verb on one release opens that release alone', () => {
  test.each(ON_ONE_RELEASE)('%s', async (command) => {
    const { places } = await watched(command);
    expect(places.some((place) => place.startsWith('opens ') && place.includes(VERSION))).toBe(true);
    expect(beyond(places, PRODUCT, VERSION)).toEqual([]);
  });
});

describe('a verb that opens more opens what its answer is about', () => {
  beforeAll(() => run(`stage junit.xml --product ${PRODUCT} --release ${BEFORE} --stage load ${BOUND}`));

  test.each(BEYOND)('$command', async ({ command, also, because }) => {
    const { places } = await watched(command);
    const more = beyond(places, PRODUCT, VERSION);
    expect(more, `an exception that is none any more: ${because}`).not.toEqual([]);
    expect(more.filter((place) => !new RegExp(`^${also}$`).test(place))).toEqual([]);
  });
});

test('every verb is held to it, or it is said why not', async () => {
  const { printed } = await runCommand(['--help'], { folder: space.root });
  const verbs = [...printed.matchAll(/^ {2}([a-z][a-z-]*) (?:\[|<| )/gm)].map(([, verb = '']) => verb);
  const told = [...ON_ONE_RELEASE, ...BEYOND.map(({ command }) => command)].map(
    (command) => command.split(' ')[0] ?? '',
  );
  expect(verbs.length).toBeGreaterThan(25);
  expect([...new Set([...told, ...OF_ALL])].sort()).toEqual(verbs.sort());
});
