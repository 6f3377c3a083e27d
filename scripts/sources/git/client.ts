import path from 'node:path';
import type { Readable } from 'node:stream';
import { type SimpleGit, simpleGit } from 'simple-git';
import { Fault } from '../../../src/records/index.ts';

/** A local clone that can be read. */
export interface Clone {
  git: SimpleGit;
  /** Its folder, absolute. */
  folder: string;
}

/** Runs git and hands its output over as it comes; `input` goes to its standard input. */
export async function stream(
  clone: Clone,
  args: string[],
  onData: (chunk: Buffer) => void,
  input?: string | Buffer,
): Promise<void> {
  const git = client(clone.folder, input);
  let failed: unknown;
  git.outputHandler((_command, stdout) => {
    // simple-git would keep all output in memory as well.
    (stdout as Readable).removeAllListeners('data');
    stdout.on('data', (chunk: Buffer) => {
      try {
        onData(chunk);
      } catch (error) {
        failed ??= error;
      }
    });
  });
  await git.raw(args);
  if (failed !== undefined) throw failed;
}

/** Settings of the reader's own machine must not change what is read. */
const NEUTRAL_SETTINGS = [
  'core.quotePath=false',
  'log.showSignature=false',
  'log.mailmap=true',
  'i18n.logOutputEncoding=UTF-8',
  'color.ui=false',
  'core.useReplaceRefs=false',
];

/** A clone whose history is cut off: commits would be lost silently. */
export class ShallowClone extends Fault {
  constructor(folder: string) {
    super(`${folder} is a shallow clone: commits and tags are missing, and so changes would be lost`, {
      hint: `Run: git -C ${folder} fetch --unshallow --tags`,
    });
  }
}

/**
 * Opens a clone for reading. Throws a Fault where there is no repository or where its history is cut off
 * (shallow), with the command that mends it.
 */
export async function openClone(folder: string): Promise<Clone> {
  const absolute = path.resolve(folder);
  const git = client(absolute);
  const answers = await revParse(git, absolute);
  if (answers.shallow) throw new ShallowClone(absolute);
  return { git, folder: absolute };
}

function client(folder: string, input?: string | Buffer): SimpleGit {
  try {
    const stdin = input === undefined ? {} : { input: () => input };
    return simpleGit({
      baseDir: folder,
      config: NEUTRAL_SETTINGS,
      allowEnvironment: ['GIT_FLUSH'],
      ...stdin,
    }).env({
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      LC_ALL: 'C.UTF-8',
      TZ: 'UTC',
      // git would hand over every commit by itself, as to a person who reads along.
      GIT_FLUSH: '0',
    });
  } catch (cause) {
    throw new Fault(`there is no folder ${folder}`, {
      hint: 'Give --repo the path of a local clone.',
      cause,
    });
  }
}

async function revParse(git: SimpleGit, folder: string): Promise<{ shallow: boolean }> {
  try {
    const answer = await git.raw(['rev-parse', '--git-dir', '--is-shallow-repository']);
    return { shallow: answer.trim().split('\n').at(-1) === 'true' };
  } catch (cause) {
    const text = String(cause);
    if (/dubious ownership/.test(text))
      throw new Fault(`git does not trust ${folder}: it belongs to another user`, {
        hint: `Run: git config --global --add safe.directory ${folder}`,
        cause,
      });
    if (/ENOENT/.test(text)) throw new Fault('git is not installed, or is not on the PATH', { cause });
    if (!/not a git repository/.test(text))
      throw new Fault(`git cannot read ${folder}: ${text.split('\n')[0]}`, { cause });
    throw new Fault(`${folder} is not a git repository`, {
      hint: 'Give --repo the path of a local clone (git clone <address> <path>).',
      cause,
    });
  }
}
