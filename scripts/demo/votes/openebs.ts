import { type SampleConversation, said } from './conversation.ts';

const PRODUCT = 'openebs';

/** Votes on OpenEBS. */
export const OPENEBS_CONVERSATIONS: readonly SampleConversation[] = [
  {
    product: PRODUCT,
    version: '1.11.0',
    call: said(
      '2026-06-03',
      '06:00',
      'tomasz-zielinski',
      '<!here> GO/NO-GO for OpenEBS 1.11.0, until tomorrow at ten. It is the candidate as it is: {openebs}.',
    ),
    answers: [
      said(
        '2026-06-03',
        '06:20',
        'meera-krishnan',
        'GO. Rebuilds take half the time, and coverage is above the limit.',
        {
          reactions: { tada: ['diego-ramos', 'nadia-wolf'] },
        },
      ),
      said('2026-06-03', '07:05', 'tomasz-zielinski', 'GO. Tag and notes are ready.'),
      said(
        '2026-06-03',
        '08:40',
        'hanna-weiss',
        'GO as QA. One test of the suite timed out; alone it passes.',
      ),
      said('2026-06-03', '11:10', 'vikram-nair', 'GO, the webinar is on Tuesday.'),
    ],
  },
  {
    product: PRODUCT,
    version: '1.11.1',
    call: said(
      '2026-06-11',
      '10:50',
      'tomasz-zielinski',
      '<!here> GO/NO-GO for OpenEBS 1.11.1, which holds #2914 and its test and nothing else: {openebs}. As soon as you can, please.',
    ),
    answers: [
      said('2026-06-11', '11:15', 'jonas-berg', 'GO. I compared two hundred rebuilds block by block.'),
      said('2026-06-11', '11:25', 'ayo-bello', 'GO. Tagged on main, plan for recovery is filled in.'),
      said(
        '2026-06-11',
        '12:45',
        'sana-qureshi',
        'NO-GO for now: the suite failed on one node, and I want to see it again.',
      ),
      said(
        '2026-06-11',
        '13:30',
        'sana-qureshi',
        'GO. The second run is green, all twenty-four; the node had a full disk.',
      ),
    ],
  },
  {
    product: PRODUCT,
    version: '1.12.0-RC1',
    call: said(
      '2026-08-25',
      '11:30',
      'ayo-bello',
      'GO/NO-GO for the candidate OpenEBS 1.12.0-RC1: {openebs}.',
    ),
    answers: [
      said('2026-08-25', '12:05', 'meera-krishnan', 'GO. Thin volumes are beta at best, the notes say so.'),
      said('2026-08-25', '13:10', 'sana-qureshi', 'GO.'),
      said('2026-08-25', '13:45', 'ayo-bello', 'GO, it is a candidate.'),
    ],
  },
  {
    product: PRODUCT,
    version: '1.12.0',
    call: said(
      '2026-09-08',
      '11:00',
      'tomasz-zielinski',
      '<!here> GO/NO-GO for OpenEBS 1.12.0, until three in the afternoon UTC: {openebs}.',
    ),
    answers: [
      said('2026-09-08', '11:30', 'meera-krishnan', 'GO. Everybody waits for thin volumes.'),
      said(
        '2026-09-08',
        '12:10',
        'jonas-berg',
        'NO-GO. Writes take 31 ms at the 95th percentile, the limit is 25. Databases will time out.',
        { reactions: { '+1': ['ayo-bello', 'diego-ramos'] } },
      ),
      said(
        '2026-09-08',
        '12:40',
        'tomasz-zielinski',
        'GO. Latency is fine on thick volumes, and thin ones are new.',
      ),
      said('2026-09-08', '13:20', 'sana-qureshi', 'ABSTAIN. I have no sanity checks for thin pools yet.'),
      said('2026-09-08', '13:30', 'elena-costa', 'GO. Vikram has signed the exception for two weeks.'),
    ],
  },
];
