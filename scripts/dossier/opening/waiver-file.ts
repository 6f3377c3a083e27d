import {
  type ControlId,
  Fault,
  SCHEMA_VERSION,
  type Waiver,
  WaiverSchema,
} from '../../../src/records/index.ts';
import type { StoredRecord } from '../../store/dossier-reader.ts';
import { ledgerPaths } from '../../store/paths.ts';
import { markdownFile } from '../../store/yaml-lines.ts';
import type { PreparedFile } from './open-release.ts';

/** What somebody answers for. */
export interface WaiverWanted {
  product: string;
  version: string;
  control: ControlId;
  by: string;
  now: string;
  until: string;
  because: string;
}

/** A waiver as it is written, and where. */
export interface PreparedWaiver extends PreparedFile {
  waiver: Waiver;
}

/**
 * Prepares a waiver. Earlier ones of the same control stay as they are: they say what was answered for until now. A new
 * one has to last longer than they do, else it would say nothing.
 */
export function waiverFile(wanted: WaiverWanted, existing: readonly StoredRecord<Waiver>[]): PreparedWaiver {
  const { product, version, control, by, now, until, because } = wanted;
  const last = existing
    .filter(({ data }) => data.control === control)
    .sort((a, b) => (a.data.until < b.data.until ? -1 : 1))
    .at(-1);
  if (last !== undefined && last.data.until >= until) throw noLonger(wanted, last);
  const waiver = WaiverSchema.parse({
    schema: SCHEMA_VERSION,
    product,
    version,
    control,
    by,
    at: now,
    until,
  });
  return { file: freeName(wanted, existing), text: markdownFile(waiver, `${because}\n`), waiver };
}

function noLonger({ control, until }: WaiverWanted, { data, path }: StoredRecord<Waiver>): Fault {
  return new Fault(
    `${control} is waived by ${data.by} until ${data.until} already, not only until ${until}`,
    {
      hint: `To end it sooner, change "until" in ${path}; to go on with it, write a later --until.`,
    },
  );
}

/** "gates.md", then "gates-2.md" and so on. */
function freeName(
  { product, version, control }: WaiverWanted,
  existing: readonly StoredRecord<Waiver>[],
): string {
  const folder = ledgerPaths(product).part(version, 'waivers');
  const taken = new Set(existing.map(({ path }) => path));
  const names = [control, ...existing.map((_, index) => `${control}-${index + 2}`)];
  const free = names.map((name) => `${folder}/${name}.md`).find((file) => !taken.has(file));
  return free ?? `${folder}/${control}-${existing.length + 2}.md`;
}
