import { SAMPLE_NOW } from '../sample-day.ts';

/** One step of the sample's chain. */
export type SampleSeal =
  | { is: 'release'; product: string; release: string; by: string; at: string }
  | { is: 'deployments'; product: string; by: string; at: string }
  | {
      is: 'amendment';
      product: string;
      release: string;
      by: string;
      at: string;
      /** `PATH#field=VALUE`, from the dossier on. */
      corrects: readonly string[];
      because: string;
    };

/** In the order in which it was done. Deployments are filed on the sample's last day, and sealed then. */
export const SAMPLE_SEALS: readonly SampleSeal[] = [
  { is: 'release', product: 'litmus', release: '1.6', by: 'priya-shah', at: '2026-08-31T06:00:00+00:00' },
  {
    is: 'release',
    product: 'openebs',
    release: '1.11.1',
    by: 'tomasz-zielinski',
    at: '2026-09-07T05:30:00+00:00',
  },
  {
    is: 'release',
    product: 'openebs',
    release: '1.12.0',
    by: 'tomasz-zielinski',
    at: '2026-09-09T06:00:00+00:00',
  },
  {
    is: 'release',
    product: 'director',
    release: '1.25.0',
    by: 'tomasz-zielinski',
    at: '2026-09-22T05:00:00+00:00',
  },
  {
    is: 'release',
    product: 'director',
    release: '1.25.1',
    by: 'tomasz-zielinski',
    at: '2026-09-24T13:30:00+00:00',
  },
  {
    is: 'release',
    product: 'director',
    release: '1.26.1',
    by: 'tomasz-zielinski',
    at: '2026-09-25T05:00:00+00:00',
  },
  {
    is: 'amendment',
    product: 'director',
    release: '1.26.1',
    by: 'priya-shah',
    at: '2026-09-25T07:10:00+00:00',
    corrects: ['recovery.md#onCall.1=meera-krishnan'],
    because:
      'Meera took the pager of that week from me on the Wednesday before, and the plan was not told. It named whoever would not have answered.',
  },
  {
    is: 'release',
    product: 'director',
    release: '1.26.1',
    by: 'tomasz-zielinski',
    at: '2026-09-25T07:15:00+00:00',
  },
  {
    is: 'release',
    product: 'director',
    release: '1.26.2',
    by: 'tomasz-zielinski',
    at: '2026-09-28T05:00:00+00:00',
  },
  {
    is: 'amendment',
    product: 'director',
    release: '1.26.2',
    by: 'priya-shah',
    at: '2026-09-28T08:40:00+00:00',
    corrects: ['recovery.md#onCall.1=meera-krishnan'],
    because: 'The plan was copied from 1.26.1 with the same mistake: Meera had the pager.',
  },
  { is: 'deployments', product: 'litmus', by: 'priya-shah', at: SAMPLE_NOW },
  { is: 'deployments', product: 'openebs', by: 'tomasz-zielinski', at: SAMPLE_NOW },
  { is: 'deployments', product: 'director', by: 'tomasz-zielinski', at: SAMPLE_NOW },
];
