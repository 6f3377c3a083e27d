const MINUTE = 60_000;
const UNITS = [
  ['day', 24 * 60],
  ['hour', 60],
  ['minute', 1],
] as const;

/** Tells how far away the times of the board are, "in 2 hours" or "overdue", and keeps that up. */
export function tellDistances(): void {
  const times = document.querySelectorAll<HTMLTimeElement>('time[data-until]');
  if (times.length === 0) return;
  const words = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: 'always' });
  const tell = (): void => {
    for (const time of times) tellDistance(time, words);
  };
  tell();
  setInterval(tell, MINUTE);
}

/** The distance is drawn by the style sheet, so that the page reads the same without it. */
function tellDistance(time: HTMLTimeElement, words: Intl.RelativeTimeFormat): void {
  const minutes = (Date.parse(time.dateTime) - Date.now()) / MINUTE;
  const isPast = minutes < 0;
  time.dataset['distance'] = isPast ? (time.dataset['until'] ?? '') : inWords(minutes, words);
  time.classList.toggle('overdue', isPast);
}

function inWords(minutes: number, words: Intl.RelativeTimeFormat): string {
  const [unit, size] = UNITS.find(([, length]) => minutes >= length) ?? UNITS[2];
  return words.format(Math.floor(minutes / size), unit);
}
