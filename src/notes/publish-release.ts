import type { NoteBody, NoteBullet } from '../markdown/note-body.ts';
import type { NoteImages } from '../markdown/note-image.ts';
import { definitionsOf, renderBlocks } from '../markdown/render.ts';
import type { KnownIssue, Note, NoteEntry } from '../records/note.ts';
import type { PublicIssue } from './public-entry.ts';
import type { PublicRelease } from './public-release.ts';
import { leastMature, publishEntry } from './publish-entry.ts';
import { issueWordsOf, titleOf } from './words.ts';

/** The site around a note, as its facts need it. */
export interface ReleasePlace {
  /** The release's page. */
  address: string;
  /** Pictures beside the note. */
  images: NoteImages;
  addressOf: (bullet: NoteBullet) => string;
  pullRequestUrl: (entry: NoteEntry) => string | null;
}

/** A note as everybody may know it: what is in it, what it says of itself, and where each entry is. */
export function publishRelease(note: Note, body: NoteBody, place: ReleasePlace): PublicRelease {
  const definitions = definitionsOf(body.intro, ...body.sections.map(({ prose }) => prose));
  const entries = new Map(note.entries.map((entry) => [entry.id, entry]));
  const sections = body.sections.filter(({ section }) => section !== 'known');
  return {
    ...standing(note),
    address: place.address,
    introHtml: renderBlocks(body.intro, { level: 2, images: place.images }),
    prose: proseOf(body, definitions, place.images),
    entries: sections.flatMap((section) =>
      section.bullets.map((bullet) => publishEntry(bullet, section, { ...place, entries, definitions })),
    ),
    known: knownIssues(note, body, place, definitions),
    features: featuresOf(note),
    compatibility: note.compatibility ?? {},
    updates: note.updates ?? [],
  };
}

/** What the front matter alone says of a release's place among the others. */
function standing(
  note: Note,
): Omit<
  PublicRelease,
  'address' | 'introHtml' | 'prose' | 'entries' | 'known' | 'features' | 'compatibility' | 'updates'
> {
  return {
    product: note.product,
    version: note.version,
    date: note.date,
    prerelease: note.prerelease,
    parents: parentsOf(note),
    previous: note.previous,
    folds: note.folds ?? [],
    foldedInto: note.foldedInto ?? null,
    withdrawn: withdrawalOf(note),
  };
}

/** The releases that one grew from directly. */
export function parentsOf({ descendsFrom, previous }: Pick<Note, 'descendsFrom' | 'previous'>): string[] {
  return descendsFrom ?? (previous === null ? [] : [previous]);
}

/** A feature is as far as its least mature entry; what a person wrote for the whole release comes first. */
function featuresOf({ entries, features = {} }: Note): PublicRelease['features'] {
  const told = entries.filter(({ feature }) => feature !== undefined);
  const byFeature = Map.groupBy(told, ({ feature = '' }) => feature);
  const words = [...byFeature].map(([feature, same]) => [feature, leastMature(same)] as const);
  return { ...Object.fromEntries(words), ...features };
}

function withdrawalOf({ withdrawn }: Note): PublicRelease['withdrawn'] {
  if (withdrawn === undefined) return null;
  return { reason: withdrawn.reason, use: withdrawn.use ?? null, at: withdrawn.at ?? null };
}

function proseOf(body: NoteBody, definitions: string, images: NoteImages): PublicRelease['prose'] {
  return body.sections
    .filter(({ prose }) => prose.trim() !== '')
    .map(({ heading, prose }) => ({ heading, html: renderBlocks(prose, { level: 3, definitions, images }) }));
}

function knownIssues(note: Note, body: NoteBody, place: ReleasePlace, definitions: string): PublicIssue[] {
  const facts = new Map((note.known ?? []).map((issue) => [issue.id, issue]));
  return body.sections
    .filter(({ section }) => section === 'known')
    .flatMap(({ bullets }) => bullets)
    .map((bullet) => {
      const words = issueWordsOf(bullet.text);
      const blocks = (markdown: string) =>
        renderBlocks(markdown, { level: 4, definitions, images: place.images });
      return {
        ...issueFacts(facts.get(bullet.ids[0] ?? ''), note),
        address: place.addressOf(bullet),
        title: titleOf(words.problem),
        markdown: words.problem,
        html: blocks(words.problem),
        workaroundHtml: words.workaround === null ? null : blocks(words.workaround),
      };
    });
}

type IssueFacts = Pick<PublicIssue, 'id' | 'module' | 'since' | 'found' | 'fixedBy' | 'fixedIn'>;

function issueFacts(issue: KnownIssue | undefined, { version, date }: Note): IssueFacts {
  return {
    id: issue?.id ?? null,
    module: issue?.module ?? null,
    since: issue?.since ?? version,
    found: issue?.found ?? date.slice(0, 10),
    fixedBy: issue?.fixedBy ?? null,
    fixedIn: issue?.fixedIn ?? [],
  };
}
