import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generateKeys } from '../../../src/seal/keys.ts';
import { RepositoryBuilder } from '../../world/index.ts';

export const ROOT = path.resolve(import.meta.dirname, '../../..');
/** The moment of every build: a page that tells how long something has lasted is the same on both. */
const NOW = '2026-10-01T10:00:00Z';

/** A company: a product's repository, its ledger's, and a tool, each of them a real one that can be pushed to. */
export interface Scene {
  folder: string;
  /** Addresses of the bare repositories. */
  product: string;
  ledger: string;
  tool: string;
  keys: { privateKey: string; publicKey: string };
  /** What every process of a build server finds in its environment. */
  environment: Readonly<Record<string, string>>;
  /** Tags the next release of the product. */
  release(): Promise<void>;
  /** Runs git somewhere below the scene's folder. */
  git(place: string, ...args: string[]): string;
  /** A file on a branch of the ledger; null where it is not there. */
  onBranch(branch: string, file: string): string | null;
  /** What stand-ins for other commands were called with, a line for each call. */
  calls(command: string): string[];
  /** A file that a stand-in wrote. */
  recorded(name: string): string;
  /** Somebody edits a file on a branch of the ledger and pushes it. */
  edit(branch: string, file: string, change: (text: string) => string): void;
  /** Somebody merges a branch into the published one. */
  merge(branch: string): void;
}

/** Sets the scene: release 1.0.0 is out and in the ledger, and nothing of 1.1.0 is known yet. */
export async function setScene(folder: string): Promise<Scene> {
  const place = (name: string): string => path.join(folder, name);
  const { privateKey, verifierKey } = generateKeys('releases.example.org/ledger');
  const environment = environmentIn(folder);
  const git = (where: string, ...args: string[]): string => runGit(place(where), environment, args);
  const repository = new RepositoryBuilder();
  repository.commit({ message: 'feat: light a room (#1)' });
  repository.tag('v1.0.0');
  await repository.write(place('product.git'));
  makeTool(place('tool-source'), environment);
  git('.', 'clone', '--quiet', '--bare', 'tool-source', 'tool.git');
  makeStandIns(folder);
  await makeLedger(folder, environment);
  const scene: Scene = {
    folder,
    product: `file://${place('product.git')}`,
    ledger: `file://${place('ledger.git')}`,
    tool: `file://${place('tool.git')}`,
    keys: { privateKey, publicKey: verifierKey },
    environment,
    git,
    async release() {
      repository.commit({ message: 'feat: dim a lamp (#2)' });
      repository.commit({ message: 'fix: flickering at dusk (#3)' });
      repository.tag('v1.1.0');
      await repository.write(place('product.git'));
    },
    onBranch(branch, file) {
      const { status, stdout } = spawnSync('git', ['show', `${branch}:${file}`], {
        cwd: place('ledger.git'),
        encoding: 'utf8',
      });
      return status === 0 ? stdout : null;
    },
    calls: (command) => linesOf(place(`calls/${command}`)),
    recorded: (name) => readFileSync(place(`calls/${name}`), 'utf8'),
    edit(branch, file, change) {
      withClone(scene, branch, (clone) => {
        const at = path.join(place(clone), file);
        writeFileSync(at, change(readFileSync(at, 'utf8')));
        git(clone, 'commit', '--quiet', '--all', '--message', 'Say it in our words');
        git(clone, 'push', '--quiet', 'origin', branch);
      });
    },
    merge(branch) {
      withClone(scene, 'main', (clone) => {
        git(clone, 'merge', '--quiet', '--no-ff', '--message', `Merge ${branch}`, `origin/${branch}`);
        git(clone, 'push', '--quiet', 'origin', 'main');
      });
    },
  };
  return scene;
}

function withClone({ folder, git }: Scene, branch: string, work: (clone: string) => void): void {
  const clone = 'somebody';
  git('.', 'clone', '--quiet', '--branch', branch, 'ledger.git', clone);
  try {
    work(clone);
  } finally {
    rmSync(path.join(folder, clone), { recursive: true });
  }
}

/** The machine's own settings stay outside: what is not here, a build server has not either. */
function environmentIn(folder: string): Record<string, string> {
  const home = path.join(folder, 'home');
  mkdirSync(home, { recursive: true });
  writeFileSync(path.join(home, '.gitconfig'), '[init]\n\tdefaultBranch = main\n');
  return {
    PATH: [path.join(folder, 'bin'), path.dirname(process.execPath), process.env.PATH].join(path.delimiter),
    HOME: home,
    CALLS: path.join(folder, 'calls'),
    LEDGER_NOW: NOW,
    npm_config_update_notifier: 'false',
  };
}

