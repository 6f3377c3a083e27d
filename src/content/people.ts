// Who did what for a product. Only the internal edition's routes import this file.
import { productClock } from '../history/product-clock.ts';
import type { Policy, RosterEntry } from '../records/index.ts';
import { type ListPage, mapPages, type PageNumber, settledPages } from '../views/paging/settled-pages.ts';
import type { Act } from '../views/people/act.ts';
import { ACTS_PER_PAGE, type ActContext } from '../views/people/acts-table.ts';
import { deploymentActs } from '../views/people/deployment-acts.ts';
import { distinctActs, strangers, type Tally, tallyOf } from '../views/people/tally.ts';
import { auditVersions } from './audit.ts';
import { environmentIds, readTimeline } from './deployments.ts';
import { judgedVersions } from './dossier.ts';
import { knownPolicy, readPolicy, timeZoneOf } from './ledger.ts';
import { judgedAt } from './moment.ts';
import { once } from './once.ts';
import { listOfPages, pageReader } from './page-reader.ts';
import { actsOfRelease } from './trail.ts';

/** The people of a product. */
export interface People {
  policy: Policy;
  /** Every act once, the newest first. */
  acts: Act[];
  /** In the order of the roster. */
  roster: { entry: RosterEntry; tally: Tally }[];
  strangers: Tally[];
}

/** A person of the roster in short. */
export interface PersonInShort {
  entry: RosterEntry;
  counts: Tally['counts'];
  /** How many acts there are of all kinds. */
  acts: number;
  /** Each yes to the own work, the newest first. */
  conflicts: Act[];
}

/** Who did what; null where no policy says who is who. */
export function readPeople(product: string): People | null {
  return people(product).known;
}

/** One person of the roster. Throws where there is none. */
export function readPerson(product: string, person: string): PersonInShort {
  return inShort(`${product} ${person}`);
}

/** What tables of a product's acts have to know: each release is asked about alone. */
export function readActContext(product: string): ActContext {
  const timeZone = knownPolicy(product).timeZone;
  return { product, timeZone, versions: { has: (version) => auditVersions.has(product, version) } };
}

/** Today in a product's zone. */
export const todayOf: (product: string) => string = once(
  'today',
  (product) => productClock(timeZoneOf(product)).dayOf(judgedAt()),
  { cut: true },
);

/** The numbers of the pages of what a person of the roster did. */
export function actPageNumbers(product: string, person: string): number[] {
  return actPage.numbers(`${product} ${person}`);
}

/** One of these pages. */
export function readActPage(product: string, person: string, page: PageNumber): ListPage<Act[]> {
  const at = actPage(`${product} ${person}`, page);
  return { ...at, content: at.content.map((act) => (typeof act === 'string' ? actAt(product, act) : act)) };
}

/** All of it, the newest first. */
export function readActs(product: string, person: string): Act[] {
  return listOfPages((page) => readActPage(product, person, page));
}

/** An act by its place among those of its release, as "1.2.0 3"; of a deployment the act itself. */
type PlacedAct = string | Act;

/** Told apart by places, so that what people did is not written down again for each of their pages. */
const actPages = once('act pages', (key) => {
  const [product = ''] = key.split(' ');
  const places = placesOfActs(product);
  const pages = settledPages(knownPerson(key).tally.acts, ACTS_PER_PAGE);
  return mapPages(pages, (acts) => acts.map((act): PlacedAct => places.get(act) ?? act));
});

const placesOfActs = once('places of acts', (product): ReadonlyMap<Act, string> => {
  const placed = judgedVersions(product).flatMap((version) =>
    actsOfRelease(product, version).map((act, at) => [act, `${version} ${at}`] as const),
  );
  return new Map(placed);
});

function actAt(product: string, place: string): Act {
  const [version = '', at] = place.split(' ');
  const act = actsOfRelease(product, version)[Number(at)];
  if (act === undefined) throw new Error(`nobody did anything for ${product} at ${place}`);
  return act;
}

const actPage = pageReader('act page', actPages);

/** The people of a product's roster; none where no policy says who is who. */
export function readRoster(product: string): readonly RosterEntry[] {
  return readPolicy(product)?.policy.roster ?? [];
}

/** How many people the longer of a product's two lists has. */
export const longestList: (product: string) => number = once(
  'longest list of people',
  (product) => {
    const known = readPeople(product);
    return Math.max(known?.roster.length ?? 0, known?.strangers.length ?? 0);
  },
  { kept: true },
);

const inShort = once(
  'person in short',
  (key): PersonInShort => {
    const { entry, tally } = knownPerson(key);
    const conflicts = tally.acts.filter(({ conflict }) => conflict !== null);
    return { entry, counts: tally.counts, acts: tally.acts.length, conflicts };
  },
  { cut: true },
);

function knownPerson(key: string): People['roster'][number] {
  const [product = '', person = ''] = key.split(' ');
  const at = readPeople(product)?.roster.find(({ entry }) => entry.person === person);
  if (at === undefined) throw new Error(`${product} has no ${person} in its roster`);
  return at;
}

const people = once('people', (product): { known: People | null } => {
  const policy = readPolicy(product)?.policy;
  return { known: policy === undefined ? null : assemble(product, policy) };
});

function assemble(product: string, policy: Policy): People {
  const acts = distinctActs([
    ...judgedVersions(product).flatMap((version) => actsOfRelease(product, version)),
    ...deploymentActs(deploymentsOf(product), policy),
  ]);
  const byPerson = Map.groupBy(acts, ({ who }) => who.person);
  return {
    policy,
    acts,
    roster: policy.roster.map((entry) => ({ entry, tally: tallyOfEntry(entry, byPerson) })),
    strangers: strangers(acts),
  };
}

function deploymentsOf(product: string) {
  return environmentIds(product).flatMap((environment) =>
    readTimeline(product, environment).map(({ record }) => record),
  );
}

function tallyOfEntry({ person }: RosterEntry, acts: ReadonlyMap<string | null, Act[]>): Tally {
  return tallyOf({ person, name: person, bot: false }, acts.get(person) ?? []);
}
