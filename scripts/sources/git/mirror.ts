import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { simpleGit } from 'simple-git';
import { Fault } from '../../../src/records/index.ts';
import { cacheFolder } from '../../store/cache-folder.ts';

/** What lets git in elsewhere, where that is not in the settings of whoever runs this. */
const ALLOWED = ['GIT_ASKPASS', 'GIT_SSH', 'GIT_SSH_COMMAND', 'GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM'];
/** Other programs that git might start: fetching needs none of them. */
const OTHERS = ['EDITOR', 'VISUAL', 'PAGER', 'PREFIX'];
/** Whoever set these is who runs this. */
const TRUSTED = { allowUnsafeAskPass: true, allowUnsafeSshCommand: true, allowUnsafeConfigPaths: true };

/** True for what git fetches from elsewhere, as "https://…" or "git@host:path"; a path is none. */
export function isAddress(repository: string): boolean {
  return /^(?:https?|ssh|git|file):\/\//.test(repository) || /^[\w.-]+@[\w.-]+:/.test(repository);
}

/** Where the mirror of an address is kept. It may be removed at any time. */
export function mirrorFolder(address: string): string {
  const id = createHash('sha256').update(address).digest('hex').slice(0, 16);
  const name = /([\w.-]+?)(?:\.git)?\/*$/.exec(address)?.[1] ?? 'repository';
  return path.join(cacheFolder(), 'repositories', id, `${name}.git`);
}

/**
 * Makes the mirror of an address, or brings it up to date: its branches and tags are those of the address, what is gone
 * there goes here. Throws a Fault where git cannot fetch it.
 */
export async function refreshMirror(address: string): Promise<void> {
  refuseSecrets(address);
  const folder = mirrorFolder(address);
  if (!fs.existsSync(folder)) return makeMirror(address, folder);
  await run(folder, address, ['fetch', '--quiet', '--prune', '--force', 'origin', ...BRANCHES_AND_TAGS]);
}

const BRANCHES_AND_TAGS = ['+refs/heads/*:refs/heads/*', '+refs/tags/*:refs/tags/*'];

/** A mirror that is half there is none: it is made beside its place. */
async function makeMirror(address: string, folder: string): Promise<void> {
  const around = path.dirname(folder);
  fs.mkdirSync(around, { recursive: true });
  const unfinished = `${folder}.${process.pid}`;
  try {
    await run(around, address, ['clone', '--quiet', '--bare', '--', address, unfinished]);
    fs.renameSync(unfinished, folder);
  } finally {
    fs.rmSync(unfinished, { recursive: true, force: true });
  }
}

async function run(folder: string, address: string, args: string[]): Promise<void> {
  try {
    await simpleGit({
      baseDir: folder,
      allowEnvironment: [...ALLOWED, 'GIT_TERMINAL_PROMPT'],
      unsafe: TRUSTED,
    })
      .env(environment())
      .raw(args);
  } catch (cause) {
    const reason = String(cause instanceof Error ? cause.message : cause)
      .trim()
      .split('\n')
      .at(-1);
    throw new Fault(`git cannot fetch ${address}: ${reason}`, {
      hint: 'Try it by hand: git ls-remote ADDRESS. On a build server, git needs a credential helper or a key that may read it.',
      cause,
    });
  }
}

/** As the user's own git, but for what would lead it to another repository, and without a question that nobody answers. */
function environment(): Record<string, string> {
  const isWanted = (name: string): boolean =>
    ALLOWED.includes(name) || !(name.startsWith('GIT_') || OTHERS.includes(name));
  const own = Object.entries(process.env).filter(([name]) => isWanted(name));
  const known = own.filter((each): each is [string, string] => each[1] !== undefined);
  return { ...Object.fromEntries(known), GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C.UTF-8' };
}

/** An address stands in the policy, and in the mirror: whoever reads them must not learn a password. */
function refuseSecrets(address: string): void {
  if (!/^https?:\/\/[^/]*@/.test(address)) return;
  throw new Fault(`the address of a repository holds a password: ${address.replace(/\/\/[^/]*@/, '//…@')}`, {
    hint: 'Leave it out, and give it to git by a credential helper (on GitHub: gh auth setup-git).',
  });
}
