import { TEXTS } from '../views/texts.ts';
import type { AnnouncedItem, AnnouncedSection, Announcement } from './announcement.ts';
import { headlineCounts } from './counts.ts';
import { escapeSlack, slackLink, slackOf } from './slack-words.ts';

/** Slack's limits, in characters and blocks: docs.slack.dev/reference/block-kit and /reference/methods/chat.postMessage. */
export const SLACK = { blocks: 50, section: 3_000, header: 150, text: 4_000 } as const;

/** A message of more words is an article: nobody reads it in a channel. */
const MOST_CHARACTERS = 12_000;

/** An entry of more characters is told by its title. */
const ENTRY_CHARACTERS = 1_500;
const TITLE_CHARACTERS = 300;

/** A block of a message. `verbatim`: names of channels and of everybody are words, not mentions. */
export type SlackBlock =
  | { type: 'header'; text: { type: 'plain_text'; text: string; emoji: false } }
  | { type: 'section'; text: { type: 'mrkdwn'; text: string; verbatim: true } };

/** What chat.postMessage and incoming webhooks take, but for the channel. */
export interface SlackMessage {
  /** What notifications show, and programs that know no blocks. */
  text: string;
  blocks: SlackBlock[];
  unfurl_links: false;
  unfurl_media: false;
}

/** A message with how many entries it says are to be read elsewhere. */
export interface SlackAnnouncement {
  message: SlackMessage;
  following: number;
}

/** A message for a channel: what it is, what must be done in full, the rest entry by entry in a line. */
export function slackForm(announcement: Announcement): SlackAnnouncement {
  const lead = paragraphsThatFit(announcement);
  const { blocks, shown } = entryBlocks(announcement.sections);
  const count = announcement.sections.reduce((sum, { items }) => sum + items.length, 0);
  const following = count - shown;
  const message: SlackMessage = {
    text: cut(escapeSlack(fallback(announcement)), SLACK.text),
    blocks: [header(announcement.title), ...lead, ...blocks, ...lastBlock(announcement, following)],
    unfurl_links: false,
    unfurl_media: false,
  };
  return { message, following };
}

function header(title: string): SlackBlock {
  return { type: 'header', text: { type: 'plain_text', text: cut(title, SLACK.header), emoji: false } };
}

function section(text: string): SlackBlock {
  return { type: 'section', text: { type: 'mrkdwn', text, verbatim: true } };
}

/** Each paragraph of the lead that one block can hold; the withdrawal's is among them, however long its reason. */
function paragraphsThatFit({ lead }: Announcement): SlackBlock[] {
  return lead.slice(0, LEAD_BLOCKS).map((block) => section(cut(slackOf([block]), SLACK.section)));
}

const LEAD_BLOCKS = 6;
const ENTRY_BLOCKS = SLACK.blocks - LEAD_BLOCKS - 2;

/** Nobody is told of these in a channel. */
const QUIET: readonly (string | null)[] = ['dependencies', 'maintenance'];

/** A block under way: its lines, and how many of them are entries. */
interface Filling {
  text: string;
  entries: number;
}

/** Entries in as few blocks as hold them, each section under its heading. No entry is cut off: what has no room follows. */
function entryBlocks(sections: readonly AnnouncedSection[]): { blocks: SlackBlock[]; shown: number } {
  const told = sections.filter(({ section: meaning, items }) => !QUIET.includes(meaning) && items.length > 0);
  const filled = withinMessage(told.flatMap(sectionFillings));
  const shown = filled.reduce((sum, { entries }) => sum + entries, 0);
  return { blocks: filled.map(({ text }) => section(text)), shown };
}

function sectionFillings({ heading, section: meaning, items }: AnnouncedSection): Filling[] {
  const fillings: Filling[] = [{ text: `*${escapeSlack(cut(heading, SLACK.header))}*`, entries: 0 }];
  for (const item of items) {
    const line = `• ${entryText(item, meaning === 'action')}`;
    const last = fillings.at(-1);
    if (last !== undefined && last.text.length + 1 + line.length <= SLACK.section) {
      last.text += `\n${line}`;
      last.entries += 1;
    } else fillings.push({ text: line, entries: 1 });
  }
  return fillings;
}

/** As many from the start as one message can hold. */
function withinMessage(fillings: readonly Filling[]): Filling[] {
  let room = MOST_CHARACTERS;
  const end = fillings.findIndex(({ text }, index) => {
    room -= text.length;
    return room < 0 || index >= ENTRY_BLOCKS;
  });
  return end === -1 ? [...fillings] : fillings.slice(0, end);
}

/** What must be done is told in full; of the rest the first lines, which lead to the entry. */
function entryText(item: AnnouncedItem, full: boolean): string {
  const text = slackOf(full ? item.blocks : item.blocks.slice(0, 1)).replaceAll('\n', '\n    ');
  const link = item.address === null ? '' : ` ${slackLink(item.address, '#')}`;
  if (text.length <= ENTRY_CHARACTERS && text !== '') return `${text}${link}`;
  const title = cut(item.title, TITLE_CHARACTERS) || TEXTS.announce.wholeNotes;
  return item.address === null ? escapeSlack(title) : slackLink(item.address, title);
}

function lastBlock({ address }: Announcement, following: number): SlackBlock[] {
  const words = TEXTS.announce;
  const more = following === 0 ? [] : [escapeSlack(words.follow(following))];
  const link = address === null ? [] : [slackLink(address, words.wholeNotes)];
  const line = [...more, ...link].join(' ');
  return line === '' ? [] : [section(line)];
}

function fallback(announcement: Announcement): string {
  const { title, address } = announcement;
  return [title, headlineCounts(announcement), ...(address === null ? [] : [address])].join(': ');
}

/** Cuts between characters, and never in the midst of an escaped one. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const room = text.slice(0, most - 1);
  return `${room.replace(/&[a-z]{0,3}$|<[^>]*$|[\uD800-\uDBFF]$/, '')}…`;
}
