/** The pages of the guide in the order in which they are read, by the names of their files. */
export const GUIDE_ORDER = [
  'day',
  'stages',
  'voting',
  'blessing',
  'deploying',
  'rolling-back',
  'sealing',
  'auditing',
  'notes',
  'products',
  'history',
  'upkeep',
] as const;

export type GuidePageId = (typeof GUIDE_ORDER)[number];
