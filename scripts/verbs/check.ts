import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Fault, headingOf, type Module, type Policy } from '../../src/records/index.ts';
import { checkPullRequest, type PullRequestCheck } from '../harvest/pull-request-check.ts';
import { wordingFor } from '../harvest/wording.ts';
import { type ParsedPullRequest, parsePullRequest } from '../parse/github/pull-request.ts';
import { connectGitHub } from '../sources/github/client.ts';
import { KeptAnswers } from '../sources/github/kept-answers.ts';
import { GitHubRepository } from '../sources/github/repository.ts';
import { LedgerReader } from '../store/read.ts';
import type { Console } from './console.ts';
import { gitHubAccess } from './platform.ts';

/** What `ledger check` is asked for. */
export interface CheckOptions {
  content: string;
  product: string;
  pullRequest: string;
  /** The module whose repository it is of; needed where several have one. */
  module?: string;
}

/** Says whether a pull request would be harvested well, and what to write where it would not. */
export async function check(options: CheckOptions, out: Console): Promise<number> {
  const number = numberOf(options.pullRequest);
  const reader = new LedgerReader(options.content);
  const { policy } = reader.knownPolicy(options.product);
  const module = moduleOf(policy, options.module);
  const pull = await askFor(number, module.github ?? '', out);
  const own = policy.modules.flatMap(({ github }) => github ?? []);
  const wording = wordingFor(reader, policy, own);
  return report(options.product, checkPullRequest(pull, module.id, policy, wording), out);
}

function numberOf(text: string): number {
  if (!/^#?[1-9]\d{0,8}$/.test(text))
    throw new Fault(`"${text}" is no pull request's number`, { hint: 'Write --pull-request 12.' });
  return Number(text.replace('#', ''));
}

/** The module that is named, else the one whose repository the checks run in, else the only one. */
function moduleOf(policy: Policy, wanted: string | undefined): Module {
  const known = policy.modules.filter(({ github }) => github !== undefined);
  const running = process.env['GITHUB_REPOSITORY']?.toLowerCase();
  const found =
    wanted === undefined
      ? (known.find(({ github }) => github?.toLowerCase() === running) ??
        (known.length === 1 ? known[0] : undefined))
      : known.find(({ id }) => id === wanted);
  if (found !== undefined) return found;
  throw new Fault(
    known.length === 0
      ? `no module of ${policy.product} names its repository on GitHub`
      : `the module of the pull request is not clear`,
    {
      hint:
        known.length === 0
          ? 'Write "github: OWNER/NAME" into the module in policy.md.'
          : `Write --module with one of ${known.map(({ id }) => id).join(', ')}.`,
    },
  );
}

async function askFor(number: number, repository: string, out: Console): Promise<ParsedPullRequest> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'ledger-check-'));
  const kept = new KeptAnswers(path.join(folder, 'answers.ndjson'));
  try {
    const github = connectGitHub(gitHubAccess(out));
    await new GitHubRepository(github, repository, kept, out.progress).askNumbers([number]);
    const answer = kept.numbered(number);
    if (answer?.__typename === 'PullRequest') return parsePullRequest(answer, repository);
    throw new Fault(
      `#${number} of ${repository} is ${answer?.__typename === 'Issue' ? 'an issue' : 'not there'}, no pull request`,
    );
  } finally {
    kept.close();
    rmSync(folder, { recursive: true });
  }
}

function report(product: string, result: PullRequestCheck, out: Console): number {
  const ok = result.findings.every((finding) => finding.ok);
  if (out.json) out.result({ product, ok, ...result });
  else {
    for (const { section, markdown } of result.entries) out.print(`${headingOf(section)}\n- ${markdown}\n\n`);
    for (const finding of result.findings) {
      out.say(`${finding.ok ? '✓' : '✗'} ${finding.says}`);
      if (!finding.ok) out.say(`  ${finding.todo}`);
    }
  }
  return ok ? 0 : 1;
}
