import { leadOf, type Opening, type Promotion, type Release } from '../../records/index.ts';
import { ISO_CHANGES, ISO_SEPARATION, PCI_SEPARATION, SOC_2_CHANGES } from '../clauses.ts';
import { type Control, type Finding, finding, pass, type Reason } from '../control.ts';
import type { Dossier, Recorded } from '../dossier.ts';
import { notTaggedYet } from '../not-tagged.ts';
import { shortCommit } from '../wording.ts';

/** What was tested before production is what is released. */
export const promotion: Control = {
  id: 'promotion',
  sentence:
    'The release came by a merge of the staging branch whose files are, byte for byte, those that were tested there, and nothing was put beside or after it.',
  clauses: [SOC_2_CHANGES, ISO_CHANGES, ISO_SEPARATION, PCI_SEPARATION],
  examine,
};

function examine(dossier: Dossier): Finding {
  const { release, policy, opening } = dossier;
  const { id, staging } = leadOf(policy.data);
  if (staging === undefined) return pass({ text: `${id} has no staging branch`, record: policy.path });
  if (release === null) return notTaggedYet();
  const promoted = release.data.promotion;
  if (promoted === undefined) return notPromoted(release, staging);
  const reason = (text: string): Reason => ({ text, record: release.path });
  const merge = `merge ${shortCommit(promoted.commit)} of ${staging} at ${shortCommit(promoted.staging)}`;
  return finding(
    [...failures(promoted, merge), ...otherPullRequest(promoted, opening?.data)].map(reason),
    promoted.sameTree === null
      ? [reason(`whether ${merge} has the files that were tested is not known`)]
      : [],
    [reason(`${merge}${mergedBy(promoted)} has the files that were tested, and nothing was added`)],
  );
}

/**
 * Only a second parent is a promotion: what a merge's message says can be written by anybody. A record without branches
 * may be of a harvest that did not look for either.
 */
function notPromoted({ data, path }: Recorded<Release>, staging: string): Finding {
  if (data.branches === undefined)
    return finding(
      [],
      [{ text: `how ${data.version} came from ${staging} is not recorded`, record: path }],
      [],
    );
  const commit = shortCommit(data.tag.commit);
  const text = `no merge that commit ${commit} reaches has ${staging} as its second parent, whatever messages say`;
  return finding([{ text, record: path }], [], []);
}

function failures({ sameTree, extra }: Promotion, merge: string): string[] {
  return [
    ...(sameTree === false ? [`${merge} has other files than those that were tested`] : []),
    ...extra.map((id) => `commit ${shortCommit(id)} was not promoted: it is beside or after ${merge}`),
  ];
}

/** Votes are read from the pull request that somebody opened the release with: it has to be the one that promoted it. */
function otherPullRequest({ pullRequest }: Promotion, opening: Opening | undefined): string[] {
  const meant = opening?.promotion;
  if (meant === undefined || pullRequest === undefined || pullRequest.number === meant) return [];
  return [`#${pullRequest.number} promoted the release, and ${opening?.openedBy} opened it with #${meant}`];
}

function mergedBy({ pullRequest }: Promotion): string {
  if (pullRequest === undefined) return '';
  const by = pullRequest.merger === null ? '' : ` by ${pullRequest.merger.login}`;
  return `, #${pullRequest.number}${by}${pullRequest.mergedAt === null ? '' : ` at ${pullRequest.mergedAt}`},`;
}
