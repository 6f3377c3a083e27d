import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { installedHugo } from './hugo/installed-hugo.ts';
import { type HugoSite, writeHugoSite } from './hugo/write-site.ts';
import { type Contender, measureAll, median, type Run } from './measure.ts';

/** What a generator took for the pages of one edition, and what it wrote. */
export interface GeneratorFigure {
  name: string;
  seconds: number;
  /** At its peak, with all that it started. */
  megabytes: number | null;
  /** Pages for people, and their bytes. */
  pages: number;
  pageMegabytes: number;
  files: number;
}

/** Our build beside Hugo's of an equivalent site, in the same rounds. */
export interface HugoFigures {
  version: string;
  site: HugoSite;
  figures: GeneratorFigure[];
  /** Our seconds by Hugo's: the median of the rounds. */
  ratio: number;
}

/** A public edition that was built once, and how it is built again from nothing. */
export interface BuiltOnce {
  content: string;
  out: string;
  build: Contender;
}

const OURS = 'public edition';

/** Builds an edition and its like in Hugo by turns: medians of `rounds`. Null where there is no Hugo on the PATH. */
export async function measureHugo(
  { content, out, build }: BuiltOnce,
  work: string,
  rounds: number,
): Promise<HugoFigures | null> {
  const version = installedHugo();
  if (version === null) return null;
  const [source, target] = [path.join(work, 'hugo'), path.join(work, 'hugo-out')];
  const site = writeHugoSite(source, { content, out });
  const hugo: Contender = {
    name: `hugo ${version}`,
    command: ['hugo', '--quiet', '--ignoreCache', '--source', source, '--destination', target],
    prepare: () => rmSync(target, { recursive: true, force: true }),
    memory: 'watched',
  };
  const runs = await measureAll([{ ...build, name: OURS, memory: 'watched' }, hugo], rounds);
  const [ours = [], theirs = []] = [runs.get(OURS), runs.get(hugo.name)];
  const ratios = ours.map(({ seconds }, round) => seconds / (theirs[round]?.seconds ?? Number.NaN));
  const figures = [figureOf(OURS, ours, out), figureOf(hugo.name, theirs, target)];
  return { version, site, figures, ratio: median(ratios) };
}

function figureOf(name: string, runs: readonly Run[], out: string): GeneratorFigure {
  const files = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const pages = files.filter((file) => file.endsWith('.html') && path.basename(file) !== 'email.html');
  const bytes = pages.reduce((sum, file) => sum + statSync(file).size, 0);
  const held = runs.flatMap(({ megabytes }) => megabytes ?? []);
  return {
    name,
    seconds: median(runs.map(({ seconds }) => seconds)),
    megabytes: held.length === 0 ? null : Math.max(...held),
    pages: pages.length,
    pageMegabytes: bytes / 2 ** 20,
    files: files.length,
  };
}
