import type { ControlId } from '../../records/process.ts';
import type { Dossier } from '../../verdict/dossier.ts';
import type { Examined, Verdict } from '../../verdict/verdict.ts';
import { BOARD } from '../board-texts.ts';
import type { MarkView } from '../mark-view.ts';
import { dossierPartPath, dossierPath } from '../paths.ts';
import { checklistViews } from '../preparation/checklist-view.ts';
import { CELL_MARKS, STAGE_WORDS } from '../stage-texts.ts';
import { FINE, type StageCell, stageGrid } from '../stages/stage-grid.ts';
import type { TimeView } from '../time-view.ts';
import { controlAnchor } from '../verdict/control-view.ts';
import { standingOf } from '../verdict/standing.ts';
import { CONTROL_NAMES, RESULT_MARKS, VERDICT_MARKS, verdictSentence } from '../verdict-texts.ts';
import { VOTES } from '../vote-texts.ts';
import { type VoteRow, voteMatrix } from '../votes/vote-matrix.ts';
import { type BoardTime, boardTimes, votesUntil } from './board-times.ts';

/** A vote that is missing. */
export interface MissingVote {
  role: string;
  module: string | null;
  needs: string;
  /** From whom it may come, in words. */
  from: string;
}

/** A stage that is missing, failed, or proves nothing, of some modules alike. */
export interface MissingStage {
  number: string;
  name: string;
  mark: MarkView;
  /** Modules; the stage's page where there is one. */
  modules: { name: string; href: string | null }[];
}

/** A checklist with open items. */
export interface OpenChecklist {
  role: string;
  items: string[];
  further: number;
}

/** What a release waits for. */
export interface BoardRelease {
  product: string;
  version: string;
  href: string;
  /** True before its tag exists. */
  open: boolean;
  verdict: { mark: MarkView; sentence: string; href: string };
  times: BoardTime[];
  /** Until when votes are waited for. */
  until: { time: TimeView; over: boolean } | null;
  votes: { missing: MissingVote[]; fine: string; href: string };
  stages: { missing: MissingStage[]; fine: string };
  checklists: { open: OpenChecklist[]; fine: string; href: string };
  /** Controls that do not pass and that nothing above tells of. */
  others: { name: string; mark: MarkView; href: string }[];
}

/** Items of a checklist that are named on the board. */
const ITEMS = 3;

/** What the lists of the board tell of by themselves. */
const TOLD: ReadonlySet<ControlId> = new Set(['approvals', 'stages', 'checklists']);

/** A release on the board; `product` is its name for people. */
export function boardRelease(product: string, dossier: Dossier, verdict: Verdict): BoardRelease {
  const { version } = dossier;
  const part = (page: Parameters<typeof dossierPartPath>[2]): string =>
    dossierPartPath(dossier.product, version, page);
  const standings = verdict.controls.map(standingOf);
  return {
    product,
    version,
    href: dossierPath(dossier.product, version),
    open: dossier.release === null,
    verdict: {
      mark: VERDICT_MARKS[verdict.verdict],
      sentence: verdictSentence(verdict.verdict, standings),
      href: part('verdict'),
    },
    times: boardTimes(dossier),
    until: votesUntil(dossier),
    votes: { ...missingVotes(dossier), href: part('votes') },
    stages: missingStages(dossier),
    checklists: { ...openChecklists(dossier), href: part('preparation') },
    others: verdict.controls.filter(isOpen).map((control) => otherControl(control, part('verdict'))),
  };
}

function isOpen(control: Examined): boolean {
  const standing = standingOf(control);
  return (standing === 'fail' || standing === 'unproven') && !TOLD.has(control.id);
}

function otherControl({ id, result }: Examined, page: string): BoardRelease['others'][number] {
  return { name: CONTROL_NAMES[id], mark: RESULT_MARKS[result], href: `${page}#${controlAnchor(id)}` };
}

function missingVotes(dossier: Dossier): Omit<BoardRelease['votes'], 'href'> {
  const missing = voteMatrix(dossier).filter((row) => row.missing > 0);
  return {
    missing: missing.map((row) => ({
      role: row.role,
      module: row.module,
      needs: row.needs,
      from: fromWhom(row),
    })),
    fine: dossier.policy.data.roles.length === 0 ? BOARD.noRoles : BOARD.noVotes,
  };
}

function fromWhom({ waitsFor, against, missing, votes }: VoteRow): string {
  if (against.length > 0) return VOTES.stoppedBy(against.join(', '));
  if (waitsFor.length === 0) return votes.length > 0 ? BOARD.nobodyElse : BOARD.nobody;
  const names = waitsFor.join(', ');
  return waitsFor.length > missing ? BOARD.oneOf(names) : BOARD.from(names);
}

function missingStages(dossier: Dossier): BoardRelease['stages'] {
  const grid = stageGrid(dossier);
  const missing = grid.rows
    .filter(({ needed }) => needed)
    .flatMap(({ number, name, cells }) => {
      const bad = cells.flatMap((cell, index) =>
        isMissing(cell)
          ? [{ name: grid.columns[index] ?? STAGE_WORDS.whole, href: cell.href, mark: markOf(cell) }]
          : [],
      );
      const alike = Map.groupBy(bad, ({ mark }) => mark.text);
      return [...alike.values()].map((modules) => ({
        number,
        name,
        mark: modules[0]?.mark ?? CELL_MARKS.missing,
        modules: modules.map((module) => ({ name: module.name, href: module.href })),
      }));
    });
  return { missing, fine: grid.silent ? BOARD.silentStages : BOARD.noStages };
}

function isMissing({ state, binding }: StageCell): boolean {
  return binding !== null || !FINE.has(state);
}

/** A failure is told before that it is of something else. */
function markOf({ state, mark, binding }: StageCell): MarkView {
  return FINE.has(state) && binding !== null ? binding : mark;
}

function openChecklists(dossier: Dossier): Omit<BoardRelease['checklists'], 'href'> {
  const all = checklistViews(dossier);
  return {
    open: all
      .filter(({ open }) => open.length > 0)
      .map(({ role, open }) => ({
        role,
        items: open.slice(0, ITEMS).map(({ text }) => text),
        further: Math.max(0, open.length - ITEMS),
      })),
    fine: all.length === 0 ? BOARD.unasked : BOARD.noChecklists,
  };
}
