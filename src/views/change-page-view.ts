import { changePulls } from '../history/change-pulls.ts';
import { descriptionOf } from '../markdown/change-body.ts';
import { spelledOut } from '../markdown/harmless.ts';
import type { Change } from '../records/change.ts';
import type { CommitFate } from '../records/release.ts';
import { personView } from './account-view.ts';
import { AUDIT, DISPOSITION_WORDS } from './audit-texts.ts';
import { CHANGE_PAGE, PEOPLE } from './change-texts.ts';
import { authorView, backportText, type ChangeSource } from './changes-view.ts';
import {
  accountPart,
  codePart,
  type FactPart,
  type FactView,
  factsOf,
  linkPart,
  markPart,
  textPart,
  timePart,
} from './fact-view.ts';
import { pageRooms } from './page-room.ts';
import { dossierPath } from './paths.ts';
import { type PullRequestView, pullRequestView } from './pull-request-view.ts';
import { knowledgeOf, type ReviewRow, reviewRow } from './review-row.ts';
import { momentOf } from './time-view.ts';

/** A change's own page. */
export interface ChangePageView {
  title: string;
  breaking: boolean;
  review: ReviewRow;
  facts: FactView[];
  /** Why there is no pull request to show; null where there is one. */
  noFacts: string | null;
  pullRequests: PullRequestView[];
  message: string;
}

/** All that is known of a change; `fates` are those of its commits. */
export function changePageView(
  { change, message, descriptions }: ChangeSource,
  fates: readonly CommitFate[],
  timeZone: string,
  foldedInto: string | null,
): ChangePageView {
  const knowledge = knowledgeOf(change);
  const pulls = change.pullRequests ?? [];
  const { original } = changePulls(change);
  return {
    title: spelledOut(change.title),
    breaking: change.breaking === true,
    review: reviewRow(change),
    facts: [...changeFacts(change, fates, timeZone), ...foldedFact(change, foldedInto)],
    noFacts: knowledge === 'known' ? null : CHANGE_PAGE.noFacts[knowledge],
    pullRequests: pageRooms(pulls).flatMap((room, index) => {
      const pull = pulls[index];
      if (pull === undefined) return [];
      const description = descriptionOf(descriptions, pull);
      const role = pull === original ? 'original' : pulls.length < 2 ? null : 'carrier';
      return [pullRequestView(pull, { timeZone, landing: change.landing, description, role, room })];
    }),
    message: spelledOut(message.trimEnd()),
  };
}

function changeFacts(change: Change, fates: readonly CommitFate[], timeZone: string): FactView[] {
  const words = AUDIT.fields;
  const { dependency } = change;
  return factsOf(
    [words.became, fates.flatMap(fateParts)],
    [words.author, authorParts(change)],
    [words.coAuthors, text(change.coAuthors?.join(', '))],
    [words.authoredAt, timePart(momentOf(change.authoredAt, timeZone))],
    [words.landedBy, accountPart(personView(change.landedBy))],
    [words.landedAt, timePart(momentOf(change.landedAt, timeZone))],
    [words.method, text(change.method)],
    [words.kind, text(change.scope === undefined ? change.kind : `${change.kind} (${change.scope})`)],
    [words.breaking, text(change.breaking && (change.breakingNote ?? words.yes))],
    [words.wordsFrom, text(change.wordsFrom ?? words.wordsFromMessage)],
    [words.identifiedBy, text(change.identifiedBy)],
    [words.backport, text(backportText(change))],
    [words.carries, text(change.carries?.map((number) => `#${number}`).join(', '))],
    [words.dependency, text(dependency && `${dependency.name} ${dependency.from ?? '?'} → ${dependency.to}`)],
    [words.reverts, change.reverts?.map(codePart)],
    [words.issues, text(change.issues?.map((issue) => `#${issue}`).join(', '))],
    [words.landing, codePart(change.landing)],
    [words.commits, codePart(change.commits.join('\n'))],
  );
}

function foldedFact({ product }: Change, foldedInto: string | null): FactView[] {
  const link = foldedInto === null ? undefined : linkPart(foldedInto, dossierPath(product, foldedInto));
  return factsOf([AUDIT.facts.foldedInto, link]);
}

function text(value: string | undefined | false): FactPart | undefined {
  return value === undefined || value === false ? undefined : textPart(spelledOut(value));
}

/** What became of the commits, each fate once. */
function fateParts(fate: CommitFate, index: number, fates: readonly CommitFate[]): FactPart[] {
  const isSame = ({ disposition, reason }: CommitFate): boolean =>
    disposition === fate.disposition && reason === fate.reason;
  if (fates.findIndex(isSame) < index) return [];
  const { mark, word } = DISPOSITION_WORDS[fate.disposition];
  const kind = { published: 'good', unresolved: 'danger' }[fate.disposition as string] ?? 'quiet';
  const shown = markPart(kind as 'good' | 'danger' | 'quiet', mark, word);
  return fate.reason === '' ? [shown] : [shown, textPart(spelledOut(fate.reason))];
}

/** The account where the platform told it, and the name in git where that is another one. */
function authorParts(change: Change): FactPart[] {
  const author = authorView(change);
  const inGit = spelledOut(change.author);
  return [
    accountPart(author),
    ...(author.name === inGit ? [] : [textPart(CHANGE_PAGE.inGit(inGit))]),
    ...(change.firstContribution ? [markPart('good', '✦', PEOPLE.first)] : []),
  ];
}
