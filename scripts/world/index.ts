export { Clock, type Moment, type When } from './clock.ts';
export { cloneRepository } from './clone.ts';
export type { Message } from './encode.ts';
export { git } from './git.ts';
export { type CommitHandle, subjectOf, type TagHandle } from './handles.ts';
export {
  borsMessage,
  mergeMessage,
  pickedMessage,
  reapplyMessage,
  revertMessage,
  signedOff,
  squashMessage,
  withTrailer,
} from './messages.ts';
export type { ObjectHandle } from './objects.ts';
export type * from './options.ts';
export { GITHUB, type Person, type PersonLike, personOf, signature } from './people.ts';
export {
  borsMerge,
  mergePullRequest,
  type PullRequestMerge,
  rebasePullRequest,
  squashPullRequest,
} from './pull-requests.ts';
export { RepositoryBuilder } from './repository-builder.ts';
