import { approval, objection, remark, type Told } from '../platform/told.ts';

/** What is unusual about pull requests of 1.6 to 1.8. */
export const TOLD_BEFORE_1_9: Readonly<Record<number, Told>> = {
  // Reviews from the former tracker belong to placeholders.
  2781: (at) => ({
    labels: ['enhancement', 'area/localpv'],
    reviews: [
      remark('imported-hanna', at.before(8), 'Please keep the old behaviour where no affinity is given.'),
      approval('jonas-b', at.before(2)),
    ],
  }),
  // Its commit's subject names the issue, as if it were the pull request.
  2794: { closes: [2791], labels: ['bug'] },
  // Its author's account and fork are gone.
  2803: { labels: ['enhancement', 'area/cstor'] },
  // The fork is gone, the account is not.
  2812: (at) => ({
    headOwner: null,
    labels: ['kind/feature'],
    authorAssociation: 'FIRST_TIME_CONTRIBUTOR',
    reviews: [
      remark('tomasz', at.before(9), 'Welcome, and thank you! Could the class be configurable?'),
      approval('tomasz', at.before(1.5)),
    ],
  }),
  2819: { labels: ['skip-changelog', 'area/cstor'] },
  // Changes were requested, made, and approved.
  2823: (at) => ({
    reviews: [
      objection('meera-k', at.before(19), 'A device with a partition table must be refused, not wiped.', {
        commit: at.commit(1),
      }),
      approval('meera-k', at.before(1.2), { body: 'Refused now, with a clear event. Thank you.' }),
    ],
  }),
  2824: (at) => ({
    title: 'feat(cstor): clone volumes across namespaces',
    renames: [
      {
        at: at.after(20),
        by: 'priya-s',
        from: 'feat(cstor): clone a volume from a snapshot in another namespace',
        to: 'feat(cstor): clone volumes across namespaces',
      },
    ],
  }),
  2829: (at) => ({ bodyEditedAt: at.after(31), labels: ['enhancement', 'area/cstor'] }),
  // The platform has lost the commit that it merged.
  2830: { mergeCommit: null },
  // "[skip ci]" does what it says.
  2835: (at) => ({
    checks: [
      { name: 'build', conclusion: 'SKIPPED', at: at.before(3) },
      { name: 'unit-tests', conclusion: 'SKIPPED', at: at.before(3) },
      { name: 'image-scan', conclusion: 'SKIPPED', at: at.before(3) },
      { name: 'dco', app: 'DCO', at: at.before(3) },
    ],
    labels: [],
  }),
  // The carrier of a backport has a review of its own.
  2844: (at) => ({
    labels: ['cherry-pick-approved'],
    reviews: [approval('jonas-b', at.before(2), { body: 'Clean pick, resize suite is green on 1.8.' })],
  }),
};
