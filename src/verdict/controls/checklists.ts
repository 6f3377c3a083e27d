import { plainWords, type Task, tasksOf } from '../../history/task-list.ts';
import type { Checklist } from '../../records/index.ts';
import { ISO_CHANGES, ISO_PROCEDURES, PCI_CHANGES, SOC_2_CHANGES } from '../clauses.ts';
import { type Control, type Finding, finding, pass, type Reason } from '../control.ts';
import type { Dossier, Written } from '../dossier.ts';
import { releaseKindOf } from '../release-kind.ts';
import { counted } from '../wording.ts';

/** What each role does before a release was done, item by item. */
export const checklists: Control = {
  id: 'checklists',
  sentence:
    'Each role that the release needs has its checklist, with all items of the policy, and every box is ticked.',
  clauses: [SOC_2_CHANGES, ISO_CHANGES, ISO_PROCEDURES, PCI_CHANGES],
  examine,
};

function examine(dossier: Dossier): Finding {
  const { policy, version } = dossier;
  const wanted = Object.entries(policy.data.checklists).filter(([role]) => isNeeded(role, dossier));
  if (wanted.length === 0)
    return pass({
      text: `the policy asks for no checklist of a ${releaseKindOf(dossier)} release`,
      record: policy.path,
    });
  const parts = wanted.map(([role, items]) => {
    const lists = dossier.checklists.filter(({ data }) => data.role === role);
    if (lists.length > 0) return ofRole(role, items, lists);
    const text = `${role} has no checklist for ${version}: ${counted(items.length, 'item')} to do`;
    return { failures: [], doubts: [{ text, record: null }], passed: [] };
  });
  return finding(
    parts.flatMap(({ failures }) => failures),
    parts.flatMap(({ doubts }) => doubts),
    parts.flatMap(({ passed }) => passed),
  );
}

/** A role whose vote a kind of release does not need has nothing to tick for it either. */
function isNeeded(role: string, dossier: Dossier): boolean {
  const own = dossier.policy.data.roles.find(({ id }) => id === role);
  return own === undefined || own.for.includes(releaseKindOf(dossier));
}

interface RoleVerdict {
  failures: Reason[];
  doubts: Reason[];
  passed: Reason[];
}

function ofRole(role: string, items: readonly string[], lists: readonly Written<Checklist>[]): RoleVerdict {
  const tasks = lists.flatMap(({ body, path }) => tasksOf(body).map((task) => ({ ...task, path })));
  const open = tasks.filter(({ ticked }) => !ticked);
  const absent = items.filter((item) => !tasks.some(({ text }) => isItem(text, item)));
  const path = lists[0]?.path ?? null;
  return {
    failures: [
      ...open.map((task) => ({
        text: `${role}: not ticked: "${task.text}" (line ${task.line})`,
        record: task.path,
      })),
      ...absent.map((item) => ({ text: `${role}: the list lacks "${plainWords(item)}"`, record: path })),
    ],
    doubts: [],
    passed: [{ text: `${role}: ${counted(tasks.length, 'item')} ticked`, record: path }],
  };
}

function isItem(text: Task['text'], item: string): boolean {
  return text.toLowerCase() === plainWords(item).toLowerCase();
}