const PEOPLE = ['AUTHOR', 'COMMITTER'].flatMap((role) => [
  [`GIT_${role}_NAME`, 'Mara Lind'],
  [`GIT_${role}_EMAIL`, 'mara@example.org'],
]);

function runGit(folder: string, environment: Readonly<Record<string, string>>, args: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, {
    cwd: folder,
    env: { ...environment, ...Object.fromEntries(PEOPLE) },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/**
 * A tool that can be cloned and installed without the network: it has this checkout's action and scripts, but the scripts
 * run here, where everything is installed.
 */
function makeTool(folder: string, environment: Readonly<Record<string, string>>): void {
  const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const here = (name: string): string => (scripts[name] ?? '').replace('scripts/', `${ROOT}/scripts/`);
  const own = { name: 'tool', version: '1.0.0', private: true };
  mkdirSync(folder, { recursive: true });
  const put = (name: string, value: unknown): void =>
    writeFileSync(path.join(folder, name), `${JSON.stringify(value, null, 2)}\n`);
  put('package.json', { ...own, scripts: { ledger: here('ledger'), build: here('build') } });
  put('package-lock.json', { ...own, lockfileVersion: 3, requires: true, packages: { '': own } });
  cpSync(path.join(ROOT, 'action.yml'), path.join(folder, 'action.yml'));
  for (const args of [
    ['init', '--quiet'],
    ['add', '--all'],
    ['commit', '--quiet', '--message', 'Tool'],
    ['tag', 'v1'],
  ])
    runGit(folder, environment, args);
}

/** Commands that reach other machines: they write down what they were called with. */
const STAND_INS = {
  gh: `case "$1 $2" in
  'pr create') test ! -e "$CALLS/title" || exit 1 ;;
  'pr edit') test -e "$CALLS/title" || exit 1 ;;
  *) exit 0 ;;
esac
while test $# -gt 0; do
  case "$1" in
    --title) printf '%s' "$2" > "$CALLS/title" ;;
    --body-file) cp "$2" "$CALLS/body" ;;
  esac
  shift
done`,
  rsync: `for last in "$@"; do before="$from" from="$last"; done
mkdir -p "$CALLS/hosts/$last"
cp -R "$before." "$CALLS/hosts/$last"`,
};

function makeStandIns(folder: string): void {
  mkdirSync(path.join(folder, 'calls'), { recursive: true });
  mkdirSync(path.join(folder, 'bin'), { recursive: true });
  for (const [name, work] of Object.entries(STAND_INS)) {
    const file = path.join(folder, 'bin', name);
    writeFileSync(file, `#!/bin/sh\necho "$*" >> "$CALLS/${name}"\n${work}\n`);
    chmodSync(file, 0o755);
  }
}

const POLICY = (folder: string): string => `---
schema: 1
product: lamps
modules:
  - id: lamps
    repository: file://${folder}/product.git
    branch: main
    tags: ["v{version}"]
---
`;

async function makeLedger(folder: string, environment: Readonly<Record<string, string>>): Promise<void> {
  const start = path.join(folder, 'ledger-start');
  const put = (name: string, text: string): void => {
    const file = path.join(start, 'content', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  put('site.md', '---\nschema: 1\nname: Lamps\naddress: https://releases.example.org\n---\n');
  put(
    'products/lamps.md',
    '---\nschema: 1\nname: Lamps\nsummary: Light.\nmodules:\n  - { id: lamps, name: Lamps }\n---\n',
  );
  put('ledger/lamps/policy.md', POLICY(folder));
  const args = ['--content', path.join(start, 'content'), 'harvest', '--product', 'lamps'];
  const { status, stderr } = spawnSync(process.execPath, [path.join(ROOT, 'scripts/start.mjs'), ...args], {
    env: { ...environment, LEDGER_CACHE: path.join(folder, 'cache') },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  for (const each of [
    ['init', '--quiet'],
    ['add', '--all'],
    ['commit', '--quiet', '--message', 'Ledger'],
  ])
    runGit(start, environment, each);
  runGit(folder, environment, ['clone', '--quiet', '--bare', 'ledger-start', 'ledger.git']);
  keepPushOptions(folder);
}

/** As GitLab's servers take them. */
function keepPushOptions(folder: string): void {
  const bare = path.join(folder, 'ledger.git');
  writeFileSync(
    path.join(bare, 'config'),
    '[core]\n\tbare = true\n[receive]\n\tadvertisePushOptions = true\n',
  );
  const hook = path.join(bare, 'hooks', 'post-receive');
  mkdirSync(path.dirname(hook), { recursive: true });
  writeFileSync(
    hook,
    `#!/bin/sh\nenv | sed -n 's/^GIT_PUSH_OPTION_[0-9]*=//p' >> "${folder}/calls/push-options"\n`,
  );
  chmodSync(hook, 0o755);
}

function linesOf(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
}
