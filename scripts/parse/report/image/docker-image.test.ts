import { expect, test } from 'vitest';
import { expectEveryCutRefused, faultOf, fileOf } from '../report-fixture.ts';
import { dockerImageReader } from './docker-image.ts';

const ID = `sha256:${'a'.repeat(64)}`;
const PUSHED = `sha256:${'b'.repeat(64)}`;
const COMMIT = 'c'.repeat(40);
const Labels = { 'org.opencontainers.image.revision': COMMIT, maintainer: 'nobody' };

const image = {
  Id: ID,
  RepoTags: ['registry.example/api:1.2.3'],
  RepoDigests: [`registry.example/api@${PUSHED}`, `mirror.example/api@${PUSHED}`],
  Created: '2026-02-03T10:30:00.322538934Z',
  Config: { Labels },
  Size: 458410761,
  RootFS: { Type: 'layers', Layers: [] },
  Metadata: { LastTagTime: '0001-01-01T00:00:00Z' },
};

const parsed = (value: unknown) => dockerImageReader.parse(fileOf(value));

test('an image of docker', () => {
  const expected = {
    format: 'docker-image',
    commits: [COMMIT],
    digests: [PUSHED],
    measured: {
      image: {
        digests: [PUSHED],
        id: ID,
        size: 458410761,
        createdAt: '2026-02-03T10:30:00+00:00',
        revision: COMMIT,
      },
    },
    failures: [],
    doubts: [],
  };
  expect(parsed([image])).toEqual(expected);
  expect(parsed(image)).toEqual(expected);
});

test('an inspection that was cut off at any byte is refused', () => {
  expectEveryCutRefused(dockerImageReader, fileOf([image]));
});

test.each([[[]], [null], [[`localhost/api@${PUSHED}`]], [[`api@sha512:${'b'.repeat(128)}`]]])(
  'an image without digests of a registry is a doubt: %j',
  (RepoDigests) => {
    const report = parsed([{ ...image, RepoDigests }]);
    expect(report.digests).toEqual([]);
    expect(report.doubts).toEqual(['the image was not pushed: it has no digest of a registry']);
  },
);

test('an image of podman: its id is bare hex, its digest stands there before any push', () => {
  const report = parsed([
    { ...image, Id: 'a'.repeat(64), Digest: `sha256:${'d'.repeat(64)}`, Config: {}, Labels },
  ]);
  expect(report.measured.image).toMatchObject({ id: ID, digests: [PUSHED], revision: COMMIT });
});

const skopeo = {
  Name: 'registry.example/api',
  Digest: PUSHED,
  RepoTags: ['1.2.3'],
  Created: '2026-02-03T16:00:00+05:30',
  Labels: null,
  Architecture: 'amd64',
  Layers: [],
};

test('an image of skopeo', () => {
  expect(parsed(skopeo)).toMatchObject({
    digests: [PUSHED],
    measured: { image: { digests: [PUSHED], createdAt: '2026-02-03T10:30:00+00:00' } },
    doubts: [],
  });
});

test('skopeo makes a digest up for an image that is in no registry', () => {
  expect(parsed({ ...skopeo, RepoTags: [] }).doubts).toHaveLength(1);
});

test('a revision that is no full commit names none', () => {
  const Config = { Labels: { 'org.opencontainers.image.revision': '0123456' } };
  const report = parsed([{ ...image, Config }]);
  expect(report.commits).toEqual([]);
  expect(report.measured.image?.revision).toBe('0123456');
});

test.each([
  ['several images', [image, image], 'describes 2 images, not one', '1'],
  ['none', [], 'the list of images is empty', ''],
  ['no id', [{ ...image, Id: 'sha256:abc' }], 'the image has no SHA-256 id or digest', '0.Id'],
  ['no id, alone', { ...image, Id: 'sha256:abc' }, 'the image has no SHA-256 id or digest', 'Id'],
  ['a size that is none', [{ ...image, Size: -1 }], 'Too small', '0.Size'],
])('%s is refused', (_, value, what, field) => {
  const fault = faultOf(() => parsed(value));
  expect(fault.message).toContain(what);
  expect(fault.place?.field).toBe(field);
});
