import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Fault, type Policy } from '../../src/records/index.ts';
import { modulesByFolder } from '../harvest/load.ts';
import { recordedSource } from '../harvest/platform/recorded-source.ts';
import type { PlatformSource } from '../harvest/platform/source.ts';
import { openClone } from '../sources/git/client.ts';
import { gitHubUrl } from '../sources/github/address.ts';
import type { Fetch, GitHubAccess } from '../sources/github/client.ts';
import { cacheFolder } from '../store/cache-folder.ts';
import type { LedgerReader } from '../store/read.ts';
import type { Console } from './console.ts';

/** What decides where pull requests are asked for. */
export interface PlatformOptions {
  product: string;
  offline?: boolean;
  record?: string;
  replay?: string;
}

/** Where a harvest learns of pull requests. */
export interface HarvestPlatform {
  /** What was asked, so that another answer counts as something new. */
  name: string;
  source: PlatformSource;
  /** Everything is asked for, though nothing may be new. */
  everything: boolean;
  /** A digest of what the platform has: another one than at the last harvest counts as something new. */
  state(policy: Policy, content: string): Promise<string>;
  /** Ends the work with it; `whole` where everything is written. */
  close(whole: boolean): Promise<void>;
}

/** GitHub as the environment names it. Throws a Fault where no token is set. */
export function gitHubAccess(out: Console): GitHubAccess {
  const token = tokenInEnvironment();
  if (token === '')
    throw new Fault('GITHUB_TOKEN is not set, and only GitHub can tell', {
      hint: 'Set it to a token that may read pull requests; in GitHub Actions that is github.token.',
    });
  const url = gitHubUrl();
  return { url, token, fetch, progress: out.progress };
}

/** Empty where none is set. Whatever cannot be sent would be quoted in the error of whoever tries. */
function tokenInEnvironment(): string {
  const token = (process.env['GITHUB_TOKEN'] ?? '').trim();
  if (/[^\x21-\x7e]/.test(token))
    throw new Fault('GITHUB_TOKEN is no token: it has blanks, line breaks or letters that no token has', {
      hint: 'Set it to the token alone.',
    });
  return token;
}

/** GitHub with a token, a recording of it, or what the ledger holds already; says what is missing then. */
export async function openPlatform(
  options: PlatformOptions,
  reader: LedgerReader,
  out: Console,
): Promise<HarvestPlatform> {
  const url = gitHubUrl();
  if (options.replay !== undefined) return replaying(options.replay, url, out);
  const token = options.offline === true ? '' : tokenInEnvironment();
  if (token !== '') return asking(options, url, token, out);
  if (options.offline !== true)
    out.say(
      'GITHUB_TOKEN is not set: GitHub was not asked. Pull requests that no message names, reviews, checks and release notes in descriptions are missing, unless an earlier harvest wrote them down.',
    );
  return {
    name: 'recorded',
    source: recordedSource(reader, options.product),
    everything: false,
    state: async () => '',
    close: async () => {},
  };
}

async function asking(
  { record }: PlatformOptions,
  url: string,
  token: string,
  out: Console,
): Promise<HarvestPlatform> {
  if (record === undefined) {
    const folder = path.join(cacheFolder(), 'github');
    return gitHub({ url, token, fetch, folder, everything: false, close() {} }, out);
  }
  const { recordAnswers } = await import('../sources/github/recording.ts');
  const recorder = recordAnswers(record, fetch);
  const folder = temporaryFolder();
  const close = (whole: boolean): void => {
    recorder.close(whole);
    rmSync(folder, { recursive: true });
  };
  return gitHub({ url, token, fetch: recorder.fetch, folder, everything: true, close }, out);
}

async function replaying(file: string, url: string, out: Console): Promise<HarvestPlatform> {
  const { replayAnswers } = await import('../sources/github/recording.ts');
  const answers = replayAnswers(file);
  const folder = temporaryFolder();
  const close = (): void => rmSync(folder, { recursive: true });
  // Failures were recorded too, but not the time that was waited for them.
  const second = 1;
  return gitHub({ url, token: null, fetch: answers, folder, everything: true, close, second }, out);
}

/** A recording is whole only where every answer passes through it: nothing that was kept before is used. */
function temporaryFolder(): string {
  return mkdtempSync(path.join(os.tmpdir(), 'ledger-github-'));
}

interface Asked {
  url: string;
  token: string | null;
  fetch: Fetch;
  folder: string;
  /** Ask for everything, though nothing may be new. */
  everything: boolean;
  close(whole: boolean): void;
  second?: number;
}

async function gitHub(asked: Asked, out: Console): Promise<HarvestPlatform> {
  const { GitHubSource } = await import('../harvest/platform/github-source.ts');
  const { close, folder, everything, ...access } = asked;
  const source = orClose(
    close,
    () => new GitHubSource({ access: { ...access, progress: out.progress }, folder }),
  );
  return {
    name: access.url,
    source,
    everything,
    async state(policy, content) {
      const states = [...modulesByFolder(policy, content)].map(async ([clone, modules]) =>
        source.state(modules, await openClone(clone)),
      );
      return (await Promise.all(states)).join(' ');
    },
    async close(whole) {
      await source.close();
      close(whole);
    },
  };
}

/** What cannot be opened leaves nothing behind. */
function orClose<Opened>(close: (whole: boolean) => void, open: () => Opened): Opened {
  try {
    return open();
  } catch (error) {
    close(false);
    throw error;
  }
}
