import { describe, expect, test } from 'vitest';
import { changes, deployed } from './testing/deployments.ts';
import { march } from './testing/march.ts';

const HOUR = 3_600_000;

describe('change lead time', () => {
  const told = {
    'a-1': '2026-03-01T10:00',
    'a-2': '2026-03-01T22:00',
    'a-3': '2026-03-03T08:00',
  };

  test('runs from the commit to the end of the deployment that brought it', () => {
    const { leadTime } = march(
      [deployed('1.0', '2026-03-02T09:00', { end: '2026-03-02T10:00' }), deployed('1.1', '2026-03-03T10:00')],
      {
        changesOf: changes({
          '1.0': [
            ['a-1', told['a-1']],
            ['a-2', told['a-2']],
          ],
          '1.1': [['a-3', told['a-3']]],
        }),
      },
    );
    // 24, 12 and 2 hours.
    expect(leadTime).toEqual({ measured: 3, of: 3, median: 12 * HOUR, ninetieth: 24 * HOUR });
  });

  test('of an even number of changes has the mean of the two in the middle', () => {
    const { leadTime } = march([deployed('1.0', '2026-03-02T10:00')], {
      changesOf: changes({
        '1.0': [
          ['a-1', told['a-1']],
          ['a-2', told['a-2']],
        ],
      }),
    });
    expect(leadTime).toMatchObject({ median: 18 * HOUR, ninetieth: 24 * HOUR });
  });

  test('counts a change once: with the prerelease that brought it, not with a failure before or a release after', () => {
    const { leadTime } = march(
      [
        deployed('1.0-rc1', '2026-03-01T11:00', { outcome: 'failed' }),
        deployed('1.0-rc2', '2026-03-01T12:00'),
        deployed('1.0', '2026-03-05T12:00'),
      ],
      {
        changesOf: changes({
          '1.0-rc1': [['a-1', told['a-1']]],
          '1.0-rc2': [['a-1', told['a-1']]],
          '1.0': [['a-1', told['a-1']]],
        }),
      },
    );
    expect(leadTime).toMatchObject({ measured: 1, of: 1, median: 2 * HOUR });
  });

  test('counts a change with the success that ended first, whichever began first', () => {
    const { leadTime } = march(
      [
        deployed('1.0', '2026-03-01T11:00', { end: '2026-03-01T15:00' }),
        deployed('1.1', '2026-03-01T12:00', { end: '2026-03-01T13:00' }),
      ],
      { changesOf: changes({ '1.0': [['a-1', told['a-1']]], '1.1': [['a-1', told['a-1']]] }) },
    );
    expect(leadTime).toMatchObject({ median: 3 * HOUR });
  });

  test('brings what skipped releases contain, but nothing that was there before the records', () => {
    const { leadTime } = march([deployed('1.1', '2026-03-02T10:00'), deployed('1.3', '2026-03-03T10:00')], {
      changesOf: changes({
        '1.0': [['a-0', '2025-01-01T00:00']],
        '1.1': [['a-1', '2026-03-02T09:00']],
        '1.2': [['a-2', '2026-03-02T12:00']],
        '1.3': [['a-3', '2026-03-03T08:00']],
      }),
      previousOf: (version) => ({ '1.3': '1.2', '1.2': '1.1', '1.1': '1.0' })[version] ?? null,
    });
    // 1, 22 and 2 hours.
    expect(leadTime).toMatchObject({ measured: 3, median: 2 * HOUR, ninetieth: 22 * HOUR });
  });

  test('a deployment of one module brings the changes of that module', () => {
    const changesOf = changes({
      '1.0': [
        ['api-1', '2026-03-02T09:00', 'api'],
        ['web-1', '2026-03-02T09:00', 'web'],
      ],
    });
    const api = deployed('1.0', '2026-03-02T10:00', { part: ['api'] });
    const web = deployed('1.0', '2026-03-02T13:00', { part: ['web'] });
    expect(march([api], { changesOf }).leadTime).toMatchObject({ of: 1, median: HOUR });
    expect(march([api, web], { changesOf }).leadTime).toMatchObject({ of: 2, ninetieth: 4 * HOUR });
  });

  test('leaves out what dates contradict and what came with a migration, and says how many', () => {
    const { leadTime } = march(
      [deployed('1.0', '2026-03-02T10:00'), deployed('1.1', '2026-03-03T10:00', { migration: true })],
      {
        changesOf: changes({ '1.0': [['a-1', '2026-03-02T11:00']], '1.1': [['a-2', '2026-03-02T11:00']] }),
      },
    );
    expect(leadTime).toEqual({ measured: 0, of: 2, median: null, because: 'none-measured' });
  });

  test('a rollback brings nothing, and what it puts back is no news later', () => {
    const { leadTime } = march(
      [
        deployed('1.0', '2026-03-02T10:00', { rollback: { from: '1.1' } }),
        deployed('1.0', '2026-03-05T10:00'),
      ],
      { changesOf: changes({ '1.0': [['a-1', told['a-1']]] }) },
    );
    expect(leadTime).toEqual({ measured: 0, of: 0, median: null, because: 'no-changes' });
  });
});
