/** A page of many: its number and the way to it. A gap stands for pages that are left out. */
export type PageLink = { is: 'page'; number: number; href: string } | { is: 'gap' };

/** Pages on each side of the one that is read. */
const AROUND = 2;

/** The first page, the last one, and those around the one that is read: a thousand links help nobody. */
export function pageLinks(current: number, count: number, path: (page: number) => string): PageLink[] {
  const shown = Array.from({ length: count }, (_, index) => index + 1).filter(
    (page) => page === 1 || page === count || Math.abs(page - current) <= AROUND,
  );
  return shown.flatMap((number, index): PageLink[] => {
    const link: PageLink = { is: 'page', number, href: path(number) };
    const before = shown[index - 1] ?? 0;
    return number - before > 1 ? [{ is: 'gap' }, link] : [link];
  });
}
