/** Names that build servers and plugins give the commit that was tested, without case and separators. */
const NAMES = new Set([
  'commit',
  'commitid',
  'commitsha',
  'gitcommit',
  'gitcommitid',
  'gitcommitidfull',
  'gitcommitsha',
  'gitsha',
  'githash',
  'gitrevision',
  'githubsha',
  'cicommitsha',
  'circlesha1',
  'bitbucketcommit',
  'buildkitecommit',
  'dronecommit',
  'traviscommit',
  'buildsourceversion',
  'buildvcsnumber',
  'revision',
  'sha',
  'vcsrevision',
]);

/** Whether a property of this name tells the commit that was tested, as "git.commit" or "env.GITHUB_SHA" does. */
export function namesCommit(property: string): boolean {
  return NAMES.has(
    property
      .toLowerCase()
      .replace(/^env\./, '')
      .replace(/[\s._-]/g, ''),
  );
}
