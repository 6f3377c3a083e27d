import type { Console } from '../../verbs/console.ts';
import { waive } from '../../verbs/waive.ts';

interface SampleWaiver {
  product: string;
  release: string;
  control: string;
  by: string;
  at: string;
  until: string;
  because: string;
}

const PREPARED =
  'The commit that sets the version is made by whoever tags, without a pull request. It was compared with the tag by a second person.';
const BY_HAND =
  '#1498 is documentation; its commit was pushed by hand after its pull request was closed by mistake. Sana has read it since.';

/** What somebody answered for. A waiver lasts ninety days at most, so that some were made again. */
const WAIVERS: readonly SampleWaiver[] = [
  {
    product: 'litmus',
    release: '1.6',
    control: 'traceable',
    by: 'elena-costa',
    at: '2026-04-20T14:10:00+00:00',
    until: '2026-07-18',
    because: BY_HAND,
  },
  {
    product: 'litmus',
    release: '1.6',
    control: 'traceable',
    by: 'elena-costa',
    at: '2026-08-30T06:00:00+00:00',
    until: '2026-11-27',
    because: BY_HAND,
  },
  {
    product: 'litmus',
    release: '1.6',
    control: 'independence',
    by: 'elena-costa',
    at: '2026-08-30T06:05:00+00:00',
    until: '2026-11-27',
    because: `${BY_HAND} ${PREPARED}`,
  },
  {
    product: 'openebs',
    release: '1.11.1',
    control: 'independence',
    by: 'vikram-nair',
    at: '2026-09-07T05:00:00+00:00',
    until: '2026-12-05',
    because: PREPARED,
  },
  {
    product: 'openebs',
    release: '1.12.0',
    control: 'gates',
    by: 'vikram-nair',
    at: '2026-09-08T13:00:00+00:00',
    until: '2026-09-22',
    because:
      'Writes to thin volumes take 31 ms where 25 are allowed, and libxml2 is in the image for one tool that reads no files of users. Both are mended within two weeks.',
  },
  {
    product: 'director',
    release: '1.24.0',
    control: 'version-bump',
    by: 'elena-costa',
    at: '2026-09-17T10:25:00+00:00',
    until: '2026-12-15',
    because:
      'Roles of the account are read as roles in every project, so that nobody loses access: administrators only check them. A 2.0 would promise more than comes.',
  },
];

/** Writes down what people answered for. */
export async function waiveInSample(content: string, out: Console): Promise<void> {
  for (const { at, ...waiver } of WAIVERS) await waive({ content, ...waiver, now: at }, out);
}
