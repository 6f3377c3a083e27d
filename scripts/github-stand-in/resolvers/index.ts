import { fullNameOf } from '../lookup/repositories.ts';
import { refuseWhatIsKept } from '../query/refusal.ts';
import type { Fields } from '../query/resolvers.ts';
import type { RepositoryView } from '../views.ts';
import { ACCOUNT } from './account.ts';
import { APP, CHECK_RUN, CHECK_SUITE, ROLLUP, STATUS_CONTEXT } from './check.ts';
import { COMMIT, GIT_ACTOR } from './commit.ts';
import { DEPLOYMENT, DEPLOYMENT_STATUS } from './deployment.ts';
import { ISSUE } from './issue.ts';
import { PULL_REQUEST } from './pull-request.ts';
import { CHANGED_FILE, LABEL, MILESTONE, PULL_REQUEST_COMMIT } from './pull-request-parts.ts';
import { QUERY, RATE_LIMIT } from './query.ts';
import { REF } from './ref.ts';
import { RELEASE, RELEASE_ASSET } from './release.ts';
import { REPOSITORY } from './repository.ts';
import { REVIEW } from './review.ts';
import { EVENT } from './timeline.ts';

const TYPES = {
  Query: QUERY,
  RateLimit: RATE_LIMIT,
  Repository: keptApart(REPOSITORY),
  Ref: REF,
  Commit: COMMIT,
  GitActor: GIT_ACTOR,
  StatusCheckRollup: ROLLUP,
  CheckSuite: CHECK_SUITE,
  CheckRun: CHECK_RUN,
  StatusContext: STATUS_CONTEXT,
  App: APP,
  PullRequest: PULL_REQUEST,
  PullRequestCommit: PULL_REQUEST_COMMIT,
  PullRequestChangedFile: CHANGED_FILE,
  PullRequestReview: REVIEW,
  Label: LABEL,
  Milestone: MILESTONE,
  RenamedTitleEvent: EVENT,
  HeadRefForcePushedEvent: EVENT,
  ReviewDismissedEvent: EVENT,
  MergedEvent: EVENT,
  ClosedEvent: EVENT,
  Issue: ISSUE,
  Release: RELEASE,
  ReleaseAsset: RELEASE_ASSET,
  Deployment: DEPLOYMENT,
  DeploymentStatus: DEPLOYMENT_STATUS,
  User: ACCOUNT,
  Bot: ACCOUNT,
  Organization: ACCOUNT,
  Mannequin: ACCOUNT,
  EnterpriseUserAccount: ACCOUNT,
};

/**
 * What answers each field of each type. Each takes the view of its type; the schema sees to it that no other
 * comes, which the compiler cannot know.
 */
export const RESOLVERS = TYPES as unknown as Readonly<Record<string, Fields<unknown> | undefined>>;

/** A token may read one field of a repository and not another. */
function keptApart(fields: Fields<RepositoryView>): Fields<RepositoryView> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, resolve]): [string, typeof resolve] => [
      field,
      (repository, args, scope) => {
        refuseWhatIsKept(scope.faults, fullNameOf(repository.described), field);
        return resolve(repository, args, scope);
      },
    ]),
  );
}
