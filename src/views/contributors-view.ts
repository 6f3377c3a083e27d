import { spelledOut } from '../markdown/harmless.ts';
import type { Change } from '../records/change.ts';
import { type AccountView, authorKey } from './account-view.ts';
import { PEOPLE } from './change-texts.ts';
import { authorView } from './changes-view.ts';

/** Somebody who worked on a release. */
export interface ContributorView {
  who: AccountView;
  /** What they wrote, in words. */
  wrote: string;
  first: boolean;
}

/** Who worked on a release: people by the number of their changes, bots apart. */
export interface ContributorsView {
  people: ContributorView[];
  bots: ContributorView[];
  /** People for whom there is no room, in one line each. */
  further: string[];
}

interface Work {
  who: AccountView;
  wrote: number;
  coWrote: number;
  first: boolean;
}

/** Listed one by one; a page could hold no more with all its tables. */
const SHOWN = { people: 50, bots: 10 };

/** Who worked on a release, counted from its changes. */
export function contributorsView(changes: readonly Change[]): ContributorsView {
  const works = new Map<string, Work>();
  for (const change of changes) count(change, works);
  const all = [...works.values()].sort(byWeight);
  const people = all.filter(({ who }) => who.kind !== PEOPLE.kinds.bot);
  const bots = all.filter(({ who }) => who.kind === PEOPLE.kinds.bot);
  return {
    people: people.slice(0, SHOWN.people).map(contributorView),
    bots: bots.slice(0, SHOWN.bots).map(contributorView),
    further: [...people.slice(SHOWN.people), ...bots.slice(SHOWN.bots)].map(lineOf),
  };
}

function count(change: Change, works: Map<string, Work>): void {
  const author = workOf(authorView(change), works);
  author.wrote += 1;
  author.first ||= change.firstContribution === true;
  for (const name of new Set(change.coAuthors ?? [])) {
    const work = workOf({ name: spelledOut(name), kind: null, gone: false }, works);
    if (work !== author) work.coWrote += 1;
  }
}

function workOf(who: AccountView, works: Map<string, Work>): Work {
  const key = authorKey(who);
  const work = works.get(key) ?? { who, wrote: 0, coWrote: 0, first: false };
  if (who.kind !== null) work.who = who;
  works.set(key, work);
  return work;
}

function contributorView(work: Work): ContributorView {
  return { who: work.who, wrote: wroteText(work), first: work.first };
}

function wroteText({ wrote, coWrote }: Work): string {
  const parts = [wrote > 0 ? PEOPLE.wrote(wrote) : null, coWrote > 0 ? PEOPLE.coWrote(coWrote) : null];
  return parts.filter((part) => part !== null).join(', ');
}

function lineOf(work: Work): string {
  return `${work.who.name}  ${wroteText(work)}${work.first ? `  ${PEOPLE.first}` : ''}`;
}

function byWeight(a: Work, b: Work): number {
  const difference = b.wrote + b.coWrote - a.wrote - a.coWrote;
  return difference || (a.who.name < b.who.name ? -1 : 1);
}
