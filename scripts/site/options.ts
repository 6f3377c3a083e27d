// What the commands that make and show a site are asked for. Apart from what they do, which takes longer to load.
import { type Command, InvalidArgumentError, Option } from 'commander';

export const EDITIONS = ['public', 'internal'] as const;
export type Edition = (typeof EDITIONS)[number];

/** What a build is asked for. */
export interface BuildOptions {
  edition?: Edition;
  content: string;
  out?: string;
  site?: string;
  cache?: string;
  jobs?: number;
  shard?: string;
  merge?: string[];
  check?: boolean;
  json?: boolean;
}

/** What is shown while it is written. */
export interface DevOptions {
  content: string;
  edition: Edition;
  port: number;
  host: string;
}

/** What is served, and where. */
export interface PreviewOptions {
  port: number;
  host: string;
  out: string;
}

/** A command that builds, with every option but those that all verbs have. */
export function describedBuild(command: Command): Command {
  return command
    .description(
      'build the public and the internal edition as static sites; only pages whose records, code or settings changed are made anew',
    )
    .addOption(new Option('--edition <edition>', 'build only this one').choices(EDITIONS))
    .option('--out <folder>', 'where to write; without --edition, a folder for both (default: "dist")')
    .option('--site <address>', 'where the public edition is served; LEDGER_SITE or site.md if not given')
    .option(
      '--cache <folder>',
      'where to keep what stays from build to build (default: ".cache/site" of this tool)',
    )
    .option('--jobs <count>', 'processes that make pages side by side (default: one for each core)', count)
    .option(
      '--check',
      'build nothing: tell whether what stands in the folder is what a build from nothing would make',
    )
    .option('--shard <part>', 'make only a part of the releases, such as 3/8, for a build on many machines')
    .option('--merge <folders...>', 'lay the folders of all such parts together, and make the rest')
    .allowExcessArguments(false);
}

/** A command that shows an edition while its records are edited, with every option but those that all verbs have. */
export function describedDev(command: Command): Command {
  const edition = new Option('--edition <edition>', 'the edition').choices(EDITIONS);
  return command
    .description('show an edition while you write: what you save is what you see, with the mistakes in notes')
    .addOption(edition.default(process.env['LEDGER_EDITION'] === 'internal' ? 'internal' : 'public'))
    .option('--port <port>', 'the port', port, 4321)
    .option('--host <host>', 'address to listen on', '127.0.0.1')
    .allowExcessArguments(false);
}

/** A command that serves what was built, with all of its options. */
export function describedPreview(command: Command): Command {
  return command
    .description(
      'serve both built editions on this machine: the public one, and the internal one a port above',
    )
    .option('--port <port>', 'port of the public edition', port, 4321)
    .option('--host <host>', 'address to listen on', '127.0.0.1')
    .option('--out <folder>', 'the folder that both editions were built to', 'dist')
    .allowExcessArguments(false);
}

function count(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('Give a number from 1 on.');
  return number;
}

/** A port of this machine; 0 for any free one. */
function port(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value < 65_535) return value;
  throw new InvalidArgumentError('expected a port number');
}
