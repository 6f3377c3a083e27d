import { expect, test } from 'vitest';
import type { Amendment } from '../../records/index.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import type { FactView } from '../fact-view.ts';
import type { Chain } from './chain.ts';
import { chainStateView } from './chain-state.ts';
import { chainPages, chainTable } from './chain-table.ts';
import { checkView } from './check-data.ts';
import { handCommands } from './hand-commands.ts';
import { proofView } from './proof-view.ts';
import { releaseSealView, unreadableWords } from './release-seal.ts';
import { sealFacts, type Today } from './seal-facts.ts';
import { sealPage } from './seal-page.ts';
import { sealState } from './seal-state.ts';
import type { OddFile, ReleaseSeals } from './stored-seal.ts';
import { checkedSealOf, digestOf, FOLDER, sealOf } from './testing/seals.ts';

const VOTE = `${FOLDER}/votes/qa.md`;
const SEAL = sealOf({ [`${FOLDER}/release.md`]: 'release', [VOTE]: 'vote' });
const TODAY: Today = {
  timeZone: 'UTC',
  policy: digestOf('policy'),
  note: null,
  verdict: {
    verdict: 'blessed',
    policy: digestOf('policy'),
    controls: [control('pass')],
  } as unknown as Verdict,
};
const CHANGED: OddFile = { path: VOTE, state: { is: 'changed', digest: digestOf('other'), because: null } };
const REDACTED: OddFile = { path: VOTE, state: { is: 'redacted', digest: digestOf('less'), isProved: true } };

function control(result: string): object {
  return { id: 'gates', result, reasons: [] };
}

function textOf(facts: readonly FactView[], name: string): string {
  const parts = facts.find((fact) => fact.name === name)?.parts ?? [];
  return parts
    .map((part) => {
      if (part.is === 'mark') return part.mark.text;
      return part.is === 'time' || part.is === 'account' ? '' : part.text;
    })
    .join(' ');
}

function seals(more: Partial<ReleaseSeals> = {}): ReleaseSeals {
  return {
    seals: [checkedSealOf(SEAL)],
    ...{ unreadable: [], unsealed: [], amendments: [], redactions: [] },
    ...more,
  };
}

test('a seal tells verdict and policy of then beside those of now', () => {
  const facts = sealFacts(checkedSealOf(SEAL), TODAY);
  expect(textOf(facts, 'Verdict then')).toBe('Blessed');
  expect(textOf(facts, 'Verdict now')).toBe('Blessed the same, control by control');
  expect(textOf(facts, 'Policy then')).toContain('is the policy of today');
  expect(textOf(facts, 'Customers’ note then')).toBe('there was none');
});

test('what came out otherwise since is named', () => {
  const now = { ...TODAY.verdict, verdict: 'not-blessed', controls: [control('fail')] } as unknown as Verdict;
  const facts = sealFacts(checkedSealOf(SEAL), { ...TODAY, verdict: now, policy: digestOf('edited') });
  expect(textOf(facts, 'Verdict now')).toBe('Not blessed Gates passes then and fails now.');
  expect(textOf(facts, 'Policy then')).toContain('is not the policy of today');
});

test('a seal that stands at another place says so', () => {
  const facts = sealFacts(checkedSealOf(SEAL, { place: 4 }), TODAY);
  expect(textOf(facts, 'Number in the chain')).toBe('0 and stands at place 4');
});

test.each([
  ['good', []],
  ['caution', [REDACTED]],
  ['danger', [REDACTED, CHANGED]],
] as const)('the state is %s', (kind, odd) => {
  expect(sealState([checkedSealOf(SEAL, { odd: [...odd] })]).kind).toBe(kind);
});

test('files that do not lead to their root are an alarm, even where each is as sealed', () => {
  expect(sealState([checkedSealOf(SEAL, { isSound: false })]).kind).toBe('danger');
});

test('a seal that the list does not name is an alarm, whatever its files are', () => {
  expect(sealState([checkedSealOf(SEAL, { isListed: false })])).toMatchObject({ kind: 'danger' });
});

test('a release without a seal has no view, and a broken seal is told', () => {
  const broken = seals({ seals: [], unreadable: [`${FOLDER}/seal.json`] });
  expect(releaseSealView(broken, TODAY)).toBeNull();
  expect(unreadableWords(broken)).toContain('seal.json');
});

test('what came after the seal is listed without a link, since only what is sealed is served', () => {
  const unsealed = Array.from({ length: 12 }, (_, index) => `${FOLDER}/votes/${index}.md`);
  const view = releaseSealView(seals({ unsealed }), TODAY);
  expect(view?.unsealed[0]).toEqual({ is: 'code', text: `${FOLDER}/votes/0.md` });
  expect(view?.moreUnsealed).toBe(2);
});

