import type { PhrasingContent, RootContent } from 'mdast';
import type { PublicEntry, PublicIssue } from '../notes/public-entry.ts';
import { toldWithdrawals } from '../notes/told-withdrawals.ts';
import { TEXTS } from '../views/texts.ts';
import type { VersionSet } from '../views/version-link.ts';
import { blocksOf, bold, paragraph, plain } from './note-tree.ts';
import { type Site, versionLink } from './site-links.ts';

/** What an entry needs to know of its product. */
export interface ItemContext {
  site: Site;
  product: string;
  /** Versions that have a page. */
  known: VersionSet;
  /** Names of modules by id; empty where the product has one only. */
  modules: ReadonlyMap<string, string>;
  /** Link definitions of the note. */
  definitions: string;
}

const words = TEXTS.announce;

/** An entry's words with its marks in front of them and what is known of it behind them. */
export function entryBlocks(entry: PublicEntry, context: ItemContext): RootContent[] {
  const blocks = blocksOf(entry.markdown, 4, context.definitions);
  return [
    ...framed(blocks, marksOf(entry), inBrackets(factsOf(entry, context))),
    ...toldWithdrawals(entry).map((withdrawal) => withdrawalLine(withdrawal, entry, context)),
  ];
}

/** A known issue: what is wrong, what to do about it, and where it is mended. */
export function issueBlocks(
  issue: PublicIssue,
  workaround: string | null,
  context: ItemContext,
): RootContent[] {
  const helps = workaround === null ? [] : blocksOf(workaround, 4, context.definitions);
  const mended = issue.fixedIn.map((version) => [linked(version, context)]);
  return [
    ...blocksOf(issue.markdown, 4, context.definitions),
    ...(workaround === null ? [] : framed(helps, [bold(`${words.workaround}:`)], [])),
    ...(mended.length === 0 ? [] : [paragraph(plain(`${words.fixedIn} `), ...listed(mended))]),
  ];
}

/** Puts words in front of and behind a text's first paragraph; they are paragraphs where it begins with none. */
function framed(blocks: RootContent[], before: PhrasingContent[], behind: PhrasingContent[]): RootContent[] {
  const [first, ...rest] = blocks;
  const space = (words: PhrasingContent[]) => (words.length === 0 ? [] : [plain(' ')]);
  if (first?.type !== 'paragraph') return [...own(before), ...blocks, ...own(behind)];
  const children = [...before, ...space(before), ...first.children, ...space(behind), ...behind];
  return [{ ...first, children }, ...rest];
}

function own(words: PhrasingContent[]): RootContent[] {
  return words.length === 0 ? [] : [paragraph(...words)];
}

function marksOf({ breaking, maturity }: PublicEntry): PhrasingContent[] {
  const marks = [
    ...(breaking ? [TEXTS.release.breaking] : []),
    ...(maturity === 'stable' ? [] : [TEXTS.marks[maturity]]),
  ];
  return marks.length === 0 ? [] : [bold(`${marks.join(', ')}:`)];
}

/** Each fact is a few words that belong together. */
function factsOf(entry: PublicEntry, context: ItemContext): PhrasingContent[][] {
  const modules = entry.modules.flatMap((id) => context.modules.get(id) ?? []);
  const also = listed(entry.alsoIn.map((version) => [linked(version, context)]));
  return [
    ...modules.map((name) => [plain(name)]),
    ...entry.pullRequests.map(({ number, url }): PhrasingContent[] =>
      url === null ? [plain(`#${number}`)] : [{ type: 'link', url, children: [plain(`#${number}`)] }],
    ),
    ...(also.length === 0 ? [] : [[plain(`${TEXTS.release.alsoIn} `), ...also]]),
  ];
}

function withdrawalLine(
  { ids, in: version, restoredIn }: PublicEntry['withdrawals'][number],
  entry: PublicEntry,
  context: ItemContext,
): RootContent {
  const only = ids.length === entry.ids.length ? '' : `${ids.join(', ')} `;
  const back =
    restoredIn === null ? [] : [plain(`, ${TEXTS.release.restoredIn} `), linked(restoredIn, context)];
  return paragraph(
    bold(`⊘ ${only}${TEXTS.release.withdrawnIn}`),
    plain(' '),
    linked(version, context),
    ...back,
  );
}

function linked(version: string, { site, product, known }: ItemContext): PhrasingContent {
  return versionLink(site, product, known, version);
}

function listed(items: readonly PhrasingContent[][]): PhrasingContent[] {
  return items.flatMap((item, index) => (index === 0 ? item : [plain(', '), ...item]));
}

function inBrackets(facts: readonly PhrasingContent[][]): PhrasingContent[] {
  return facts.length === 0 ? [] : [plain('('), ...listed(facts), plain(')')];
}
