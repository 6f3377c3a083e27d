/** A day that a text names, and where. */
export interface FoundDay {
  /** As "2020-01-31"; null where it can be read in two ways. */
  day: string | null;
  start: number;
  end: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const NTH = '(\\d{1,2})(?:st|nd|rd|th)?';
const CLOCK = '(?:[T ]\\d{2}:\\d{2}(?::\\d{2})?(?:\\.\\d+)?(?: ?(?:Z|UTC|GMT|[+-]\\d{2}:?\\d{2}))?)?';
const FORMS: { form: RegExp; day: (parts: string[]) => string | null }[] = [
  {
    form: new RegExp(`(?<![\\d.])(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})(?![\\d.]\\d|\\d)${CLOCK}`),
    day: ([year, , month, day]) => dayOf(year, month, day),
  },
  {
    form: new RegExp(`\\b${MONTH} ${NTH},? (\\d{4})\\b`, 'i'),
    day: ([month, day, year]) => dayOf(year, monthNumber(month), day),
  },
  {
    form: new RegExp(`\\b${NTH}(?: of)?[ -]${MONTH},?[ -](\\d{4})\\b`, 'i'),
    day: ([day, month, year]) => dayOf(year, monthNumber(month), day),
  },
  {
    form: /(?<![\d.])(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/,
    day: ([first, second, year]) => ofTwoOrders(first, second, year),
  },
];

/** The first day that a text names in a form that people use; null where it names none. */
export function dayInText(text: string): FoundDay | null {
  for (const { form, day } of FORMS) {
    const match = form.exec(text);
    if (match === null) continue;
    const [whole, ...parts] = match;
    return { day: day(parts), start: match.index, end: match.index + whole.length };
  }
  return null;
}

/** The moment that stands for a day in a record. */
export function startOfDay(day: string): string {
  return `${day}T00:00:00+00:00`;
}

/** "11/03/2022" is in March or in November, "31/03/2022" only in March. */
function ofTwoOrders(first = '', second = '', year = ''): string | null {
  if (first === second) return dayOf(year, first, second);
  if (Number(first) > 12) return dayOf(year, second, first);
  return Number(second) > 12 ? dayOf(year, first, second) : null;
}

function monthNumber(name = ''): string {
  return String(MONTHS.indexOf(name.toLowerCase()) + 1);
}

/** Null for a day that no calendar has. */
function dayOf(year = '', month = '', day = ''): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time) || Number(year) < 1970) return null;
  return new Date(time).toISOString().slice(0, 10) === text ? text : null;
}
