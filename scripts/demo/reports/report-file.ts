/** A report as a tool would have written it. */
export interface ReportText {
  name: string;
  text: string;
}

/** A report in JSON, as most tools print it: one value in a line would be no smaller, only harder to read. */
export function jsonReport(name: string, value: unknown): ReportText {
  return { name, text: `${JSON.stringify(value, null, 1)}\n` };
}
