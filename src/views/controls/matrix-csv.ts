import { CONTROLS } from '../../verdict/controls.ts';
import { csvText } from './csv.ts';
import type { ReleaseStandings } from './release-outcome.ts';

/** The whole matrix as a file of values: machines' words, times in UTC. */
export function matrixCsv(outcomes: readonly ReleaseStandings[]): string {
  const ids = CONTROLS.map(({ id }) => id);
  const rows = outcomes.map((outcome) => {
    const { product, version, open, at, inProduction, verdict, controls } = outcome;
    const standings = new Map(controls.map(({ id, standing }) => [id, standing]));
    const state = open ? 'open' : 'released';
    return [
      product,
      version,
      state,
      at,
      inProduction,
      verdict,
      ...ids.map((id) => standings.get(id) ?? null),
    ];
  });
  return csvText(['product', 'release', 'state', 'date', 'in production', 'verdict', ...ids], rows);
}
