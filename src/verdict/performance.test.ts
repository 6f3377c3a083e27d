import { expect, test } from 'vitest';
import { STAGES } from '../records/index.ts';
import type { Dossier } from './dossier.ts';
import { API, change, dossier, fate, note, policy, report, rosterEntry, vote } from './testing/index.ts';
import { judge } from './verdict.ts';

/** 500 changes, 50 votes, 100 reports. */
function large(): Dossier {
  const ids = Array.from({ length: 500 }, (_, index) => `${API}-${index + 1}`);
  const people = Array.from({ length: 50 }, (_, index) => `p${index}-voter`);
  const roster = people.map((person) => rosterEntry(person, [{ role: 'sre', from: '2025-01-01' }]));
  const roles = [{ id: 'sre', name: 'SRE', votes: 40 }];
  const attempts = Array.from({ length: 9 }, (_, index) => index + 1);
  const stages = attempts.flatMap((attempt) => STAGES.map(({ id }) => report(id, API, { attempt })));
  return dossier({
    policy: policy({ roles, roster: [...roster], gates: [], checklists: {} }),
    changes: ids.map((id) => change(id)),
    fates: ids.map((id) => fate(id)),
    votes: people.map((person) => vote('sre', person)),
    stages: stages.slice(0, 100),
    note: { ...note(), bulletIds: ids },
  });
}

test('judges a large release, and prints how long it takes', () => {
  const given = large();
  const times = Array.from({ length: 10 }, () => {
    const started = performance.now();
    expect(judge(given).controls).toHaveLength(18);
    return performance.now() - started;
  });
  const rounded = times.map((time) => time.toFixed(1));
  console.info(
    `500 changes, 50 votes, 100 reports: first ${rounded[0]} ms, then ${rounded.slice(1).join(', ')} ms`,
  );
});
