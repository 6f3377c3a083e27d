/** How big a ledger is that is made for measuring. */
export interface LedgerShape {
  products: number;
  /** Releases of all products together. */
  releases: number;
  /** Changes of each release: at least two, so that both of its modules move. */
  changes: number;
  /** Changes of the newest release of the first product, where they are to be many. */
  widest?: number;
  /** Stage reports of each release, at most five. */
  reports: number;
  /** Over how many years the releases are spread, evenly. */
  years: number;
  /** When the newest release is made, as RFC 3339 in UTC. */
  until: string;
}

/** Three products that have released on every weekday for ten years. */
export const TEN_YEARS: LedgerShape = {
  products: 3,
  releases: 10_000,
  changes: 10,
  reports: 5,
  years: 10,
  until: '2026-09-25T11:30:00+00:00',
};
