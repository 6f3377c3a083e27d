import { escapeInline } from '../../src/markdown/escape.ts';
import { counted } from '../../src/verdict/wording.ts';
import { firstFew, plainLine } from '../dossier/opening/readable.ts';
import { sumLine } from '../verbs/conservation.ts';
import type { DraftFacts } from './draft-facts.ts';

/** A pull request against the ledger, or the message of the commit that it is made from. */
export interface DraftText {
  /** One line. */
  title: string;
  /** Markdown. */
  body: string;
}

/** Beyond so many, a list only says how many more there are: the note and the dossier have all of them. */
const SHOWN = 10;
const LONGEST = 200;

/** Words the request to edit a drafted note: what is in it, what to look at, what happens when it is merged. */
export function draftText(facts: DraftFacts): DraftText {
  const blocks = [introduction(facts), contents(facts), ...tasks(facts), whatMergingDoes(facts)];
  return {
    title: safe(`Release note of ${facts.name} ${facts.version}`),
    body: `${blocks.join('\n\n')}\n`,
  };
}

function introduction({ product, version, tag, note }: DraftFacts): string {
  const from =
    tag === null ? 'It has no tag yet.' : `Drafted from tag \`${tag.name}\`, commit \`${tag.commit}\`.`;
  const where =
    note === null ? 'There is no note of it.' : `Edit \`${note}\` on this branch: your words stay.`;
  return `${from} ${where}\n\n\`\`\`\nledger notes --product ${product} --release ${version}\n\`\`\``;
}

function contents({ sections, sum }: DraftFacts): string {
  const parts = sections.map(
    ({ heading, bullets }) => `- ${safe(heading)}: ${bullets === 1 ? '1 entry' : `${bullets} entries`}`,
  );
  const lines = parts.length === 0 ? ['- nothing that customers would notice'] : parts;
  return ['## What it tells', '', ...lines, '', `${sumLine(sum)}.`].join('\n');
}

function tasks(facts: DraftFacts): string[] {
  const lists = [unresolved(facts), mistakes(facts), unwritten(facts), events(facts), verdict(facts)];
  const found = lists.filter((list) => list !== null);
  return found.length === 0 ? ['## To look at\n\nNothing.'] : ['## To look at', ...found];
}

function unresolved({ unresolved: commits }: DraftFacts): string | null {
  return list(
    `${counted(commits.length, 'commit')} not accounted for: the release cannot be sealed until the policy says what they are`,
    commits.map(({ commit, reason }) => `\`${commit.slice(0, 12)}\` ${safe(reason)}`),
  );
}

function mistakes({ mistakes: found, note }: DraftFacts): string | null {
  return list(
    `${counted(found.length, 'mistake')} in the note`,
    found.map(({ line, severity, says, todo }) => {
      const stops = severity === 'error' ? ' (stops the build)' : '';
      return `\`${note}:${line}\`${stops}: ${safe(`${says}. ${todo}`)}`;
    }),
  );
}

function unwritten({ unwritten: entries }: DraftFacts): string | null {
  const what = entries.length === 1 ? '1 entry has' : `${entries.length} entries have`;
  return list(
    `${what} only the words of a title: say what changed for customers`,
    entries.map(({ id, text }) => `\`${id}\` ${safe(text)}`),
  );
}

function events({ events: texts }: DraftFacts): string | null {
  return list('What the harvest noticed', texts.map(safe));
}

const VERDICTS = { blessed: 'blessed', 'not-blessed': 'not blessed', unproven: 'not proven' };

function verdict({ verdict: word, open }: DraftFacts): string | null {
  if (word === 'blessed') return null;
  return list(
    `The release is ${VERDICTS[word]} yet; merging publishes it all the same`,
    open.map(({ id, result, reasons: [first, ...more] }) => {
      const others = more.length === 0 ? '' : ` (and ${more.length} more)`;
      return `\`${id}\` ${result}: ${safe(first?.text ?? 'nothing shows it')}${others}`;
    }),
  );
}

function whatMergingDoes({ product, version }: DraftFacts): string {
  return `## Merging\n\nMerging makes the note public. Until then nobody but readers of this repository sees it. All reasons: \`ledger verdict --product ${product} --release ${version}\`.`;
}

/** A box to tick with what belongs to it; null where there is nothing. */
function list(what: string, items: readonly string[]): string | null {
  if (items.length === 0) return null;
  return [`- [ ] ${what}`, ...firstFew(items, SHOWN).map((item) => `  - ${item}`)].join('\n');
}

/** Foreign words that neither format, nor link, nor call anybody, nor close an issue where the text is shown. */
function safe(text: string): string {
  return escapeInline(plainLine(text, LONGEST)).replace(/[@#!](?=\w)/g, '$&\u200B');
}
