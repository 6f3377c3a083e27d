import { approval, objection, remark, type Told } from '../platform/told.ts';

/** What is unusual about pull requests of 1.11 and 1.12. */
export const TOLD_FROM_1_11: Readonly<Record<number, Told>> = {
  2894: (at) => ({ labels: ['backport'], reviews: [approval('meera-k', at.before(2))] }),
  // Approved, and then went on.
  2897: (at) => ({
    reviews: [
      approval('meera-k', at.before(12), { commit: at.commit(0), body: 'Numbers match the invoices.' }),
    ],
  }),
  2899: (at) => ({
    reviews: [
      approval('nadia-w', at.before(6), {
        mayPush: false,
        body: 'We need this for our night window: thank you!',
      }),
      approval('tomasz', at.before(1)),
    ],
  }),
  2901: (at) => ({
    labels: ['performance', 'area/cstor'],
    checks: [
      { name: 'build', at: at.before(9.9) },
      { name: 'unit-tests', at: at.before(9.7) },
      { name: 'image-scan', at: at.before(9.6) },
      { name: 'rebuild-suite', conclusion: 'CANCELLED', at: at.before(7) },
      { name: 'dco', app: 'DCO', at: at.before(10) },
    ],
    reviews: [
      approval('meera-k', at.before(1), { body: 'The rebuild suite takes six hours; I stopped it.' }),
    ],
  }),
  // Nobody with the right to merge has approved it.
  2903: (at) => ({
    labels: ['enhancement'],
    reviews: [approval('henrik-l', at.before(3), { mayPush: false, body: 'Solves our problem.' })],
  }),
  2904: { labels: ['enhancement', 'area/helm', 'release-note-action-required'] },
  2909: { labels: ['enhancement'], authorAssociation: 'FIRST_TIME_CONTRIBUTOR' },
  // Somebody looked, nobody approved.
  2910: (at) => ({
    labels: ['kind/cleanup'],
    reviews: [remark('tomasz', at.before(2), 'They were replaced by `kubectl openebs` in 1.8, I think.')],
  }),
  2914: (at) => ({
    reviews: [
      approval('tomasz', at.before(3), { body: 'Compared every block of forty rebuilds: equal.' }),
      approval('jonas-b', at.before(1)),
    ],
  }),
  // Approved, rebased by force, approved again.
  2918: (at) => ({
    labels: ['enhancement', 'area/localpv', 'feature/thin-volumes'],
    forcePushes: [{ at: at.before(5), by: 'diego', before: at.lost(), after: at.head }],
    reviews: [
      approval('meera-k', at.before(7), { commit: at.lost(), body: 'Good. Please rebase on main.' }),
      approval('meera-k', at.before(1), { body: 'Same patch after the rebase.' }),
    ],
  }),
  // Two pull requests whose commits came with one merge.
  2921: { labels: ['enhancement', 'area/webhook'] },
  2925: (at) => ({
    closes: [2916],
    reviews: [approval('meera-k', at.before(3)), approval('ayo', at.before(1))],
    checks: [
      { name: 'build', at: at.before(9.9) },
      { name: 'unit-tests', at: at.before(9.7) },
      { name: 'image-scan', conclusion: 'ACTION_REQUIRED', at: at.before(9.6) },
      { name: 'node-suite', conclusion: 'TIMED_OUT', at: at.before(4) },
      { name: 'dco', app: 'DCO', at: at.before(10) },
    ],
  }),
  // Approved, and then replaced by force: nobody has approved what was merged.
  2926: (at) => ({
    reviews: [approval('jonas-b', at.before(6), { commit: at.lost(), body: 'Tested with a failing SSD.' })],
    forcePushes: [{ at: at.before(2), by: 'lin', before: at.lost(), after: at.head }],
  }),
  // The approved commit is not known any more.
  2930: (at) => ({
    labels: ['performance', 'area/cstor'],
    reviews: [approval('priya-s', at.before(5), { commit: null })],
    forcePushes: [{ at: at.before(4), by: null, before: null, after: at.head }],
  }),
  // Merged over an objection that still stood.
  2933: (at) => ({
    labels: ['area/snapshots'],
    authorAssociation: 'FIRST_TIME_CONTRIBUTOR',
    reviews: [
      approval('ayo', at.before(3)),
      objection('jonas-b', at.before(2), 'Two customers still call it. Let us announce it first.'),
    ],
  }),
  2935: { labels: ['deprecation', 'area/localpv'] },
  // Approved when it was in already.
  2938: (at) => ({ reviews: [approval('tomasz', at.after(5), { body: 'Seen after the fact: fine.' })] }),
};
