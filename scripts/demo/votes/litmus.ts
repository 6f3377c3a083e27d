import { type SampleConversation, said } from './conversation.ts';

const PRODUCT = 'litmus';

/** Votes on Litmus. */
export const LITMUS_CONVERSATIONS: readonly SampleConversation[] = [
  {
    product: PRODUCT,
    version: '1.4.1',
    call: said(
      '2026-02-20',
      '15:40',
      'priya-shah',
      'Litmus 1.4.1 is out for INC-214 ({litmus}). GO/NO-GO from everybody who leads a module, and from QA, until Monday evening.',
    ),
    answers: [
      said('2026-02-20', '16:05', 'priya-shah', 'GO. Portals of the two customers are closed again.'),
      said('2026-02-21', '06:30', 'lin-chen', 'GO. The server asks for the role itself now.', {
        reactions: { pray: ['nadia-wolf'] },
      }),
    ],
  },
  {
    product: PRODUCT,
    version: '1.5',
    call: said('2026-03-16', '09:00', 'priya-shah', 'GO/NO-GO for Litmus 1.5, today: {litmus}.'),
    answers: [
      said('2026-03-16', '09:20', 'diego-ramos', 'GO. DNS failures clean up after themselves.'),
      said('2026-03-16', '09:45', 'lin-chen', 'GO.'),
      said('2026-03-16', '11:15', 'sana-qureshi', 'GO. Suite is green on three nodes.'),
      said(
        '2026-03-16',
        '12:00',
        'priya-shah',
        'GO. Two customers hold game days this week, they install it later.',
      ),
    ],
    beside: [
      said(
        '2026-03-16',
        '12:30',
        'jonas-berg',
        'NO-GO for Litmus 1.5 this week: a paused switch in the middle of a game day looks like an outage.',
      ),
    ],
  },
  {
    product: PRODUCT,
    version: '1.6',
    call: said(
      '2026-04-20',
      '09:30',
      'priya-shah',
      '<!here> GO/NO-GO for Litmus 1.6, tagged this evening: {litmus}. Leads, please one for each module.',
    ),
    answers: [
      said('2026-04-20', '09:50', 'diego-ramos', 'GO. Redis and Kafka experiments ran on three clusters.'),
      said('2026-04-20', '10:10', 'lin-chen', 'GO. Signed in with two providers, groups become teams.'),
      said(
        '2026-04-20',
        '10:35',
        'jonas-berg',
        'GO. Namespaces with chaos=never stay untouched, I tried hard.',
      ),
      said('2026-04-20', '11:05', 'ayo-bello', 'GO. The faster probes are reverted, nothing else moved.'),
      said(
        '2026-04-20',
        '12:30',
        'sana-qureshi',
        'GO. Suite is green at the second attempt; the first lost its runner.',
      ),
      said('2026-04-20', '13:15', 'elena-costa', 'GO. The end of litmus-cli was announced twice.', {
        reactions: { wave: ['diego-ramos', 'lin-chen'] },
      }),
    ],
  },
];
