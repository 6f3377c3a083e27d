/** The release that fixtures are of: a minor one of a product with three modules, two of which moved. */
export const PRODUCT = 'lantern';
export const VERSION = '1.4.0';
export const PREVIOUS = '1.3.2';
export const LEAD = 'lantern';
export const API = 'lantern-api';
/** Stands where it stood. */
export const WEB = 'lantern-web';

/** Folder of the release's dossier, from the content folder on. */
export const FOLDER = `ledger/${PRODUCT}/releases/${VERSION}`;

/** An object id that can be told from others at a glance: two digits over and over. */
export function objectId(pair: string): string {
  return pair.repeat(20);
}

/** A digest that can be told from others at a glance: two digits over and over. */
export function digestOf(pair: string): string {
  return `sha256:${pair.repeat(32)}`;
}

/** Where the release and its modules are. The release's commit promotes the staging branch's. */
export const COMMITS = {
  release: objectId('a1'),
  staging: objectId('a5'),
  api: objectId('b1'),
  web: objectId('c1'),
  /** Of the release before. */
  earlier: objectId('0e'),
  /** Of nothing that ships. */
  other: objectId('ff'),
} as const;

/** What was built of the modules that moved. */
export const DIGESTS = { lead: digestOf('a1'), api: digestOf('b1'), other: digestOf('ff') } as const;

/** A time on the day of the release, a Tuesday, in UTC. In the product's zone it is 5:30 later. */
export function at(time: string, day = '2026-02-03'): string {
  return `${day}T${time}:00+00:00`;
}

/** 17:00 in Kolkata. */
export const RELEASED_AT = at('11:30');
/** 16:00 in Kolkata. */
export const DECIDED_AT = at('10:30');
export const CAST_AT = at('10:00');
/** The morning after. */
export const NOW = at('06:00', '2026-02-04');
