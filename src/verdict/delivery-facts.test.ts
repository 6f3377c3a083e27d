import { expect, test } from 'vitest';
import { deliveryFacts } from './delivery-facts.ts';
import { at, change, dossier, EMERGENCY, MERGED_AT, opening, PREVIOUS, VERSION } from './testing/index.ts';

/** Facts of one release, and what was read for them. */
function factsOf(known = dossier()) {
  const read: string[] = [];
  const facts = deliveryFacts({
    dossierOf: (version) => {
      read.push(`dossier ${version}`);
      return version === VERSION ? known : null;
    },
    changesOf: (version) => {
      read.push(`changes ${version}`);
      return [change('lantern-api-21').data];
    },
  });
  return { facts, read };
}

test('a change was committed when it landed, and is of its module', () => {
  const { facts } = factsOf();
  expect(facts.changesOf(VERSION)).toEqual([
    { id: 'lantern-api-21', module: 'lantern-api', committedAt: Date.parse(MERGED_AT) },
  ]);
  expect(facts.previousOf?.(VERSION)).toBe(PREVIOUS);
});

test('each release is read once, and only what is asked for', () => {
  const { facts, read } = factsOf();
  expect(facts.isUnplanned(VERSION)).toBe(false);
  expect(read).toEqual([`dossier ${VERSION}`]);
  facts.changesOf(VERSION);
  facts.changesOf(VERSION);
  expect(read).toEqual([`dossier ${VERSION}`, `changes ${VERSION}`]);
});

test('of a release that nobody knows, nothing is said', () => {
  const { facts, read } = factsOf();
  expect(facts.changesOf('9.9.9')).toEqual([]);
  expect(facts.previousOf?.('9.9.9')).toBeNull();
  expect(facts.isUnplanned('9.9.9')).toBe(false);
  expect(facts.declaredAt?.('9.9.9')).toBeNull();
  expect(read).not.toContain('changes 9.9.9');
});

test('of a release without a tag there are no changes yet, but it may be an emergency', () => {
  const { facts } = factsOf(dossier({ release: null, opening: opening({ emergency: EMERGENCY }) }));
  expect(facts.changesOf(VERSION)).toEqual([]);
  expect(facts.isUnplanned(VERSION)).toBe(true);
});

test('only an emergency that counts was unplanned', () => {
  const declared = factsOf(dossier({ opening: opening({ emergency: EMERGENCY }) })).facts;
  expect(declared.isUnplanned(VERSION)).toBe(true);
  expect(declared.declaredAt?.(VERSION)).toBe(Date.parse(EMERGENCY.declaredAt));
  const late = { ...EMERGENCY, declaredAt: at('23:00', '2026-12-31') };
  const { facts } = factsOf(dossier({ opening: opening({ emergency: late }) }));
  expect(facts.isUnplanned(VERSION)).toBe(false);
  expect(facts.declaredAt?.(VERSION)).toBeNull();
});
