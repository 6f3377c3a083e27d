/** A change that a release brings. */
export interface DeliveredChange {
  /** The same for copies of the change on other branches. */
  id: string;
  /** Milliseconds: when version control first had it on the branch, as the landing commit says. */
  committedAt: number;
  /** Its module: a deployment of other modules only does not bring it. Absent: any deployment of the release does. */
  module?: string;
}

/** What metrics of delivery have to know of a product's releases. */
export interface DeliveryFacts {
  /** The changes of a release; of one that nobody knows, none. */
  changesOf(version: string): readonly DeliveredChange[];
  /**
   * The release that a release was made on top of, and whose changes it contains beside its own; null for the first.
   * Where it is absent, `changesOf` gives everything that a release contains.
   */
  previousOf?(version: string): string | null;
  /** Whether it is an emergency release: nobody had planned it. */
  isUnplanned(version: string): boolean;
  /** Milliseconds: when the incident behind an emergency release was declared; null where nothing says. */
  declaredAt?(version: string): number | null;
}
