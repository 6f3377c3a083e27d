import { Fault, type Policy } from '../../src/records/index.ts';
import { readDue } from '../dossier/opening/due-time.ts';
import { readModules, readThirdParties } from '../dossier/opening/named-modules.ts';
import { readScope } from '../dossier/opening/named-scope.ts';
import { type OpenedRelease, openRelease } from '../dossier/opening/open-release.ts';
import type { OpeningWanted } from '../dossier/opening/opening-file.ts';
import { toldTime } from '../dossier/opening/product-time.ts';
import { versionNamed } from '../dossier/opening/version-named.ts';
import { whoRuns } from '../dossier/opening/who.ts';
import { LedgerReader } from '../store/read.ts';
import { writeAllOrNothing } from '../store/transaction.ts';
import type { Console } from './console.ts';
import { momentOf } from './moment.ts';

/** What `ledger open` is asked for. */
export interface OpenOptions {
  content: string;
  product: string;
  release: string;
  /** `ID=VERSION@COMMIT[@DIGEST]`, as often as there are modules. */
  module?: string[];
  /** `NAME=VERSION` of charts that others build. */
  thirdParty?: string[];
  promotion?: string;
  due?: string;
  /** `ID,ID…`. */
  scope?: string;
  /** The incident for which it is an emergency. */
  emergency?: string;
  by?: string;
  because?: string;
  /** The moment of opening; the clock's where it is not given. */
  now?: string;
}

/** Opens a release before its tag exists, or adds to an open one. Returns the exit code. */
export async function open(options: OpenOptions, out: Console): Promise<number> {
  const reader = new LedgerReader(options.content);
  const { policy } = reader.knownPolicy(options.product);
  const wanted = openingWanted(options, policy, await whoRuns(policy, options.content, options.by));
  const opened = writeAllOrNothing(options.content, (transaction) => {
    // Read inside, so that two who open at once do not undo each other's words.
    const prepared = openRelease(reader, policy, wanted);
    for (const { file, text } of prepared.files) transaction.write(file, text);
    return prepared;
  });
  return report(opened, policy, out);
}

function openingWanted(options: OpenOptions, policy: Policy, by: string): OpeningWanted {
  const { product, content, module = [], thirdParty = [], due, scope, emergency, because } = options;
  const now = momentOf(options.now);
  const version = versionNamed(options.release, policy);
  const reading = { policy, version, content };
  return {
    product,
    version,
    by,
    now,
    modules: [...readModules(module, reading), ...readThirdParties(thirdParty, reading)],
    scope: scope === undefined ? [] : readScope(scope, policy),
    due: due === undefined ? undefined : readDue(due, policy, now),
    promotion: promotionNumber(options.promotion),
    incident: emergency === undefined ? undefined : said('--emergency', emergency),
    because: because === undefined ? undefined : said('--because', because),
  };
}

function promotionNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^#?[1-9]\d{0,8}$/.test(text)) return Number(text.replace('#', ''));
  throw new Fault(`"${text}" is no pull request's number`, { hint: 'Write --promotion 12.' });
}

function said(option: string, text: string): string {
  const words = text.trim();
  if (words !== '') return words;
  throw new Fault(`${option} says nothing`, { hint: `Write ${option} with some words, or leave it away.` });
}

function report({ opening, tagged, files }: OpenedRelease, policy: Policy, out: Console): number {
  const { product, version, due } = opening;
  const names = files.map(({ file }) => file);
  if (out.json) out.result({ product, version, tagged: tagged?.tag.name ?? null, files: names, opening });
  if (tagged !== null) out.say(`${version} has its tag already: ${tagged.tag.name}, of ${tagged.date}.`);
  for (const name of names) out.say(`Wrote ${name}.`);
  const when = due === undefined ? '' : `, due ${toldTime(due, policy.timeZone)}`;
  out.say(
    names.length === 0
      ? `${product} ${version} is open${when}. Nothing was written.`
      : `${product} ${version} is open${when}. Fill in recovery.md, tick the checklists, then: ledger call --product ${product} --release ${version}`,
  );
  return 0;
}
