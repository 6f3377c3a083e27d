import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Seal } from '../../src/records/index.ts';
import { makeSeal, sealText } from '../seal/make-seal.ts';
import { type ListedSeal, readSealList, SEAL_LIST, sealListText } from '../seal/seal-list.ts';
import { sealedFile } from '../seal/sealable-files.ts';
import type { Verification } from '../seal/verify/verify-ledger.ts';
import { parseSeal, textDigest } from '../store/sealed-files.ts';
import { type CheckpointOptions, checkpoint, keygen, prove } from '../verbs/checkpoint.ts';
import { type DeployOptions, deploy } from '../verbs/deploy.ts';
import { type SealOptions, seal } from '../verbs/seal.ts';
import { type StageOptions, stage } from '../verbs/stage.ts';
import { type VerifyOptions, verify } from '../verbs/verify.ts';
import { type VoteOptions, vote } from '../verbs/vote.ts';
import { git, RepositoryBuilder } from '../world/index.ts';
import { type Answer, answerOf } from './answer.ts';
import { processLines } from './opened-ledger.ts';
import { TestLedger } from './test-ledger.ts';
import type { Workspace } from './workspace.ts';

/** When everything of the sample is filed and sealed, unless a test says otherwise. */
export const SEALED_AT = '2026-03-04T12:00:00+00:00';

/** The name of the sample's log. */
export const ORIGIN = 'releases.example.org/ledger';

/** A product with one module, two tagged releases and its people; nothing is sealed. */
export async function sealableLedger(folder: string, product = 'core'): Promise<TestLedger> {
  const ledger = new TestLedger(folder, product);
  const module = `  - { id: ${product}, repository: ../${product}.git, tags: ["v{version}"] }`;
  ledger.writePolicy(
    module,
    `${processLines('Etc/UTC')}environments: [{ id: production, production: true }]\n`,
  );
  await ledger.harvest(twoReleases());
  return ledger;
}

/** The repository of every sample product. */
export function twoReleases(): RepositoryBuilder {
  const repo = new RepositoryBuilder();
  repo.commit({ message: 'feat: begin (#1)' });
  repo.tag('v1.0.0', repo.tip(), { annotated: true });
  repo.commit({ message: 'fix: mend the list (#2)' });
  repo.commit({ message: 'docs: tell how' });
  repo.tag('v1.1.0', repo.tip(), { annotated: true });
  return repo;
}

/**
 * A ledger of two products with every kind of sealed file: votes, a report with its evidence, a deployment; sealed as
 * number 0 (core 1.0.0), 1 (web 1.0.0), 2 (core 1.1.0), 3 (core's deployments) and 4 (what was added to core 1.0.0).
 */
export async function sealedSample(space: Workspace, name: string): Promise<TestLedger> {
  const folder = path.join(space.root, name);
  const [core, web] = [await sealableLedger(folder), await sealableLedger(folder, 'web')];
  await well(tryStage(core, '1.0.0'));
  await well(tryVote(core, '1.0.0', { ranBy: 'Asha Rao', role: 'module-lead' }));
  await well(trySeal(core, { release: '1.0.0' }));
  await well(trySeal(web, { release: '1.0.0' }));
  await well(trySeal(core, { release: '1.1.0' }));
  await well(tryDeployment(core, '1.0.0'));
  await well(trySeal(core, { deployments: true }));
  await well(tryVote(core, '1.0.0', { ranBy: 'Cyra Osei', role: 'sre' }));
  await well(trySeal(core, { release: '1.0.0' }));
  return core;
}

/** The same ledger at another place, without its repositories: what an attacker does to it touches nothing else. */
export function copyOf(ledger: TestLedger, folder: string): TestLedger {
  const copy = new TestLedger(folder, ledger.product);
  cpSync(ledger.content, copy.content, { recursive: true });
  return copy;
}

/** Gives the answer of a command that has to end well. */
export async function well(answer: Promise<Answer>): Promise<Answer> {
  const given = await answer;
  if (given.code !== 0) throw new Error(`ended with ${given.code}: ${given.said}${given.printed}`);
  return given;
}

/** Runs `ledger seal`. */
export function trySeal(ledger: TestLedger, more: Partial<SealOptions>, json = false): Promise<Answer> {
  const usual = { ...of(ledger), ranBy: 'Cyra Osei', now: SEALED_AT };
  return answerOf((console) => seal({ ...usual, ...more }, console), { json });
}

/** Runs `ledger verify`. */
export function tryVerify(ledger: TestLedger, more: Partial<VerifyOptions> = {}): Promise<Answer> {
  return answerOf((console) => verify({ content: ledger.content, ...more }, console));
}

/** What a verification told: "file: text" of each alarm, and of each notice. */
export interface Verified {
  code: number;
  alarms: string[];
  notices: string[];
}

/** Runs `ledger verify --json`. */
export async function verified(ledger: TestLedger, more: Partial<VerifyOptions> = {}): Promise<Verified> {
  const options = { content: ledger.content, ...more };
  const { code, printed, said } = await answerOf((console) => verify(options, console), { json: true });
  if (printed === '') throw new Error(`verify ended with ${code}: ${said}`);
  const { findings } = JSON.parse(printed) as Verification;
  const told = (is: string): string[] =>
    findings.flatMap((each) => (each.is === is ? [`${each.file ?? ''}: ${each.text}`] : []));
  return { code, alarms: told('alarm'), notices: told('notice') };
}

