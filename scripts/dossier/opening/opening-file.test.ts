import { describe, expect, test } from 'vitest';
import { readMarkdown } from '../../../src/markdown/front-matter.ts';
import { type Opening, OpeningSchema } from '../../../src/records/index.ts';
import { at, digestOf, objectId } from '../../../src/verdict/testing/index.ts';
import { newOpening, type OpeningWanted, updatedOpening } from './opening-file.ts';

const FIRST: OpeningWanted = {
  product: 'lantern',
  version: '1.4.0',
  by: 'cyra-osei',
  now: at('04:00'),
  modules: [{ id: 'lantern', version: '1.4.0', commit: objectId('a1'), digest: digestOf('a1') }],
  scope: ['lantern-11'],
  due: at('11:30'),
  because: 'Metrics in batches.',
};
const LATER: OpeningWanted = {
  product: 'lantern',
  version: '1.4.0',
  by: 'dana-ito',
  now: at('05:00'),
  modules: [],
  scope: [],
};

function read(text: string): { data: Opening; body: string } {
  return readMarkdown(text, OpeningSchema, 'opening.md');
}

function again(more: Partial<OpeningWanted>, text = newOpening(FIRST)): string {
  return updatedOpening(text, { ...LATER, ...more }, 'opening.md');
}

test('a new opening says what was named, and nothing else', () => {
  expect(read(newOpening(FIRST))).toEqual({
    data: {
      schema: 1,
      product: 'lantern',
      version: '1.4.0',
      openedAt: at('04:00'),
      openedBy: 'cyra-osei',
      due: at('11:30'),
      modules: FIRST.modules,
      scope: ['lantern-11'],
    },
    body: 'Metrics in batches.\n',
  });
  expect(Object.keys(read(newOpening(LATER)).data)).toEqual([
    'schema',
    'product',
    'version',
    'openedAt',
    'openedBy',
  ]);
});

describe('opening again', () => {
  test('with nothing named, or with the same, no byte changes', () => {
    expect(again({})).toBe(newOpening(FIRST));
    expect(updatedOpening(newOpening(FIRST), { ...FIRST, now: at('06:00'), by: 'dana-ito' }, 'o.md')).toBe(
      newOpening(FIRST),
    );
  });

  test('what is named changes; comments, other fields and words stay', () => {
    const edited = newOpening(FIRST)
      .replace('due:', '# Agreed on Monday.\ndue:')
      .replace('batches.', '$&\n\nMore.');
    const text = again({ due: at('12:30'), promotion: 77 }, edited);
    expect(text).toContain(`# Agreed on Monday.\ndue: "${at('12:30')}"`);
    expect(text).toContain('promotion: 77');
    expect(read(text).body).toBe('Metrics in batches.\n\nMore.\n');
    expect(read(text).data).toMatchObject({ openedBy: 'cyra-osei', modules: FIRST.modules });
  });

  test('modules are joined by id', () => {
    const other = { id: 'lantern-api', version: '2.0.0', commit: objectId('b1') };
    expect(read(again({ modules: [other] })).data.modules).toEqual([...FIRST.modules, other]);
    const without = { id: 'lantern', version: '1.4.0', commit: objectId('a1') };
    expect(read(again({ modules: [without] })).data.modules).toEqual(FIRST.modules);
  });

  test('another commit takes the digest of the one before away', () => {
    const moved = { id: 'lantern', version: '1.4.0', commit: objectId('a2') };
    expect(read(again({ modules: [moved] })).data.modules).toEqual([moved]);
  });

  test('a list that grows is of whoever made it grow, and of then', () => {
    expect(read(again({ scope: ['lantern-12', 'lantern-11'] })).data).toMatchObject({
      scope: ['lantern-11', 'lantern-12'],
      openedAt: at('05:00'),
      openedBy: 'dana-ito',
    });
  });

  test('an emergency is declared once for one incident', () => {
    const declared = again({ incident: 'INC-77' });
    expect(read(declared).data.emergency).toEqual({
      incident: 'INC-77',
      declaredBy: 'dana-ito',
      declaredAt: at('05:00'),
    });
    expect(again({ incident: 'INC-77', now: at('06:00') }, declared)).toBe(declared);
    expect(read(again({ incident: 'INC-78', now: at('06:00') }, declared)).data.emergency?.declaredAt).toBe(
      at('06:00'),
    );
  });

  test('a reason is added to the words that are there, once', () => {
    const text = again({ because: 'And faster.' });
    expect(read(text).body).toBe('Metrics in batches.\n\nAnd faster.\n');
    expect(again({ because: 'And faster.' }, text)).toBe(text);
    expect(read(again({ because: 'First.' }, newOpening(LATER))).body).toBe('First.\n');
  });

  test('line ends of Windows stay', () => {
    const windows = newOpening(FIRST).replaceAll('\n', '\r\n');
    const text = again({ promotion: 77, because: 'And faster.' }, windows);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(read(text).data.promotion).toBe(77);
  });
});
