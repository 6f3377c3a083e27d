import type { Policy } from '../../../src/records/index.ts';
import type { Dossier } from '../../../src/verdict/dossier.ts';
import { callFacts } from './call-facts.ts';
import type { OwedBy } from './call-owed.ts';
import { type CallLine, type CallPart, callParts, callTitle } from './call-parts.ts';
import { firstFew, shortened } from './readable.ts';
import { escapeSlack, headerBlock, SLACK_LIMITS, type SlackBlock, sectionBlocks } from './slack-blocks.ts';

/** What chat.postMessage and incoming webhooks of Slack take. */
export interface SlackMessage {
  /** For notifications and exports, which show no blocks: the times and what is voted on. */
  text: string;
  blocks: SlackBlock[];
}

/** How many blocks a paragraph may take; together with the title no more than Slack lets through. */
const MOST_BLOCKS: Record<CallPart['id'], number> = {
  times: 1,
  contents: 6,
  controls: 8,
  owed: 12,
  targets: 20,
  answer: 1,
};

/** A request for votes on a release as a Slack message of blocks. */
export function callBlocks(dossier: Dossier): SlackMessage {
  const facts = callFacts(dossier);
  const parts = callParts(facts);
  const mentions = mentionsOf(dossier.policy.data);
  return {
    text: fallbackText(callTitle(facts), parts),
    blocks: [
      headerBlock(callTitle(facts)),
      ...parts.flatMap((part) => sectionBlocks(partLines(part, mentions), MOST_BLOCKS[part.id])),
    ],
  };
}

function partLines({ title, lines }: CallPart, mentions: ReadonlyMap<string, string>): string[] {
  const told = lines.map((line) => lineMarkup(line, mentions));
  return title === null ? lines.map(({ text }) => escapeSlack(text)) : [`*${escapeSlack(title)}*`, ...told];
}

const SHOWN_PEOPLE = 10;

function lineMarkup({ text, inner, people }: CallLine, mentions: ReadonlyMap<string, string>): string {
  const start = inner ? '        ◦ ' : '• ';
  const asked = firstFew(
    people.map((each) => personMarkup(each, mentions)),
    SHOWN_PEOPLE,
  );
  return `${start}${escapeSlack(text)}${asked.length === 0 ? '' : `: ${asked.join(', ')}`}`;
}

/** Who is asked is called: only people of the roster, by the account that it has of them. */
function personMarkup({ person, remark }: OwedBy, mentions: ReadonlyMap<string, string>): string {
  const mention = mentions.get(person);
  const name = mention === undefined ? escapeSlack(person) : `${escapeSlack(person)} ${mention}`;
  return remark === null ? name : `${name} (${escapeSlack(remark)})`;
}

function mentionsOf({ roster }: Policy): Map<string, string> {
  return new Map(
    roster.flatMap(({ person, accounts }) => {
      const account = accounts.find(({ on, id }) => on === 'slack' && /^[UW][A-Z0-9]{2,}$/.test(id));
      return account === undefined ? [] : [[person, `<@${account.id}>`] as const];
    }),
  );
}

/** Commits stand in it in full: an export of the channel has only this, and votes of the thread are read beside it. */
function fallbackText(title: string, parts: readonly CallPart[]): string {
  const lines = parts
    .filter(({ id }) => id === 'times' || id === 'targets')
    .flatMap((part) => part.lines.map(({ text, inner }) => escapeSlack(inner ? `  ${text}` : text)));
  const [first, ...more] = sectionBlocks([escapeSlack(title), ...lines], 1);
  return more.length === 0 ? (first?.text.text ?? title) : shortened(title, SLACK_LIMITS.message);
}
