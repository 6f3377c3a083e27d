import { performance } from 'node:perf_hooks';
import type { Dossier } from '../../src/verdict/dossier.ts';
import { change, dossier, fate } from '../../src/verdict/testing/index.ts';
import { judge } from '../../src/verdict/verdict.ts';
import { median } from './measure.ts';

/** How long judging a release takes, reading aside. */
export interface VerdictFigure {
  changes: number;
  votes: number;
  reports: number;
  milliseconds: number;
}

const REPORTS = 100;
const VOTES = 50;

/** Judges a release of so many changes again and again: the median of `rounds`, after as many to warm up. */
export function measureVerdict(changes: number, rounds: number): VerdictFigure {
  const large = largeDossier(changes);
  const times = Array.from({ length: 2 * rounds }, () => {
    const start = performance.now();
    judge(large);
    return performance.now() - start;
  });
  return {
    changes,
    votes: large.votes.length,
    reports: large.stages.length,
    milliseconds: median(times.slice(rounds)),
  };
}

/** An ordinary dossier with many of everything. */
function largeDossier(changes: number): Dossier {
  const ordinary = dossier();
  const [first] = ordinary.changes;
  const module = first?.data.module ?? '';
  const ids = Array.from({ length: changes }, (_, index) => `${module}-${index + 1000}`);
  return {
    ...ordinary,
    changes: ids.map((id) => change(id)),
    fates: ids.map((id) => fate(id)),
    votes: repeated(ordinary.votes, VOTES),
    stages: repeated(ordinary.stages, REPORTS),
  };
}

function repeated<Item>(items: readonly Item[], count: number): Item[] {
  return Array.from({ length: count }, (_, index) => items[index % items.length] as Item);
}
