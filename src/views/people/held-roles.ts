import type { Policy, RosterEntry } from '../../records/index.ts';
import { type FactPart, linkPart, textPart, timePart } from '../fact-view.ts';
import { personPath } from '../paths.ts';
import { PEOPLE_PAGE } from '../people-texts.ts';
import { columnsOf, type TableView } from '../table-view.ts';
import { shortDateOf } from '../time-view.ts';

/** A role that somebody holds or held. */
export interface HeldRole {
  person: string;
  role: string;
  /** Null for all modules, and for a role of the whole release. */
  module: string | null;
  /** The first day and the last one; null while it has no end. */
  from: string;
  until: string | null;
}

/** Roles of some people, in the order in which they were taken on. */
export function heldRoles(people: readonly RosterEntry[], { roles }: Pick<Policy, 'roles'>): HeldRole[] {
  const names = new Map(roles.map(({ id, name }) => [id, name]));
  return people
    .flatMap(({ person, roles: held }) =>
      held.map(({ role, module, from, until }) => ({
        person,
        role: names.get(role) ?? role,
        module: module ?? null,
        from,
        until: until ?? null,
      })),
    )
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** Held roles beside thirty people and thirty strangers, below 2,500 DOM nodes. */
const ROLES_ROOM = 70;

/** As many as fit beside people: those that are held today, then those that ended last. Each person's page has all. */
export function shownRoles(held: readonly HeldRole[]): { shown: HeldRole[]; further: number } {
  const last = ({ until }: HeldRole): string => until ?? '9999-12-31';
  const kept = new Set(held.toSorted((a, b) => (last(a) < last(b) ? 1 : -1)).slice(0, ROLES_ROOM));
  return { shown: held.filter((role) => kept.has(role)), further: held.length - kept.size };
}

/** Whether a role is held on a day. */
export function isHeldOn({ from, until }: HeldRole, day: string): boolean {
  return from <= day && (until === null || day <= until);
}

/** Roles as a table. */
export function heldRolesTable(held: readonly HeldRole[], product: string, today: string): TableView {
  const { person, role, module, from, until, now } = PEOPLE_PAGE.columns;
  return {
    caption: PEOPLE_PAGE.roles,
    columns: columnsOf([person, role, module, from, until, now]),
    rows: held.map((each) => [
      [linkPart(each.person, personPath(product, each.person))],
      [textPart(each.role)],
      [textPart(each.module ?? PEOPLE_PAGE.allModules)],
      [dayPart(each.from)],
      [each.until === null ? textPart(PEOPLE_PAGE.stillHeld) : dayPart(each.until)],
      [statePart(each, today)],
    ]),
  };
}

function dayPart(day: string): FactPart {
  return timePart(shortDateOf(`${day}T00:00:00+00:00`));
}

function statePart(held: HeldRole, today: string): FactPart {
  if (isHeldOn(held, today)) return { is: 'mark', mark: PEOPLE_PAGE.held };
  return { is: 'mark', mark: held.from > today ? PEOPLE_PAGE.notYet : PEOPLE_PAGE.notHeld };
}
