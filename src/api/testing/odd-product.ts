import fc from 'fast-check';
import { idMark, parseNoteBody } from '../../markdown/note-body.ts';
import { MATURITIES, type NoteInput, NoteSchema, WEAKNESS_SEVERITIES } from '../../records/note.ts';
import { ProductSchema } from '../../records/product.ts';
import { SECTIONS } from '../../records/sections.ts';
import type { NoteSource, ProductSource } from '../../views/release-view.ts';

const VERSIONS = ['2.0.0', '1.2.1', '1.2.0', '1.2.0-RC1', '1.1', '1.0.0+build.5', '0.9'];
const IDS = ['core-1', 'core-2', 'core-2.2', 'ui-0123456789ab', 'known-1', 'ui-9'];
const WORDS = [
  'Plain words',
  'Bump `x` from 1.0 to v1.2 and y from 2 to 3.',
  '**CVE-2026-12345** and GHSA-ab12-cd34-ef56 <script>alert(1)</script>',
  'It will be removed with 1.14. ‮ ‎ 🜁 \u2028 "quotes" & <b>bold</b>',
  'A problem.\n\n  Workaround: wait [here](javascript:alert(1)) or [there](https://example.org/?a=1&b=2).',
  '',
];

const version = fc.constantFrom(...VERSIONS);
const versions = fc.uniqueArray(version, { maxLength: 3 });
const id = fc.constantFrom(...IDS);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const entry = fc.record(
  {
    id,
    module: fc.constantFrom('core', 'ui'),
    pullRequest: fc.option(fc.integer({ min: 1, max: 9999 })),
    kind: fc.constantFrom('feat', 'fix', 'other'),
    breaking: fc.constant(true as const),
    maturity: fc.constantFrom(...MATURITIES),
    feature: fc.constantFrom('pools', 'snapshots'),
    security: fc.record(
      {
        ids: fc.constant(['CVE-2026-99999']),
        severity: fc.constantFrom(...WEAKNESS_SEVERITIES),
        since: version,
      },
      { requiredKeys: [] },
    ),
    removalIn: version,
    removes: id,
    alsoIn: versions,
    withdrawnIn: version,
    restoredIn: version,
  },
  { requiredKeys: ['id', 'module', 'pullRequest', 'kind'] },
);

const bullet = fc
  .tuple(fc.constantFrom(...WORDS), fc.uniqueArray(id, { maxLength: 2 }))
  .map(([words, ids]) => `- ${words} ${ids.length === 0 ? '' : idMark(ids)}`);

const section = fc
  .tuple(
    fc.constantFrom(...SECTIONS.map(({ heading }) => heading), 'Thanks'),
    fc.constantFrom('', 'Some prose.\n\n'),
    fc.array(bullet, { maxLength: 3 }),
  )
  .map(([heading, prose, bullets]) => `## ${heading}\n\n${prose}${bullets.join('\n')}\n`);

const facts = fc.record(
  {
    previous: fc.option(version),
    descendsFrom: versions,
    folds: versions,
    foldedInto: version,
    withdrawn: fc.record(
      { reason: fc.constant('Loses data.'), use: version, at: fc.constant('2026-02-04T00:00:00+00:00') },
      { requiredKeys: ['reason'] },
    ),
    features: fc.dictionary(fc.constantFrom('pools', 'snapshots'), fc.constantFrom(...MATURITIES)),
    compatibility: fc.dictionary(fc.constantFrom('kubernetes'), fc.constantFrom('1.30', '1.31 – 1.33')),
    known: fc.array(
      fc.record(
        {
          id,
          module: fc.constant('core'),
          since: version,
          found: fc.constant('2026-02-05'),
          fixedBy: id,
          fixedIn: fc.constant(['1.2.1']),
        },
        { requiredKeys: ['id'] },
      ),
      { maxLength: 2 },
    ),
    contributors: fc.constant([{ login: 'ayo', first: true as const }, { login: 'lin-2' }]),
    updates: fc.constant([{ at: '2026-03-01T00:00:00+00:00', text: 'A word was wrong.' }]),
    entries: fc.uniqueArray(entry, { selector: (one) => one.id, maxLength: 4 }),
  },
  { requiredKeys: ['previous', 'entries'] },
);

/** Products with releases that say anything that a note may say, the newest version first. */
export const oddProduct: fc.Arbitrary<ProductSource> = fc
  .tuple(
    fc.subarray(VERSIONS),
    fc.infiniteStream(fc.tuple(facts, fc.array(section, { maxLength: 4 }))),
    maybe(fc.constant([{ id: 'kubernetes', name: 'Kubernetes' }])),
  )
  .map(([made, stream, compatibility]) => ({
    id: 'core',
    product: ProductSchema.parse({
      schema: 1,
      name: 'Core & Co',
      website: 'https://core.example.org',
      contributors: true,
      modules: [{ id: 'core', name: 'Core', repository: 'https://git.example.org/core/' }],
      features: [{ id: 'pools', name: 'Pools' }],
      compatibility,
    }),
    notes: made.map((one, index) => noteOf(one, index, stream.next().value)),
  }));

function noteOf(
  version: string,
  index: number,
  [more, sections]: [Omit<NoteInput, 'schema' | 'product' | 'version' | 'date' | 'prerelease'>, string[]],
): NoteSource {
  const note = NoteSchema.parse({
    ...more,
    schema: 1,
    product: 'core',
    version,
    date: `202${6 - (index % 3)}-02-03T10:30:00+00:00`,
    prerelease: version.includes('RC'),
  });
  return { note, body: parseNoteBody(`Some words.\n\n${sections.join('\n')}`) };
}
