/** "February" for "2026-02". */
export function monthName(month: string): string {
  return FORMAT.format(new Date(`${month}-01T00:00:00Z`));
}

const FORMAT = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
