import { expect, test } from 'vitest';
import type { StageReportInput } from '../../records/index.ts';
import type { Dossier } from '../dossier.ts';
import {
  API,
  allReports,
  COMMITS,
  DIGESTS,
  digestOf,
  dossier,
  LEAD,
  objectId,
  opening,
  release,
  report,
  VERSION,
  WEB,
} from '../testing/index.ts';
import { evidenceBound } from './evidence-bound.ts';

const examine = (more: Partial<Dossier> = {}) => evidenceBound.examine(dossier(more));

/** The API module's push, replaced. */
function push(more: Partial<StageReportInput>): string {
  const others = allReports().filter(({ data }) => !(data.stage === 'push' && data.module === API));
  return examine({ stages: [...others, report('push', API, more)] }).result;
}

test('passes where all reports are of what ships', () => {
  expect(examine().result).toBe('pass');
});

test.each<[string, Partial<StageReportInput>]>([
  ['pass', { digest: undefined }],
  ['pass', { commit: undefined }],
  ['unproven', { commit: undefined, digest: undefined }],
  ['fail', { commit: COMMITS.other }],
  ['fail', { commit: COMMITS.release }],
  ['fail', { digest: DIGESTS.other }],
  ['fail', { commit: undefined, digest: DIGESTS.other }],
  ['pass', { measured: { image: { digests: [DIGESTS.api], revision: COMMITS.api } } }],
  ['pass', { measured: { image: { digests: [DIGESTS.api], revision: COMMITS.api.slice(0, 7) } } }],
  ['pass', { measured: { image: { digests: [DIGESTS.api], revision: 'v1.4.0' } } }],
  ['fail', { measured: { image: { digests: [DIGESTS.api], revision: COMMITS.other } } }],
])('%s: a report with %j', (result, more) => {
  expect(push(more)).toBe(result);
});

const SHA = COMMITS.api.slice(0, 9);
const OF_IMAGE = { commit: undefined, digest: DIGESTS.api };

/** The API module's chart, published beside everything else. */
function published(name: string, more: Partial<StageReportInput> = {}, given: Partial<Dossier> = {}) {
  const measured = { chart: { name, version: VERSION } };
  return examine({ ...given, stages: [...allReports(), report('chart', API, { measured, ...more })] });
}

test.each<[string, string, Partial<StageReportInput>?]>([
  ['the whole commit', `${API}-1-4-0-${COMMITS.api}`],
  ['the beginning of the commit', `${API}-1-4-0-${SHA}`],
  ['the commit of the image that is all the report names', `${API}-1-4-0-${SHA}`, OF_IMAGE],
  ['no version', API],
  ['no commit', `${API}-1-4-0`],
  ['too little of a commit', `${API}-1-4-0-ffffff`],
])('passes where a chart’s name has %s', (_what, name, more) => {
  expect(published(name, more).result).toBe('pass');
});

test.each<[string, string, Partial<StageReportInput>?]>([
  [`${API}-1-4-0-ffffffff`, 'commit ffffffff instead of b1b1b1b1b1b1'],
  [`${API}-1-4-0-${COMMITS.other}`, 'commit ffffffffffff instead of b1b1b1b1b1b1', OF_IMAGE],
  [`${LEAD}-1-4-0-${SHA}`, 'module lantern instead of lantern-api'],
  [`${API}-1-4-1-${SHA}`, 'version 1.4.1 instead of 1.4.0'],
  [`${WEB}-1-3-2-${SHA}`, 'module lantern-web instead of lantern-api and version 1.3.2 instead of 1.4.0'],
])('fails where a chart is called %s: it names %s', (name, words, more) => {
  const { result, reasons } = published(name, more);
  expect(result).toBe('fail');
  expect(reasons[0]?.text).toBe(`chart of ${API}: its chart is called ${name}, which names ${words}`);
});

test.each([
  ['1.4', 'pass'],
  ['1.4.0-RC1', 'pass'],
  ['1.4.0.2', 'pass'],
  ['1.4.1', 'fail'],
  [null, 'pass'],
])('a chart’s name has room for three numbers: of version %s it is a %s', (version, result) => {
  const modules = release().data.modules.map((each) => (each.id === API ? { ...each, version } : each));
  expect(published(`${API}-1-4-0-${SHA}`, {}, { release: release({ modules }) }).result).toBe(result);
});

test('before the tag a chart is held against what the release was opened with', () => {
  const open = (version: string) =>
    opening({
      modules: [
        { id: LEAD, commit: COMMITS.release },
        { id: API, version, commit: COMMITS.api },
      ],
    });
  const result = (name: string, version: string) =>
    published(name, {}, { release: null, opening: open(version) }).result;
  expect(result(`${API}-2-3-0-${SHA}`, '2.3.0')).toBe('pass');
  expect(result(`${API}-1-4-0-${SHA}`, '2.3.0')).toBe('fail');
});

test('an image goes by several names, which a report joins', () => {
  const id = digestOf('1d');
  const build = (image: NonNullable<StageReportInput['measured']>['image']) => [
    report('build', API, { digest: undefined, measured: { image } }),
    report('image-scan', API, { commit: undefined, digest: id }),
    report('push', API),
  ];
  expect(examine({ stages: build({ digests: [DIGESTS.api], id }) }).result).toBe('pass');
  expect(examine({ stages: build({ digests: [], id }) }).result).toBe('fail');
});

test('a digest that no report joins to the commit proves nothing', () => {
  const stages = [report('unit-tests', API), report('push', API, { commit: undefined })];
  expect(examine({ stages }).result).toBe('unproven');
});

test('what was tested on staging was tested on a merge with the same files', () => {
  const stages = [report('integration', null, { commit: COMMITS.staging })];
  const promoted = (sameTree: boolean | null, commit: string = COMMITS.release) =>
    release({ promotion: { commit, staging: COMMITS.staging, sameTree, extra: [] } });
  expect(examine({ stages }).result).toBe('pass');
  expect(examine({ stages, release: promoted(false) }).result).toBe('fail');
  expect(examine({ stages, release: promoted(null) }).result).toBe('fail');
  // The release is behind the promotion: something came after what was tested.
  expect(examine({ stages, release: promoted(true, objectId('a4')) }).result).toBe('fail');
});

test('only attempts that count are evidence, of modules that moved', () => {
  const earlier = report('push', API, { commit: COMMITS.other, result: 'failed' });
  const later = report('push', API, { attempt: 2 });
  const part = report('push', LEAD, { attempt: 2, full: false, commit: COMMITS.other });
  const still = report('push', WEB, { commit: COMMITS.other });
  const others = allReports().filter(({ data }) => !(data.stage === 'push' && data.module === API));
  expect(examine({ stages: [...others, earlier, later, part, still] }).result).toBe('pass');
  expect(examine({ stages: [] }).result).toBe('unproven');
});

test('before the tag nothing shows what ships', () => {
  expect(examine({ release: null }).result).toBe('unproven');
});
