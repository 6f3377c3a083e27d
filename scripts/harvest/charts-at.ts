import { Fault } from '../../src/records/index.ts';
import { type ChartDependency, chartDependencies, dependenciesIn, withLock } from '../parse/chart.ts';
import type { Clone } from '../sources/git/client.ts';
import { readFilesAt } from '../sources/git/files.ts';

/** A chart at a commit. */
export interface ChartAt {
  /** Null where it cannot be read. */
  dependencies: readonly ChartDependency[] | null;
  /** What cannot be read of it: sentences for auditors. */
  faults: string[];
}

const CHART = 'Chart.yaml';
/** Charts of Helm 2 have their dependencies in files of their own. */
const BESIDE = ['Chart.lock', 'requirements.yaml', 'requirements.lock'];

/** The files of a chart that tell its dependencies, as paths of the repository. */
export function chartFiles(folders: readonly string[]): string[] {
  return folders.flatMap((folder) => [CHART, ...BESIDE].map((name) => pathIn(folder, name)));
}

/** The first folder that holds a chart at a commit. */
interface Home {
  commit: string;
  folder: string;
}

/**
 * Reads a chart as commits have it, in three processes however many there are. A commit that has a chart in none of
 * the folders is missing from the answer.
 */
export async function chartsAt(
  clone: Clone,
  folders: readonly string[],
  commits: readonly string[],
): Promise<Map<string, ChartAt>> {
  const everywhere = commits.flatMap((commit) => folders.map((folder) => ({ commit, folder })));
  const charts = await readFilesAt(
    clone,
    everywhere.map((home) => fileOf(home, CHART)),
  );
  const homes = commits.flatMap((commit) => {
    const folder = folders.find((candidate) => charts.has(fileOf({ commit, folder: candidate }, CHART)));
    return folder === undefined ? [] : [{ commit, folder }];
  });
  const wanted = homes.flatMap((home) => BESIDE.map((name) => fileOf(home, name)));
  const files = new Map([...charts, ...(await readFilesAt(clone, wanted))]);
  return markLocal(clone, new Map(homes.map((home) => [home, chartIn(home, files)])));
}

/** As git names the file of a commit. */
function fileOf({ commit, folder }: Home, name: string): string {
  return `${commit}:${pathIn(folder, name)}`;
}

function pathIn(folder: string, name: string): string {
  return folder === '' ? name : `${folder.replace(/\/+$/, '')}/${name}`;
}

type Files = ReadonlyMap<string, string>;

function chartIn(home: Home, files: Files): ChartAt {
  try {
    const { asked, lock } = askedFor(home, files);
    return withLockOf(asked, fileOf(home, lock), files);
  } catch (error) {
    const text = `${described(error)}: it tells no module's version, and no third-party part's`;
    return { dependencies: null, faults: [text] };
  }
}

function askedFor(home: Home, files: Files): { asked: ChartDependency[]; lock: string } {
  const [chart, older] = [fileOf(home, CHART), fileOf(home, 'requirements.yaml')];
  const own = chartDependencies(files.get(chart) ?? '', chart);
  const text = files.get(older);
  if (own.length > 0 || text === undefined) return { asked: own, lock: 'Chart.lock' };
  return { asked: dependenciesIn(text, older), lock: 'requirements.lock' };
}

function withLockOf(asked: readonly ChartDependency[], file: string, files: Files): ChartAt {
  const text = files.get(file);
  if (text === undefined) return { dependencies: asked, faults: [] };
  try {
    return { dependencies: withLock(asked, dependenciesIn(text, file)), faults: [] };
  } catch (error) {
    return { dependencies: asked, faults: [`${described(error)}: it locks no version`] };
  }
}

function described(error: unknown): string {
  if (error instanceof Fault) return error.describe();
  throw error;
}

/** A dependency without an address is looked for under "charts": one that lies there was made here. */
async function markLocal(clone: Clone, charts: ReadonlyMap<Home, ChartAt>): Promise<Map<string, ChartAt>> {
  const placeOf = (home: Home, { name }: ChartDependency) => fileOf(home, `charts/${name}/${CHART}`);
  const wanted = [...charts].flatMap(([home, { dependencies }]) =>
    (dependencies ?? []).filter(({ repository }) => !repository).map((one) => placeOf(home, one)),
  );
  const there = await readFilesAt(clone, wanted);
  return new Map(
    [...charts].map(([home, { dependencies, faults }]) => [
      home.commit,
      {
        faults,
        dependencies:
          dependencies?.map((one) => (there.has(placeOf(home, one)) ? { ...one, isLocal: true } : one)) ??
          null,
      },
    ]),
  );
}
