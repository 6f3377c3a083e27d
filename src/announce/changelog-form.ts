import type { RootContent } from 'mdast';
import { SECTIONS, type Section } from '../records/sections.ts';
import { TEXTS } from '../views/texts.ts';
import type { AnnouncedSection, Announcement } from './announcement.ts';
import { joinedMarkdown, markdownOf, markdownPieces } from './markdown-text.ts';
import { paragraph, plain } from './note-tree.ts';
import type { Piece } from './pieces.ts';

/**
 * Keep a Changelog's six kinds of changes stand under their own names and in its order. Dependencies and maintenance
 * are changes, too. What is no change has no kind there and keeps its name: what must be done stands first, where it
 * cannot be overlooked, and known issues stand last. Tools that read such files part them at the versions and leave
 * other headings as they are.
 */
const ORDER: readonly Section[] = [
  ...(['action', 'upgrade', 'highlights'] as const),
  ...(['added', 'changed', 'deprecated', 'removed', 'fixed', 'security'] as const),
  'known',
];
const UNDER: Partial<Record<Section, Section>> = { dependencies: 'changed', maintenance: 'changed' };

/** A release as a changelog tells of it. */
export interface ChangelogPart {
  version: string;
  text: string;
  /** Of its page; null where nobody knows where the site is. */
  address: string | null;
}

/** What a changelog says of a release. */
export function changelogPart(announcement: Announcement): ChangelogPart {
  const { address, release } = announcement;
  return { version: release.version, text: releaseText(announcement), address };
}

/** A product's changelog. Releases come as they are given: the newest version first. */
export function* changelogForm(
  name: string,
  parts: Iterable<ChangelogPart>,
): Generator<string, void, undefined> {
  const words = TEXTS.announce;
  const links: string[] = [];
  yield `${markdownOf(heading(1, words.changelog), paragraph(plain(words.changelogLead(name))))}\n\n${words.changelogForm}\n`;
  for (const { version, text, address } of parts) {
    yield `\n${text}\n`;
    if (address !== null) links.push(`[${version}]: ${address}\n`);
  }
  if (links.length > 0) yield `\n${links.join('')}`;
}

/** Prereleases whose final release repeats their entries are told of there; all others stand for themselves. */
export function isInChangelog({ foldedInto }: { foldedInto?: string | null | undefined }): boolean {
  return foldedInto === undefined || foldedInto === null;
}

function releaseText(announcement: Announcement): string {
  const { release, lead, intro, sections } = announcement;
  const yanked = release.withdrawn === null ? '' : ' [YANKED]';
  const title = `## [${release.version}] - ${release.date.slice(0, 10)}${yanked}`;
  const blocks = [...lead.map(deeper), ...intro.map(deeper)];
  const pieces: Piece[] = [
    ...blocks.map((block): Piece => ({ kind: 'prose', block })),
    ...merged(sections).flatMap(sectionPieces),
  ];
  return `${title}${joinedMarkdown(markdownPieces(pieces, { level: 3 }))}`;
}

function sectionPieces({ heading: words, section, prose, items }: AnnouncedSection): Piece[] {
  return [
    { kind: 'heading', words, section },
    ...prose.map((block): Piece => ({ kind: 'prose', block: deeper(block) })),
    ...items.map((item): Piece => ({ kind: 'item', item })),
  ];
}

/** Sections by their place here; a person's own stay in front of the known issues. */
function merged(sections: readonly AnnouncedSection[]): AnnouncedSection[] {
  const result = new Map<string, AnnouncedSection>();
  for (const each of sections) {
    const section = each.section === null ? null : (UNDER[each.section] ?? each.section);
    const words = section === each.section ? each.heading : headingOfSection(section);
    const key = section ?? each.heading;
    const { prose = [], items = [] } = result.get(key) ?? {};
    result.set(key, {
      heading: words,
      section,
      prose: [...prose, ...each.prose],
      items: [...items, ...each.items],
    });
  }
  return [...result.values()].sort((a, b) => place(a) - place(b));
}

function place({ section }: AnnouncedSection): number {
  return section === null ? ORDER.indexOf('known') - 0.5 : ORDER.indexOf(section);
}

function headingOfSection(section: Section | null): string {
  return SECTIONS.find(({ id }) => id === section)?.heading ?? '';
}

/** Headings within a release stand below those of its sections. */
function deeper(node: RootContent): RootContent {
  return node.type === 'heading' ? { ...node, depth: Math.min(Math.max(node.depth + 1, 4), 6) as 4 } : node;
}

function heading(depth: 1, words: string): RootContent {
  return { type: 'heading', depth, children: [plain(words)] };
}
