import type { NoteBullet } from '../markdown/note-body.ts';
import { renderBlocks, renderLine } from '../markdown/render.ts';
import { issueWordsOf } from '../notes/words.ts';
import type { KnownIssue } from '../records/note.ts';
import type { EntryContext, EntryView, IssueFate } from './entry-view.ts';
import { moduleNames } from './tables/module-names.ts';
import { sentenceCase } from './tables/sentence-case.ts';

/** What a known issue needs to know besides. */
export interface IssueContext extends EntryContext {
  /** What machines know of the note's known issues. */
  known: ReadonlyMap<string, KnownIssue>;
  /** What became of the product's known issues, by their ids. */
  fates: ReadonlyMap<string, IssueFate>;
}

/** A bullet under Known issues: what is wrong, what helps, and what became of it. */
export function issueEntryView(bullet: NoteBullet, context: IssueContext): EntryView {
  const { definitions, images, known, fates, product } = context;
  const { problem, workaround } = issueWordsOf(bullet.text);
  const facts = bullet.ids.flatMap((id) => known.get(id) ?? []);
  const [anchor = null, ...moreAnchors] = bullet.ids.filter(context.claim);
  const place = { level: 4, definitions, images } as const;
  return {
    anchor,
    moreAnchors,
    ...renderLine(problem, place),
    modules: moduleNames([...new Set(facts.flatMap(({ module }) => module ?? []))], product),
    breaking: false,
    maturity: null,
    pullRequests: [],
    alsoIn: [],
    alsoInMore: 0,
    withdrawals: [],
    issue: {
      workaroundHtml: workaround === null ? null : sentenceCase(renderBlocks(workaround, place)),
      fate: fates.get(bullet.ids[0] ?? '') ?? null,
    },
  };
}
