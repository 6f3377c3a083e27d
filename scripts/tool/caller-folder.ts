import path from 'node:path';
import { TOOL } from '../store/cache-folder.ts';

/** What npm tells the scripts that it runs. */
interface NpmEnvironment {
  /** The folder in which npm was called. */
  INIT_CWD?: string | undefined;
  /** The package whose script it runs. */
  npm_package_json?: string | undefined;
}

/**
 * The folder in which somebody typed a command, which is what its relative paths are meant from. npm runs a script of
 * this tool in the tool's own folder, wherever it is called, as in `npm --prefix ../tool run ledger`. Whoever calls it
 * from a folder inside of the tool means the tool's own, as with every package.
 */
export function callerFolder(
  folder: string,
  { INIT_CWD: called, npm_package_json: of }: NpmEnvironment,
): string {
  const tool = path.resolve(TOOL);
  const isByNpm = called !== undefined && of === path.join(tool, 'package.json') && folder === tool;
  return isByNpm && !isInside(called, tool) ? called : folder;
}

/** Goes to the folder in which the command was typed. */
export function enterCallerFolder(): void {
  const folder = callerFolder(process.cwd(), process.env);
  if (folder !== process.cwd()) process.chdir(folder);
}

function isInside(folder: string, outer: string): boolean {
  const way = path.relative(outer, folder);
  return way === '' || !(way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way));
}
