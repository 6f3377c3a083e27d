import { z } from 'zod';
import { newestFormat } from './migrations/bring-forward.ts';

/**
 * The format of records that is written. Its history is in `migrations/steps.ts`; readers bring older records forward
 * before they look at them, and refuse newer ones.
 */
export const SCHEMA_VERSION = newestFormat();

export const SchemaVersionSchema = z.literal(SCHEMA_VERSION);

/** Lower-case words joined by hyphens: safe as a folder name, in a URL and as the start of a change id. */
export const SlugSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:[._-][a-z0-9]+)*$/, 'expected lower-case letters and digits joined by "-", "_" or "."')
  .max(64);

/** A release's version as it is written in paths and URLs: the tag without its prefix, as "1.9.0-RC1". */
export const VersionSchema = z
  .string()
  .regex(/^\d[0-9A-Za-z]*(?:[.+_-][0-9A-Za-z]+)*$/, 'expected a version such as "1.9.0" or "1.9.0-RC1"')
  .max(100);

/** A git object id in full: 40 (or, for SHA-256 repositories, 64) lower-case hex digits, quoted in YAML. */
export const ObjectIdSchema = z
  .string()
  .regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/, 'expected 40 lower-case hex digits in quotes');

/** The SHA-256 of some bytes, as "sha256:" and 64 hex digits. */
export const DigestSchema = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/, 'expected a digest such as "sha256:…" with 64 hex digits');

/** RFC 3339 in UTC with an explicit offset, to the second: "2026-02-03T10:30:00+00:00". */
export const InstantSchema = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+00:00$/,
    'expected a UTC time such as "2026-02-03T10:30:00+00:00"',
  );

/** A day: "2026-02-03". */
export const DaySchema = z
  .string()
  .refine(
    (day) => /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)),
    'expected a day such as "2026-02-03"',
  );

/** A change's id, `<module>-<pull request>` or `<module>-<first 12 digits of the commit>`. It never changes. */
export const ChangeIdSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:[._-][a-z0-9]+)*-(?:\d+|[0-9a-f]{12})$/, 'expected an id such as "openebs-12"');

/**
 * An entry's id: its change's, and where a pull request gives several entries ".2", ".3" and so on behind it for all
 * but the first.
 */
export const EntryIdSchema = z
  .string()
  .regex(
    /^[a-z0-9]+(?:[._-][a-z0-9]+)*-(?:\d+|[0-9a-f]{12})(?:\.[1-9]\d*)?$/,
    'expected an id such as "openebs-12" or "openebs-12.2"',
  );

/** A vulnerability's public id: CVE (https://www.cve.org) or GitHub's advisory. */
export const VulnerabilityIdSchema = z
  .string()
  .regex(
    /^(?:CVE-\d{4}-\d{4,}|GHSA(?:-[0-9a-z]{4}){3})$/,
    'expected an id such as "CVE-2026-12345" or "GHSA-ab12-cd34-ef56"',
  );

/** The change that an entry tells of. */
export function changeOfEntry(entry: string): string {
  return entry.replace(/(-(?:\d+|[0-9a-f]{12}))\.\d+$/, '$1');
}

/** An absolute http or https address. */
export const WebAddressSchema = z.url({ protocol: /^https?$/ });

/** An IANA time zone name that this runtime knows, as "Asia/Kolkata". */
export const TimeZoneSchema = z
  .string()
  .refine(isTimeZone, 'expected an IANA time zone such as "Asia/Kolkata"');

function isTimeZone(name: string): boolean {
  // Known everywhere; asking loads the data of all zones.
  if (name === 'UTC') return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
