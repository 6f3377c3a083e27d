import { type ControlId, Fault, type Policy } from '../../src/records/index.ts';
import { judge } from '../../src/verdict/verdict.ts';
import { toldTime } from '../dossier/opening/product-time.ts';
import { waivableControl } from '../dossier/opening/waivable.ts';
import { waiverEnd } from '../dossier/opening/waiver-end.ts';
import { type PreparedWaiver, type WaiverWanted, waiverFile } from '../dossier/opening/waiver-file.ts';
import { whoRuns } from '../dossier/opening/who.ts';
import { readDossier } from '../dossier/read-dossier.ts';
import { DossierReader } from '../store/dossier-reader.ts';
import { LedgerReader } from '../store/read.ts';
import { writeAllOrNothing } from '../store/transaction.ts';
import { resolveVersion } from '../store/versions.ts';
import type { Console } from './console.ts';
import { momentOf } from './moment.ts';

/** What `ledger waive` is asked for. */
export interface WaiveOptions {
  content: string;
  product: string;
  release: string;
  control: string;
  /** A time, a day, or a number of days. */
  until: string;
  because: string;
  by?: string;
  /** The moment of waiving; the clock's where it is not given. */
  now?: string;
}

/** Writes down that a person answers for a control that does not pass. Returns the exit code. */
export async function waive(options: WaiveOptions, out: Console): Promise<number> {
  const reader = new LedgerReader(options.content);
  const { policy } = reader.knownPolicy(options.product);
  const wanted = await waiverWanted(options, policy, reader);
  const passes = passesAlready(wanted, reader);
  const prepared = writeAllOrNothing(options.content, (transaction) => {
    const dossier = new DossierReader(options.content, wanted.product, wanted.version);
    const file = waiverFile(wanted, dossier.waivers());
    transaction.write(file.file, file.text);
    return file;
  });
  return report(prepared, policy, passes, out);
}

async function waiverWanted(
  { content, product, release, control, until, because, by, now: given }: WaiveOptions,
  policy: Policy,
  reader: LedgerReader,
): Promise<WaiverWanted> {
  const version = resolveVersion(reader, product, release);
  const now = momentOf(given);
  const wanted = {
    product,
    version,
    control: waivableControl(control),
    until: waiverEnd(until, policy, now),
    now,
  };
  if (because.trim() === '')
    throw new Fault('--because says nothing', { hint: 'Write why the release may go out all the same.' });
  if (policy.roster.length === 0)
    throw new Fault(`the policy of ${product} has no roster: nobody can answer for a control`, {
      hint: 'Write the people who may into "roster".',
    });
  return { ...wanted, because: because.trim(), by: await whoRuns(policy, content, by) };
}

/** Said to whoever waives what needs no waiver: it may fail later, and then it counts. */
function passesAlready({ product, version, control, now }: WaiverWanted, reader: LedgerReader): boolean {
  const { controls } = judge(readDossier(reader, product, version, now));
  return controls.some(
    ({ id, result }: { id: ControlId; result: string }) => id === control && result === 'pass',
  );
}

function report({ file, waiver }: PreparedWaiver, policy: Policy, passes: boolean, out: Console): number {
  const { control, by, until, product, version } = waiver;
  if (out.json) out.result({ ...waiver, path: file });
  out.say(`Wrote ${file}.`);
  out.say(`${by} answers for ${control} of ${product} ${version} until ${toldTime(until, policy.timeZone)}.`);
  if (passes) out.say(`${control} passes at the moment: the waiver changes nothing as long as it does.`);
  return 0;
}