/** Files a report of the unit tests, whose bytes become evidence. */
export function tryStage(ledger: TestLedger, release: string, name = 'begin'): Promise<Answer> {
  const file = path.join(ledger.folder, 'report.xml');
  writeFileSync(
    file,
    `<testsuite name="unit" tests="1"><testcase classname="a" name="${name}"/></testsuite>\n`,
  );
  const options: StageOptions = {
    ...of(ledger),
    release,
    stage: 'unit-tests',
    files: [file],
    now: SEALED_AT,
  };
  return answerOf((console) => stage(options, console));
}

/** Casts a GO. */
export function tryVote(ledger: TestLedger, release: string, more: Partial<VoteOptions>): Promise<Answer> {
  const usual = { role: 'sre', decision: 'go' as const, because: 'All is green.', now: SEALED_AT };
  return answerOf((console) => vote({ ...of(ledger), release, ...usual, ...more }, console));
}

/** Records a deployment to production. */
export function tryDeployment(
  ledger: TestLedger,
  release: string,
  more: Partial<DeployOptions> = {},
): Promise<Answer> {
  const usual = { environment: 'production', ranBy: 'Cyra Osei', at: '2026-03-04T11:00:00Z', now: SEALED_AT };
  return answerOf((console) => deploy({ ...of(ledger), release, ...usual, ...more }, console));
}

/** A key pair on disk. */
export interface KeyFiles {
  /** The file of the private key. */
  key: string;
  /** The public key's text. */
  publicKey: string;
}

/** Makes a key pair beside a ledger. */
export async function keyFiles(ledger: TestLedger, name = 'key', origin = ORIGIN): Promise<KeyFiles> {
  const key = path.join(ledger.folder, name);
  await well(answerOf((console) => keygen({ content: ledger.content, name: origin, out: key }, console)));
  return { key, publicKey: readFileSync(`${key}.pub`, 'utf8').trim() };
}

/** Runs `ledger checkpoint`. */
export function tryCheckpoint(
  ledger: TestLedger,
  more: Partial<CheckpointOptions>,
  json = false,
): Promise<Answer> {
  return answerOf((console) => checkpoint({ content: ledger.content, ...more }, console), { json });
}

/** Signs what a ledger's chain is now into a file, and gives the options that verify by it. */
export async function keptCheckpoint(
  ledger: TestLedger,
  { key, publicKey }: KeyFiles,
  name = 'kept.checkpoint',
): Promise<{ checkpoint: string; publicKey: string }> {
  const file = path.join(ledger.folder, name);
  await well(tryCheckpoint(ledger, { key, out: file }));
  return { checkpoint: file, publicKey };
}

/** Runs `ledger prove`. */
export function tryProve(
  ledger: TestLedger,
  release: string,
  more: Partial<CheckpointOptions>,
): Promise<Answer> {
  return answerOf((console) => prove({ ...of(ledger), release, ...more }, console));
}

function of({ content, product }: TestLedger): { content: string; product: string } {
  return { content, product };
}

/** The chain's seals with their paths, in its order. */
export function sealsOf({ content }: TestLedger): { file: string; seal: Seal }[] {
  return readSealList(content).map(({ path: file }) => ({
    file,
    seal: parseSeal(readFileSync(path.join(content, file)), file),
  }));
}

/** What is in no seal: policies, which are edited, and what git is told of line ends. */
const IN_NO_SEAL = /^ledger\/(?:[^/]+\/policy\.md|\.gitattributes)$/;

/** Every other path of the ledger's internal part. */
export function sealedPaths(ledger: TestLedger): string[] {
  return [...ledger.state().keys()].filter((file) => file.startsWith('ledger/') && !IN_NO_SEAL.test(file));
}

/**
 * What somebody does who can write everything and knows all formats: computes every seal, in that order, from what lies
 * there now.
 */
export function forgeChain(ledger: TestLedger, seals: readonly { file: string; seal: Seal }[]): void {
  const { content } = ledger;
  const chain: ListedSeal[] = [];
  for (const { file, seal: sealed } of seals) {
    const files = sealed.files.map((each) =>
      sealedFile(each.path, readFileSync(path.join(content, each.path))),
    );
    const { version, verdict, note, ...rest } = sealed;
    const optional = {
      ...(version !== undefined && { version }),
      ...(verdict !== undefined && { verdict }),
      ...(note !== undefined && { note }),
    };
    const text = sealText(makeSeal({ ...rest, ...optional, files }, chain));
    mkdirSync(path.dirname(ledger.file(file)), { recursive: true });
    writeFileSync(ledger.file(file), text);
    chain.push({ digest: textDigest(text), path: file });
  }
  writeFileSync(ledger.file(SEAL_LIST), sealListText(chain));
}

/** Commits what lies in the ledger's folder, as somebody. The first time makes a repository of it. */
export async function commitLedger({ content }: TestLedger, author: string): Promise<void> {
  await git(content, ['init', '--quiet']);
  await git(content, ['add', '--all']);
  const who = ['-c', `user.name=${author}`, '-c', 'user.email=who@example.org', '-c', 'commit.gpgSign=false'];
  await git(content, [...who, 'commit', '--quiet', '--message', `What ${author} filed`]);
}
