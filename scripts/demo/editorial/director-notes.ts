import type { EditedNote } from './edited-note.ts';

export const DIRECTOR_NOTES: readonly EditedNote[] = [
  {
    product: 'director',
    version: '1.22.0',
    edits: [
      {
        do: 'merge',
        ids: ['director-api-650', 'director-web-918'],
        text: '**Capacity forecast:** Director looks ninety days ahead and says which pool will be full first. It needs a week of data before its first forecast.',
      },
      { do: 'remove', id: 'director-web-920' },
    ],
  },
  {
    product: 'director',
    version: '1.24.0',
    edits: [
      {
        do: 'merge',
        ids: ['director-api-671', 'director-web-930'],
        text: '**Search:** Claims are found by their labels, also from the search field.',
      },
    ],
  },
  {
    product: 'director',
    version: '1.22.2',
    entries: { 'director-api-656': { security: { severity: 'medium' } } },
  },
  {
    product: 'director',
    version: '1.26.0',
    facts: {
      known: [{ id: 'known-1', module: 'director-web', found: '2026-09-24' }],
    },
    edits: [
      {
        do: 'add',
        section: 'known',
        text: 'The export of storage costs leaves out teams that own no volume today. Workaround: choose a month that is over; its export is complete. {#known-1}',
      },
    ],
  },
];
