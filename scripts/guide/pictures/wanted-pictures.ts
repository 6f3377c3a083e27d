/** A picture that the guide shows of a page of the sample's internal edition. */
export interface WantedPicture {
  name: string;
  address: string;
  /** The part of the page that is shown, as a selector. */
  of: string;
  /** It is a table of many columns. */
  isWide?: true;
}

const OPEN = '/audit/director/1.26.3/';

/** All pictures of the guide, by the names under which its pages call them. */
export const WANTED_PICTURES: readonly WantedPicture[] = [
  { name: 'board', address: '/audit/', of: 'article:has(#current-1)' },
  { name: 'stages', address: `${OPEN}stages/`, of: 'table.stages' },
  { name: 'votes', address: `${OPEN}votes/`, of: 'table.votes' },
  { name: 'verdict', address: `${OPEN}verdict/`, of: 'main' },
  {
    name: 'environments',
    address: '/audit/director/environments/',
    of: 'section[aria-labelledby="matrix"]',
  },
  { name: 'rollbacks', address: '/audit/rollbacks/', of: 'section.rollbacks', isWide: true },
  { name: 'seals', address: '/audit/verification/', of: 'main' },
  { name: 'population', address: '/audit/population/', of: 'main' },
];
