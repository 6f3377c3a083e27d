import type { RecordKind } from '../../src/records/index.ts';
import { counted } from '../../src/verdict/wording.ts';
import type { Console } from '../verbs/console.ts';
import type { MigrationPlan } from './plan-migration.ts';

/** What records of a kind are called, one and several. */
const NAMES: Record<RecordKind, readonly [one: string, several: string]> = {
  site: ['site.md', 'site.md'],
  product: ['product page', 'product pages'],
  note: ['note', 'notes'],
  policy: ['policy', 'policies'],
  release: ['release', 'releases'],
  change: ['change', 'changes'],
  'platform-release': ['release of the platform', 'releases of the platform'],
  opening: ['opening', 'openings'],
  recovery: ['recovery plan', 'recovery plans'],
  vote: ['vote', 'votes'],
  stage: ['stage report', 'stage reports'],
  checklist: ['checklist', 'checklists'],
  waiver: ['waiver', 'waivers'],
  amendment: ['amendment', 'amendments'],
  deployment: ['deployment', 'deployments'],
  seal: ['seal', 'seals'],
  redaction: ['redaction', 'redactions'],
};

/** Tells what was written, or would be, and what stays of an older format. */
export function sayMigration(plan: MigrationPlan, dryRun: boolean, out: Console): void {
  const { format, kinds, files, says } = plan;
  if (out.json)
    out.result({ format, dryRun, written: dryRun ? 0 : files.length, says, kinds, files: named(plan) });
  for (const sentence of says) out.say(sentence);
  for (const { kind, changed } of kinds) if (changed > 0) out.say(`  ${countedKind(kind, changed)}`);
  out.say(sumOf(plan, dryRun));
  const sealed = kinds.reduce((sum, each) => sum + each.sealed, 0);
  if (sealed > 0)
    out.say(
      `${counted(sealed, 'record')} of older formats ${sealed === 1 ? 'stays as it is' : 'stay as they are'}: a seal has fixed ${sealed === 1 ? 'its' : 'their'} bytes. Every command reads ${sealed === 1 ? 'it' : 'them'} as if of format ${format}.`,
    );
}

function sumOf({ format, files }: MigrationPlan, dryRun: boolean): string {
  if (files.length === 0) return `Nothing to bring forward: format ${format} is the newest.`;
  const what = `${counted(files.length, 'file')} to format ${format}`;
  return dryRun ? `Would bring ${what}. Nothing was written.` : `Brought ${what}.`;
}

function countedKind(kind: RecordKind, count: number): string {
  return `${count.toLocaleString('en')} ${NAMES[kind][count === 1 ? 0 : 1]}`;
}

function named({ files }: MigrationPlan): { file: string; kind: RecordKind; from: number }[] {
  return files.map(({ file, kind, from }) => ({ file, kind, from }));
}
