import { type SampleConversation, said } from './conversation.ts';
import { DIRECTOR_LAST_DAYS } from './director-last-days.ts';

const PRODUCT = 'director';
const SRE = 'tomasz-zielinski';
const QA = 'sana-qureshi';

/** Votes on Director, until its emergency. */
const FIRST_DAYS: readonly SampleConversation[] = [
  {
    product: PRODUCT,
    version: '1.24.0',
    call: said(
      '2026-09-17',
      '09:00',
      SRE,
      '<!here> GO/NO-GO for Director 1.24.0 at 16:00. director {director}, director-api {director-api}, director-web {director-web}, director-agent {director-agent}.',
    ),
    answers: [
      said('2026-09-17', '09:12', 'priya-shah', 'GO. Chart renders on all three clusters.'),
      said('2026-09-17', '09:15', 'ayo-bello', 'GO for director-api. Search answers from its index.'),
      said('2026-09-17', '09:31', 'lin-chen', 'GO.'),
      said('2026-09-17', '09:40', 'diego-ramos', 'GO.'),
      said('2026-09-17', '09:52', QA, 'GO. Suite is green, roles were tried by hand.'),
      said(
        '2026-09-17',
        '10:05',
        SRE,
        'NO-GO. 437 ms at the 95th percentile, the limit is 400. Search by labels reads everything.',
      ),
      said('2026-09-17', '10:20', 'elena-costa', 'GO. The customers with teams wait since May.'),
    ],
  },
  {
    product: PRODUCT,
    version: '1.24.1',
    call: said(
      '2026-09-18',
      '09:05',
      SRE,
      '<!here> GO/NO-GO for Director 1.24.1 at 16:00. director {director}, director-web {director-web}.',
    ),
    answers: [
      said('2026-09-18', '09:20', 'priya-shah', 'GO. An upgrade that cannot end well does not begin now.'),
      said('2026-09-18', '09:24', 'lin-chen', 'GO.'),
      said('2026-09-18', '09:58', SRE, 'GO. Deployment passed at the second attempt.'),
      said(
        '2026-09-18',
        '10:12',
        QA,
        'VETO. The upgrade hook of #444 stops on every cluster with Local PV, which can never be expanded. Nobody approved that change either.',
        { reactions: { eyes: ['priya-shah', 'meera-krishnan'], '+1': ['ayo-bello'] } },
      ),
    ],
  },
  {
    product: PRODUCT,
    version: '1.25.0',
    call: said(
      '2026-09-21',
      '09:00',
      SRE,
      '<!here> GO/NO-GO for Director 1.25.0 at 16:00. #444 is reverted in it. director {director}, director-api {director-api}, director-web {director-web}, director-agent {director-agent}.',
    ),
    answers: [
      said(
        '2026-09-21',
        '09:10',
        'meera-krishnan',
        'GO. One test was slow and failed; the second attempt is green.',
      ),
      said('2026-09-21', '09:14', 'lin-chen', 'GO.'),
      said('2026-09-21', '09:22', 'jonas-berg', 'GO. Works behind three kinds of proxies.', {
        editedAfter: 34,
      }),
      said('2026-09-21', '10:02', 'jonas-berg', 'GO. Four kinds; I should not have edited that.'),
      said('2026-09-21', '09:48', QA, 'GO. Upgrades from 1.24.1 go through with Local PV.'),
      said('2026-09-21', '10:15', 'vikram-nair', 'GO.'),
    ],
  },
  {
    product: PRODUCT,
    version: '1.25.1',
    call: said(
      '2026-09-22',
      '12:10',
      SRE,
      'Director 1.25.1 went out for INC-0922. GO/NO-GO until tomorrow at five. director {director}, director-api {director-api}, director-web {director-web}.',
    ),
    answers: [
      said('2026-09-22', '12:30', SRE, 'GO. Both customers have restored.'),
      said('2026-09-23', '04:15', 'priya-shah', 'GO.'),
      said('2026-09-23', '04:40', 'ayo-bello', 'GO for director-api. Node names come from the new cluster.'),
      said('2026-09-23', '05:05', 'lin-chen', 'GO.'),
      said('2026-09-23', '07:50', QA, 'GO. Forty restores over night, all of them to the end.'),
    ],
  },
];

/** All of Director's. */
export const DIRECTOR_CONVERSATIONS: readonly SampleConversation[] = [...FIRST_DAYS, ...DIRECTOR_LAST_DAYS];
