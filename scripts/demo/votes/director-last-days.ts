import { type SampleConversation, said } from './conversation.ts';

const PRODUCT = 'director';
const SRE = 'tomasz-zielinski';
const QA = 'sana-qureshi';

/** Votes on Director from 23 September on; the last release is not out yet. */
export const DIRECTOR_LAST_DAYS: readonly SampleConversation[] = [
  {
    product: PRODUCT,
    version: '1.26.0',
    call: said(
      '2026-09-23',
      '09:00',
      SRE,
      '<!here> GO/NO-GO for Director 1.26.0 at 16:00. director {director}, director-api {director-api}, director-web {director-web}, director-agent {director-agent}.',
    ),
    answers: [
      said('2026-09-23', '09:08', 'priya-shah', 'GO.'),
      said('2026-09-23', '09:16', 'meera-krishnan', 'GO. Sums of teams agree with the invoices of August.'),
      said('2026-09-23', '09:25', 'lin-chen', 'GO.'),
      said('2026-09-23', '09:33', 'diego-ramos', 'GO.'),
      said('2026-09-23', '09:55', QA, 'GO. Costs are covered by the suite now.'),
      said('2026-09-23', '10:10', SRE, 'GO. 318 ms.'),
      said('2026-09-23', '10:18', 'elena-costa', 'GO. Sales has a call at six.'),
    ],
    beside: [
      said(
        '2026-09-23',
        '08:30',
        'ayo-bello',
        'GO for Director 1.26.0, director-api {before:director-api}: the Kafka client is quiet.',
      ),
      said(
        '2026-09-23',
        '10:40',
        'nadia-wolf',
        'Will 1.26.0 go out today? Two customers ask for the costs page.',
      ),
    ],
  },
  {
    product: PRODUCT,
    version: '1.26.1',
    call: said(
      '2026-09-24',
      '09:00',
      SRE,
      '<!here> GO/NO-GO for Director 1.26.1 at 16:00. director {director}, director-api {director-api}.',
    ),
    answers: [
      said('2026-09-24', '09:06', 'priya-shah', 'GO. Redis moves, a snapshot is taken before.'),
      said(
        '2026-09-24',
        '09:11',
        'meera-krishnan',
        'GO. It is my own fix, somebody else should look as well.',
      ),
      said(
        '2026-09-24',
        '09:35',
        'ayo-bello',
        'GO for director-api. Looked at it with Meera: claims without a team count once.',
      ),
      said('2026-09-24', '09:44', QA, 'GO. Suite and load are green.'),
      said('2026-09-24', '09:50', 'hanna-weiss', 'GO as QA, tried it on the old test cluster.'),
      said('2026-09-24', '10:20', SRE, 'GO.'),
      said('2026-09-24', '10:55', 'vikram-nair', 'GO as management, better late than never.'),
    ],
  },
  {
    product: PRODUCT,
    version: '1.26.2',
    call: said(
      '2026-09-25',
      '09:00',
      SRE,
      '<!here> GO/NO-GO for Director 1.26.2 at 16:00. director {director}, director-web {director-web}, director-agent {director-agent}.',
    ),
    answers: [
      said(
        '2026-09-25',
        '09:07',
        'lin-chen',
        'GO. Charts load only when they are seen, tables stay as they were.',
      ),
      said('2026-09-25', '09:13', 'jonas-berg', 'GO.'),
      said(
        '2026-09-25',
        '09:21',
        'diego-ramos',
        'GO. Ran for a night with the server switched off: memory stays flat.',
      ),
      said('2026-09-25', '09:58', QA, 'GO. All twenty-eight.', {
        reactions: { rocket: ['lin-chen', 'priya-shah', 'tomasz-zielinski'] },
      }),
    ],
    beside: [said('2026-09-25', '08:20', QA, 'GO for Director 1.26.2 from QA, as far as I can see.')],
  },
  {
    product: PRODUCT,
    version: '1.26.3',
    call: said(
      '2026-09-28',
      '08:45',
      SRE,
      '<!here> GO/NO-GO for Director 1.26.3 at 16:00. director {director}, director-api {director-api}, director-web {director-web}.',
    ),
    answers: [
      said(
        '2026-09-28',
        '09:05',
        'meera-krishnan',
        'GO. Schedules that name a deleted volume are kept and shown as such.',
      ),
      said('2026-09-28', '09:20', 'lin-chen', 'GO.'),
      said(
        '2026-09-28',
        '09:40',
        QA,
        'The suite failed once, and only a part of it ran since: I wait for the whole.',
      ),
    ],
  },
];
