import { PEOPLE_PAGE, PERSON_PAGE } from '../people-texts.ts';
import { shortDateOf } from '../time-view.ts';
import { type HeldRole, isHeldOn } from './held-roles.ts';

/** A held role as a bar. Lengths are in the drawing's own units. */
export interface RoleBar {
  label: string;
  y: number;
  x: number;
  width: number;
  /** Held today: drawn in full. */
  held: boolean;
}

/** Held roles over time. */
export interface RoleTimeline {
  width: number;
  height: number;
  description: string;
  bars: RoleBar[];
  /** Days with a line of their own: the first one, and today. */
  marks: { x: number; label: string; anchor: 'start' | 'end' }[];
}

const WIDTH = 580;
/** Where the bars begin: names stand before. */
const LEFT = 300;
/** Characters of a name that fit there. */
const NAME = 46;
const ROW = 22;
const HEAD = 22;
const DAY = 86_400_000;
const THINNEST = 3;

/** Draws held roles from the first day of any to today. */
export function roleTimeline(held: readonly HeldRole[], today: string): RoleTimeline {
  const end = Date.parse(today) + DAY;
  const start = Math.min(end - DAY, ...held.map(({ from }) => Date.parse(from)));
  const place = (time: number): number =>
    Math.round(LEFT + ((Math.min(Math.max(time, start), end) - start) / (end - start)) * (WIDTH - LEFT));
  return {
    width: WIDTH,
    height: HEAD + held.length * ROW,
    description: PEOPLE_PAGE.timeline(held.length),
    bars: held.map((role, index) => barOf(role, index, today, place)),
    marks: [
      { x: LEFT, label: shortDateOf(new Date(start).toISOString()).shown, anchor: 'start' },
      { x: WIDTH, label: PEOPLE_PAGE.today, anchor: 'end' },
    ],
  };
}

/** The last day counts whole. */
function barOf(role: HeldRole, index: number, today: string, place: (time: number) => number): RoleBar {
  const x = place(Date.parse(role.from));
  const end = role.until === null ? Number.POSITIVE_INFINITY : Date.parse(role.until) + DAY;
  return {
    label: shortened(`${role.person}, ${PERSON_PAGE.vote(role.role, role.module)}`),
    y: HEAD + index * ROW,
    x: Math.min(x, WIDTH - THINNEST),
    width: Math.max(THINNEST, place(end) - x),
    held: isHeldOn(role, today),
  };
}

function shortened(name: string): string {
  return name.length > NAME ? `${name.slice(0, NAME - 1)}…` : name;
}
