// Who did what for a product. Only the internal edition's routes import this file.
import { productClock } from '../history/product-clock.ts';
import type { Policy, RosterEntry } from '../records/index.ts';
import {
  type ListPage,
  type ListPages,
  type PageNumber,
  settledPages,
} from '../views/paging/settled-pages.ts';
import type { Act } from '../views/people/act.ts';
import { ACTS_PER_PAGE, type ActContext } from '../views/people/acts-table.ts';
import { deploymentActs } from '../views/people/deployment-acts.ts';
import { distinctActs, strangers, type Tally, tallyOf } from '../views/people/tally.ts';
import { auditVersions } from './audit.ts';
import { environmentIds, readTimeline } from './deployments.ts';
import { readPolicy } from './ledger.ts';
import { judgedAt } from './moment.ts';
import { once } from './once.ts';
import { pageReader } from './page-reader.ts';
import { readTrail } from './trail.ts';

/** The people of a product. */
export interface People {
  policy: Policy;
  /** Today in the product's zone. */
  today: string;
  /** Every act once, the newest first. */
  acts: Act[];
  /** In the order of the roster. */
  roster: { entry: RosterEntry; tally: Tally }[];
  strangers: Tally[];
  context: ActContext;
}

/** Who did what; null where no policy says who is who. */
export function readPeople(product: string): People | null {
  return people(product).known;
}

/** One person of the roster. Throws where there is none. */
export function knownPerson(
  product: string,
  person: string,
): { people: People; at: People['roster'][number] } {
  const known = readPeople(product);
  const at = known?.roster.find(({ entry }) => entry.person === person);
  if (known === null || at === undefined) throw new Error(`${product} has no ${person} in its roster`);
  return { people: known, at };
}

/** What a person of the roster did, as pages. */
export function readActPages(product: string, person: string): ListPages<Act[]> {
  return actPages(`${product} ${person}`);
}

/** One of them. */
export function readActPage(product: string, person: string, page: PageNumber): ListPage<Act[]> {
  return actPage(`${product} ${person}`, page);
}

const actPages = once('act pages', (key) => {
  const [product = '', person = ''] = key.split(' ');
  return settledPages(knownPerson(product, person).at.tally.acts, ACTS_PER_PAGE);
});

const actPage = pageReader('act page', actPages);

const people = once('people', (product): { known: People | null } => {
  const policy = readPolicy(product)?.policy;
  return { known: policy === undefined ? null : assemble(product, policy) };
});

function assemble(product: string, policy: Policy): People {
  const acts = distinctActs([
    ...readTrail(product).flatMap((release) => release.acts),
    ...deploymentActs(deploymentsOf(product), policy),
  ]);
  const byPerson = Map.groupBy(acts, ({ who }) => who.person);
  return {
    policy,
    today: productClock(policy.timeZone).dayOf(judgedAt()),
    acts,
    roster: policy.roster.map((entry) => ({ entry, tally: tallyOfEntry(entry, byPerson) })),
    strangers: strangers(acts),
    context: { product, timeZone: policy.timeZone, versions: new Set(auditVersions(product)) },
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
