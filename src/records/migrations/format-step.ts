/** Kinds of records. A kind's schema and where its files stand: `RECORD_FORMS`. */
export const RECORD_KINDS = [
  'site',
  'product',
  'note',
  'policy',
  'release',
  'change',
  'platform-release',
  'opening',
  'recovery',
  'vote',
  'stage',
  'checklist',
  'waiver',
  'amendment',
  'deployment',
  'seal',
  'redaction',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** A record as YAML or JSON has it, before any schema: what older versions of this tool wrote is known to none. */
export interface PlainRecord {
  /** Its fields, without the number of its format. */
  readonly data: PlainFields;
  /** The text below its front matter; empty for JSON. */
  readonly body: string;
}

export interface PlainFields {
  readonly [field: string]: unknown;
}

/** What the next format changed in records of one kind. */
export interface FormatStep {
  readonly from: number;
  /** One more than `from`. */
  readonly to: number;
  readonly kind: RecordKind | 'every';
  /** What it changed, in a sentence for whoever migrates. */
  readonly says: string;
  /**
   * Brings a record forward. Pure, and harmless on a record that has the new form already: people leave the number out.
   * It gets whatever a person wrote, so that it must not expect a field to be there.
   */
  readonly change: (record: PlainRecord) => PlainRecord;
  /** Top-level fields that no record had before: a sealed one is not corrected only for lacking them. */
  readonly adds?: readonly string[];
}
