import { parseConventional } from '../parse/message/conventional.ts';
import type { SamplePull } from './pull-request.ts';
import { branchName } from './titles.ts';

const SOURCES: Record<string, string> = {
  'litmus-portal': 'litmus-portal/src',
  'chaos-operator': 'chaos-operator/pkg',
  'chaos-runner': 'chaos-runner/pkg',
  'charts/director': 'charts/director/templates',
};
/** Kinds and scopes whose files lie elsewhere than the product's sources. */
const PLACES: Record<string, { folder: string; end: string }> = {
  docs: { folder: 'docs', end: '.md' },
  ci: { folder: '.github/workflows', end: '.yaml' },
  test: { folder: 'tests', end: '_test.go' },
  helm: { folder: 'deploy/helm/templates', end: '.yaml' },
  chart: { folder: 'charts/director/templates', end: '.yaml' },
  charts: { folder: 'experiments', end: '.yaml' },
};

/** Files that the commits of a repository add: named after what they do, so that no two commits meet in one. */
export class SampleFiles {
  private readonly ends: string;
  private readonly lines = new Map<string, number>();
  private readonly dependencies = new Map<string, Map<string, string>>();

  /** `language` is what the project's sources end with, as ".go". */
  constructor(language: string) {
    this.ends = language;
  }

  /** What one commit of a pull request changes. */
  of(pull: SamplePull, message: string): Record<string, string> {
    if (pull.dependency !== undefined) return this.dependencyFile(pull.dependency, pull.folder);
    const subject = message.split('\n', 1)[0] ?? '';
    const { kind, scope } = parseConventional(subject) ?? parseConventional(pull.title) ?? plain();
    const path = this.freePath(placeOf(kind, scope ?? null, pull.folder, this.ends), branchName(subject));
    const files = { [path]: this.content(path, subject, 6 + ((pull.number * 7 + subject.length * 13) % 90)) };
    const isGo = path.endsWith('.go') && !path.endsWith('_test.go');
    if (!isGo || !/^(?:feat|fix)$/.test(kind)) return files;
    const test = path.replace(/\.go$/, '_test.go');
    return { ...files, [test]: this.content(test, `Tests: ${subject}`, 12 + (pull.number % 40)) };
  }

  /** How many lines a file has; one where it is not of this class. */
  linesOf(path: string): number {
    return this.lines.get(path) ?? 1;
  }

  private freePath({ folder, end }: { folder: string; end: string }, name: string): string {
    for (let tried = 1; ; tried += 1) {
      const path = `${folder}/${name}${tried === 1 ? '' : `-${tried}`}${end}`;
      if (!this.lines.has(path)) return path;
    }
  }

  private content(path: string, subject: string, count: number): string {
    this.lines.set(path, count);
    const rest = Array.from({ length: count - 1 }, (_, index) => `line ${index + 2} of ${path}`);
    return `${[subject, ...rest].join('\n')}\n`;
  }

  private dependencyFile(
    { name, to }: { name: string; to: string },
    folder?: string,
  ): Record<string, string> {
    const file = /^[\w.]+\.\w+\//.test(name) ? 'go.mod' : name === 'redis' ? 'Chart.lock' : 'package.json';
    const path = folder === undefined ? file : `${folder}/${file}`;
    const known = this.dependencies.get(path) ?? new Map<string, string>();
    this.dependencies.set(path, known.set(name, to));
    const rows = [...known].map(file === 'Chart.lock' ? lockRow : plainRow);
    return { [path]: `${file === 'Chart.lock' ? 'dependencies:\n' : ''}${rows.join('')}` };
  }
}

function plainRow([name, version]: [string, string]): string {
  return `${name} ${version}\n`;
}

/** Helm reads the lock of a chart. */
function lockRow([name, version]: [string, string]): string {
  return `  - name: ${name}\n    version: ${version}\n`;
}

function plain(): { kind: string; scope: null } {
  return { kind: 'other', scope: null };
}

function placeOf(
  kind: string,
  scope: string | null,
  folder: string | undefined,
  end: string,
): { folder: string; end: string } {
  const known = PLACES[kind] ?? PLACES[scope ?? ''];
  const source = folder === undefined ? 'pkg' : (SOURCES[folder] ?? folder);
  if (folder === 'litmus-portal') return { folder: source, end: '.tsx' };
  if (known !== undefined && (folder === undefined || kind === 'docs'))
    return folder === undefined ? known : { ...known, folder: `${folder}/${known.folder}` };
  return { folder: scope === null ? source : `${source}/${scope}`, end };
}
