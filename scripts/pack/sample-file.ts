import fs from 'node:fs';
import { z } from 'zod';
import { Fault } from '../../src/records/index.ts';

/** A release by its product and version. */
export interface NamedRelease {
  product: string;
  version: string;
}

/** Of a sample's rows only what names releases is read. What nobody could tell stands there in words. */
const RowSchema = z.looseObject({
  product: z.string(),
  /** The release that was deployed. */
  release: z.string().optional(),
  version: z.string().optional(),
  /** The release whose dossier has the change. */
  changeRelease: z.string().optional(),
});
const SampleSchema = z.looseObject({ rows: z.array(RowSchema).min(1) });

const UNKNOWN: readonly string[] = ['unproven', 'none', ''];

/** The releases that a sample's rows name, each once, as `ledger sample --json` prints it. */
export function sampledReleases(file: string): NamedRelease[] {
  const parsed = SampleSchema.safeParse(jsonOf(file));
  if (!parsed.success)
    throw new Fault('it is no sample with rows', {
      place: { file, field: parsed.error.issues[0]?.path.join('.') ?? '' },
      hint: 'Draw one: ledger sample --json > FILE',
    });
  return parsed.data.rows.flatMap(({ product, release, version, changeRelease }) =>
    [release ?? version, changeRelease].flatMap((named) =>
      named === undefined || UNKNOWN.includes(named) ? [] : { product, version: named },
    ),
  );
}

function jsonOf(file: string): unknown {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Fault('the sample cannot be read as JSON', { place: { file }, cause });
  }
}
