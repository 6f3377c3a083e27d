import { plainWords, tasksOf } from '../../history/task-list.ts';
import { spelledOut } from '../../markdown/harmless.ts';
import type { Checklist } from '../../records/dossier.ts';
import type { Dossier, Written } from '../../verdict/dossier.ts';
import { releaseKindOf } from '../../verdict/release-kind.ts';
import type { MarkView } from '../mark-view.ts';
import { PREPARATION } from '../preparation-texts.ts';
import { anchorOf } from '../record-anchor.ts';
import { roleOf } from '../votes/vote-matrix.ts';

/** Items of a list below 2,500 DOM nodes, those of other lists beside them. */
const ROOM = 120;

/** An item of a checklist. */
export interface ChecklistItem {
  text: string;
  state: MarkView;
  done: boolean;
}

/** The checklist of a role. */
export interface ChecklistView {
  /** Absent for a role whose list nobody filled in. */
  anchor: string | null;
  role: string;
  items: ChecklistItem[];
  /** Items for which there is no room, a line each. */
  further: string[];
  total: number;
  /** Items that are not ticked, and those of the policy that are not on the list. */
  open: ChecklistItem[];
  path: string | null;
}

/** Lists that were filled in, then roles whose list the release needs and nobody filled in. */
export function checklistViews(dossier: Dossier): ChecklistView[] {
  const { checklists, policy } = dossier;
  const filled = new Set(checklists.map(({ data }) => data.role));
  const missing = Object.entries(policy.data.checklists).filter(
    ([role]) => !filled.has(role) && isNeeded(role, dossier),
  );
  return [
    ...checklists.map((list) => filledList(list, dossier)),
    ...missing.map(([role, items]) => listOf(role, items.map(openItem), null, dossier)),
  ];
}

function filledList(list: Written<Checklist>, dossier: Dossier): ChecklistView {
  const { role } = list.data;
  const tasks = tasksOf(list.body);
  const onList = new Set(tasks.map(({ text }) => text.toLowerCase()));
  const wanted = dossier.policy.data.checklists[role] ?? [];
  const absent = wanted.filter((item) => !onList.has(plainWords(item).toLowerCase()));
  const items = [
    ...tasks.map(({ text, ticked }) => ({
      text: spelledOut(text),
      state: ticked ? PREPARATION.ticked : PREPARATION.open,
      done: ticked,
    })),
    ...absent.map(absentItem),
  ];
  return listOf(role, items, list.path, dossier);
}

function absentItem(item: string): ChecklistItem {
  return { ...openItem(item), state: PREPARATION.absent };
}

function openItem(item: string): ChecklistItem {
  return { text: spelledOut(plainWords(item)), state: PREPARATION.open, done: false };
}

function listOf(role: string, items: ChecklistItem[], path: string | null, dossier: Dossier): ChecklistView {
  return {
    anchor: path === null ? null : anchorOf('checklist', path),
    role: roleOf(role, dossier)?.name ?? role,
    items: items.slice(0, ROOM),
    further: items.slice(ROOM).map(({ text, state }) => `${state.text}  ${text}`),
    total: items.length,
    open: items.filter(({ done }) => !done),
    path,
  };
}

/** As the control judges it: a role whose vote a kind of release does not need has nothing to tick for it. */
function isNeeded(role: string, dossier: Dossier): boolean {
  return roleOf(role, dossier)?.for.includes(releaseKindOf(dossier)) ?? true;
}
