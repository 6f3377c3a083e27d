import { z } from 'zod';
import type { Severity } from '../../../src/records/index.ts';
import { instantOf } from '../instant.ts';
import { withoutControls } from '../message/text.ts';

/** Tools of Go write "null" for a list that is empty. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z
    .array(item)
    .nullish()
    .transform((list) => list ?? []);
}

/** A text that may be missing; "" and null say nothing. */
export const OptionalTextSchema = z
  .string()
  .nullish()
  .transform((text) => (text === null || text === '' ? undefined : text));

/** An object without the fields whose value is not known. */
export function known<Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };
}

/** A stranger's text in one line, without what could disguise it. */
export function oneLine(text: string): string {
  return withoutControls(text.replace(/\s+/g, ' ')).trim();
}

const RFC_3339 = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d:\d\d:\d\d)(?:\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;

/** A time of RFC 3339 as records have it; undefined for none, for one without an offset, and for Go's zero time. */
export function instantOfText(text: string | undefined): string | undefined {
  const [, year, month, day, time, offset] = RFC_3339.exec(text?.trim() ?? '') ?? [];
  if (year === undefined || Number(year) < 1970) return undefined;
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const milliseconds = Date.parse(`${year}-${month}-${day}T${time}${offset?.toUpperCase()}`);
  return Number.isNaN(milliseconds) || Number(day) > lastDay ? undefined : instantOf(milliseconds / 1000);
}

/** Milliseconds since 1970 as records have it; undefined for 0, which says that it is not known. */
export function instantOfMilliseconds(milliseconds: number | null | undefined): string | undefined {
  return milliseconds == null || milliseconds <= 0 ? undefined : instantOf(milliseconds / 1000);
}

/** Seconds between two instants of records; undefined where one is missing or they run backwards. */
export function secondsBetween(start: string | undefined, end: string | undefined): number | undefined {
  if (start === undefined || end === undefined) return undefined;
  const seconds = (Date.parse(end) - Date.parse(start)) / 1000;
  return seconds < 0 ? undefined : seconds;
}

/** The first of some instants. */
export function earliest(instants: readonly (string | undefined)[]): string | undefined {
  return instants.filter((instant) => instant !== undefined).sort()[0];
}

/** "sha256:…" of a digest with or without its algorithm's name; undefined for another algorithm. */
export function digestOf(text: string | undefined): string | undefined {
  const hex = /^(?:sha256:)?([0-9a-f]{64})$/i.exec(text?.trim() ?? '')?.[1];
  return hex === undefined ? undefined : `sha256:${hex.toLowerCase()}`;
}

/** The digests of references such as "registry.example/api@sha256:…", each once. */
export function digestsOf(references: readonly string[]): string[] {
  const digests = references.map((reference) => digestOf(/@(sha256:[0-9a-f]+)$/i.exec(reference)?.[1]));
  return [...new Set(digests.filter((digest) => digest !== undefined))];
}

/** A commit's full id; undefined for a short one or another text. */
export function commitOf(text: string | undefined): string | undefined {
  const id = text?.trim().toLowerCase() ?? '';
  return /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(id) ? id : undefined;
}

/** The full commit ids among some texts, each once. */
export function commitsOf(texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts.map(commitOf).filter((commit) => commit !== undefined))];
}

const SEVERITY_BY_WORD = new Map<string, Severity>([
  ['critical', 'critical'],
  ['high', 'high'],
  ['medium', 'medium'],
  ['moderate', 'medium'],
  ['low', 'low'],
  ['negligible', 'negligible'],
]);

/** A scanner's word for a severity, whatever its case. */
export function severityOf(word: string | undefined): Severity {
  return SEVERITY_BY_WORD.get(word?.toLowerCase() ?? '') ?? 'unknown';
}
