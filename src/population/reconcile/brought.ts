import type { Dossier } from '../../verdict/dossier.ts';
import { shortCommit } from '../../verdict/wording.ts';
import { isUnmerged } from '../claims.ts';
import type { PlannedRow } from '../plan.ts';
import { waived } from './explanations.ts';
import { type FoundHere, knownDossier, type Matter } from './matter.ts';

/** A release whose changes came to production, and those of its changes that did. */
interface Brought {
  dossier: Dossier;
  changes: ReadonlySet<string | null>;
  /** When the first of them came. */
  at: string;
}

/** What production got and nobody recorded, merged or accounted for. */
export function broughtFindings(matter: Matter): FoundHere[] {
  const { plan, records } = matter;
  const releases = [...Map.groupBy(plan, ({ release }) => release)].filter(
    ([version]) => records.outlineOf(version) !== null,
  );
  return releases.flatMap(([version, rows]) => {
    if (isBorneOut(version, rows, matter)) return [];
    const brought = broughtOf(knownDossier(version, matter), rows);
    return [...withoutRecord(brought), ...notMerged(brought), ...unresolved(brought)];
  });
}

/** All that came has a record, and was merged; and the release accounts for each of its commits. */
function isBorneOut(version: string, rows: readonly PlannedRow[], { records }: Matter): boolean {
  const claims = records.claimsOf(version);
  if (claims === null || claims.unresolved > 0) return false;
  const [recorded, unmerged] = [new Set(claims.recorded), new Set(claims.unmerged)];
  return rows.every(({ change }) => change === null || (recorded.has(change) && !unmerged.has(change)));
}

function broughtOf(dossier: Dossier, rows: readonly PlannedRow[]): Brought {
  const at = rows[0]?.event.record.data.at ?? dossier.now;
  return { dossier, at, changes: new Set(rows.map(({ change }) => change)) };
}

function withoutRecord({ dossier, changes, at }: Brought): FoundHere[] {
  const known = new Set<string | null>(dossier.changes.map(({ data }) => data.id));
  const record = dossier.release?.path ?? null;
  const missing = [...changes].filter((id) => id !== null && !known.has(id));
  return missing.map((id) => ({
    ...{ kind: 'change-without-record', at, record, explained: waived(dossier, ['traceable'], at) },
    text: `${id} is in production with ${dossier.version}, and there is no record of it`,
  }));
}

function notMerged({ dossier, changes, at }: Brought): FoundHere[] {
  const open = dossier.changes.filter((change) => changes.has(change.data.id) && isUnmerged(change));
  return open.map(({ data, path }) => ({
    ...{ kind: 'change-not-merged', at, record: path, explained: waived(dossier, ['traceable'], at) },
    text: `${data.id} is in production, and the platform does not say that its pull request was merged`,
  }));
}

function unresolved({ dossier, at }: Brought): FoundHere[] {
  const commits = dossier.fates.filter(({ disposition }) => disposition === 'unresolved');
  return commits.map(({ commit }) => ({
    ...{ kind: 'commit-unresolved', at, record: dossier.release?.path ?? null, explained: null },
    text: `commit ${shortCommit(commit)} is in production with ${dossier.version}, and no rule accounts for it`,
  }));
}
