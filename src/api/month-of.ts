/** The month that a release's entries are found under. Apart from the schemas: the browser needs it too. */
export function monthOf({ date }: { date: string }): string {
  return date.slice(0, 7);
}
