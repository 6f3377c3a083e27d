import { expect, test } from 'vitest';
import { type PlatformRelease, PlatformReleaseSchema } from '../records/pull-request.ts';
import { platformReleaseView } from './platform-release-view.ts';

const [OURS, OTHER] = ['a'.repeat(40), 'b'.repeat(40)];
const AT = '2026-02-03T10:30:00+00:00';

const ours = {
  tag: { name: 'v1.0.0', kind: 'lightweight', object: OURS, commit: OURS } as const,
  prerelease: false,
  aliases: ['1.0.0'],
};

function marks(more: Partial<PlatformRelease>) {
  const release = PlatformReleaseSchema.parse({
    ...{
      schema: 1,
      product: 'core',
      version: '1.0.0',
      repository: 'director/core',
      tag: 'v1.0.0',
      commit: OURS,
    },
    ...{ url: 'https://git.example/director/core/releases/tag/v1.0.0', name: null, author: null },
    ...{ createdAt: AT, publishedAt: AT, draft: false, prerelease: false, ...more },
  });
  const view = platformReleaseView(release, ours, 'd\u202E', 'UTC');
  const all = view.facts.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.is === 'mark' ? [part.mark] : [])),
  );
  return { view, marks: all.map(({ kind, text }) => `${kind}: ${text}`) };
}

test('a release of our commit is ticked', () => {
  expect(marks({}).marks).toEqual(['good: the commit of our tag']);
  expect(marks({ tag: '1.0.0' }).marks).toEqual(['good: the commit of our tag']);
});

test.each<[string, Partial<PlatformRelease>]>([
  ['danger: not the commit of our tag', { commit: OTHER }],
  ['danger: the tag is gone there', { commit: null }],
  ['danger: never published', { publishedAt: null }],
  ['danger: draft: nobody else sees it', { draft: true }],
  ['caution: our record says otherwise', { prerelease: true }],
  ['caution: not the tag of our record', { tag: 'v1' }],
])('%s', (expected, more) => {
  expect(marks(more).marks).toContain(expected);
});

test('many files are folded, none is lost, and the description shows what would disguise it', () => {
  const assets = Array.from({ length: 200 }, (_, index) => ({ name: `file-${index}`, size: 1024 }));
  const { view } = marks({ assets });
  expect(view.assets.length + view.further.length).toBe(200);
  expect(view.assets[0]).toEqual({ name: 'file-0', size: '1,024' });
  expect(view.description).toBe('d⟨U+202E⟩');
});
