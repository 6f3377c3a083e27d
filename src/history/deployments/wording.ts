/** A sentence about a deployment, and the record that shows it. */
export interface DeploymentFinding {
  text: string;
  /** Path from the content folder; null where no record is what is missing. */
  record: string | null;
}

/** "a, b and c". */
export function joined(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** Milliseconds as records write a time: "2026-02-03T10:30:00+00:00". */
export function instant(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}+00:00`;
}
