import { approval, objection, remark, type Told } from '../platform/told.ts';

/** What is unusual about pull requests of 1.9 and 1.10. */
export const TOLD_FROM_1_9: Readonly<Record<number, Told>> = {
  2841: (at) => ({
    reviews: [
      approval('meera-k', at.before(2), { body: 'Handles are checked against the pattern first. Good.' }),
      approval('jonas-b', at.before(1)),
    ],
  }),
  2850: { labels: ['enhancement', 'area/localpv'] },
  // Merged with a check that failed, and one that nobody waited for.
  2853: (at) => ({
    labels: ['bug', 'area/csi'],
    reviews: [approval('jonas-b', at.before(3), { body: 'The failure of unit-tests is the flake itself.' })],
    checks: [
      { name: 'build', at: at.before(8) },
      { name: 'unit-tests', conclusion: 'FAILURE', at: at.before(7.8) },
      { name: 'image-scan', status: 'IN_PROGRESS' },
      { name: 'dco', app: 'DCO', at: at.before(9) },
    ],
  }),
  2858: { labels: ['deprecation', 'area/jiva'] },
  // A long way: several issues, one of them in another repository.
  2864: (at) => ({
    closes: [2740, 'openebs/cstor-operators#118'],
    checks: [
      { name: 'build', at: at.before(9.9) },
      { name: 'unit-tests', at: at.before(9.7) },
      { name: 'image-scan', conclusion: 'NEUTRAL', at: at.before(9.6) },
      { name: 'upgrade-suite', at: at.before(6) },
      { name: 'dco', app: 'DCO', at: at.before(10) },
    ],
    reviews: [
      remark('jonas-b', at.before(26), 'What happens when the second replica degrades meanwhile?', {
        commit: at.commit(0),
      }),
      approval('tomasz', at.before(4), {
        editedAt: at.before(3.5),
        body: 'Upgrade suite ran for a night: no I/O error.',
      }),
      approval('jonas-b', at.before(1)),
    ],
  }),
  // An approval was taken back by somebody else, with a reason; another one followed.
  2866: (at) => ({
    reviews: [
      {
        author: 'ayo',
        at: at.before(6),
        dismissed: {
          by: 'priya-s',
          at: at.before(5),
          was: 'APPROVED',
          message: 'Given before the values schema was added: please look again.',
        },
      },
      approval('tomasz', at.before(1), { body: 'With the schema, a wrong switch is refused.' }),
    ],
  }),
  2869: (at) => ({
    labels: ['cherry-pick-approved'],
    reviews: [approval('tomasz', at.before(1.5), { body: 'Same patch as on main.' })],
  }),
  2871: (at) => ({ labels: ['backport'], reviews: [approval('jonas-b', at.before(2))] }),
  // The objection was answered by another commit, and its author went on leave: taken back in their name.
  2872: (at) => ({
    reviews: [
      {
        ...objection('ayo', at.before(9), 'Tests must cover an authority that has expired.'),
        dismissed: { by: null, at: at.before(4), was: 'CHANGES_REQUESTED' },
      },
      approval('meera-k', at.before(2)),
      approval('jonas-b', at.before(1)),
    ],
  }),
  2876: { labels: ['enhancement', 'area/metrics'] },
  2887: (at) => ({
    reviews: [
      approval('jonas-b', at.before(2)),
      approval(null, at.before(1), { body: 'Works here.', mayPush: false }),
    ],
  }),
};
