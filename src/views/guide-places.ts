import { GUIDE_HOME, guidePath } from './paths.ts';

/** A page of the guide in a list of them. */
export interface GuidePlace {
  id: string;
  title: string;
  /** What it answers. */
  asks: string;
  href: string;
}

/** A page in the guide's lists. */
export function guidePlace({ id, title, asks }: Omit<GuidePlace, 'href'>): GuidePlace {
  return { id, title, asks, href: guidePath(id) };
}

/** The pages beside one; the first has the guide's own first page before it. */
export function placesAround(
  places: readonly GuidePlace[],
  id: string,
  home: string,
): { before: { title: string; href: string }; after: GuidePlace | null } {
  const at = places.findIndex((place) => place.id === id);
  return {
    before: places[at - 1] ?? { title: home, href: GUIDE_HOME },
    after: places[at + 1] ?? null,
  };
}