test('amendments say what they correct, and which seal fixes them', () => {
  const data: Amendment = {
    ...{ schema: 1, product: 'core', version: '1.0.0', at: '2026-02-04T10:00:00+00:00', by: 'asha' },
    corrects: [{ path: VOTE, digest: digestOf('vote'), field: 'decision', value: '\u202eog-on' }],
  };
  const path = `${FOLDER}/amendments/asha-1.md`;
  const later = checkedSealOf(sealOf({ [path]: 'amendment' }, { sequence: 3 }));
  const all = seals({
    seals: [checkedSealOf(SEAL), later],
    amendments: [{ data, body: 'Because.\n', path }],
  });
  const view = releaseSealView(all, TODAY);
  const [amendment] = view?.amendments.shown ?? [];
  expect(amendment?.place).toBe(3);
  expect(amendment?.corrects?.rows[0]?.[2]).toEqual([{ is: 'text', text: '⟨U+202E⟩og-on' }]);
  expect(view?.since?.rows).toHaveLength(1);
});

test('the script is told what the pages were made from where that is not what was sealed', () => {
  const odd: OddFile[] = [REDACTED, { path: `${FOLDER}/release.md`, state: { is: 'gone' } }];
  const [seal] = JSON.parse(checkView([checkedSealOf(SEAL, { odd })]).data);
  expect(seal.madeFrom).toEqual({ [VOTE]: digestOf('less'), [`${FOLDER}/release.md`]: null });
  expect(seal.redacted).toEqual([VOTE]);
});

test('many lines are a file of their own', () => {
  const texts = Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`${FOLDER}/votes/${at}.md`, 'x']));
  expect(checkView([checkedSealOf(sealOf(texts))]).hands[0]?.lines).toBe('');
  expect(checkView([checkedSealOf(SEAL)]).hands[0]?.lines).toContain(`  ${VOTE}\n`);
});

test('a seal’s page links what the site serves', () => {
  const page = sealPage(checkedSealOf(SEAL, { unserved: [VOTE] }), TODAY);
  expect(page.files.rows.map(([file]) => file?.[0]?.is)).toEqual(['link', 'text']);
  expect(page.json).toBe('/audit/core/1.0.0/record/seal.json');
});

test('the chain names what is no seal, and a number that is not its place', () => {
  const { kind, product, version, sealedAt, sealedBy } = SEAL;
  const is = {
    kind,
    product,
    ...(version !== undefined && { version }),
    sealedAt,
    sealedBy,
    sequence: 7,
    files: 2,
  };
  const rows = [
    { place: 0, file: `${FOLDER}/seal.json`, digest: digestOf('seal'), is },
    { place: 1, file: `${FOLDER}/seal-2.json`, digest: null, is: null },
  ];
  const table = chainTable(rows, 'Seals', () => 'UTC');
  expect(table.rows[0]?.[0]?.[1]).toMatchObject({ mark: { text: '≠ 0' } });
  expect(table.rows[1]?.[1]?.[1]).toMatchObject({ mark: { text: 'no seal' } });
  expect(chainTable(rows, 'Seals', () => null).rows[0]?.[1]?.[0]?.is).toBe('text');
  expect(handCommands(rows)[1]?.[0]).toContain(`${FOLDER}/seal.json > seal-0.sha256`);
});

test('findings of a chain come in the order of the questions, as many as a page holds', () => {
  const files = Array.from({ length: 60 }, (_, at) => ({ text: 'changed', file: `${at}` }));
  const chain: Chain = {
    ...{ seals: [], order: [{ kind: 'gap', text: 'seal 3 is missing', file: 'seal-4' }], list: [], files },
    ...{ counts: { files: 70, redacted: 0 }, root: 'AAAA', releases: { sealed: 1, all: 2 } },
  };
  const view = chainStateView(chain);
  expect(view.findings[0]?.text).toBe('seal 3 is missing');
  expect([view.findings.length, view.further]).toEqual([50, 11]);
  expect(textOf(view.facts, 'The list of seals')).toContain('every listed seal is there');
});

test('a record that is not what was sealed says so beside its digest', () => {
  const sealed = { place: 2, digest: digestOf('vote'), address: '/audit/x' };
  expect(proofView({ digest: digestOf('vote'), sealed }).mark).toBeNull();
  expect(proofView({ digest: digestOf('other'), sealed }).mark?.text).toBe('not as sealed');
  expect(proofView({ digest: null, sealed })).toMatchObject({ address: null, mark: { kind: 'danger' } });
  expect(proofView({ digest: digestOf('vote'), sealed: null })).toMatchObject({ seal: null, mark: null });
});

test('a seal that comes leaves the numbered pages of the chain as they are', () => {
  const chainOf = (count: number) =>
    Array.from({ length: count }, (_, place) => ({ place, file: `${place}.json`, digest: null, is: null }));
  const [before, after] = [chainPages(chainOf(210)), chainPages(chainOf(211))];
  expect(before.numbered).toHaveLength(3);
  expect(after.numbered).toEqual(before.numbered);
  expect(before.numbered[0]?.at(-1)?.place).toBe(0);
  expect(after.newest[0]?.place).toBe(210);
});
