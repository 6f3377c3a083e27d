import { type Environment, Fault } from '../../../src/records/index.ts';

/** helm.sh/helm, pkg/chart/common/util/validate_name.go: names of Kubernetes, 53 letters at most. */
const RELEASE_NAME = /^(?=.{1,53}$)[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?$/;
const ENDING = /\.(?:jsonl?|ya?ml|txt|log|out)$/i;
const AROUND = [
  /^(?:helm[-_. ])?hist(?:ory)?[-_. ]/i,
  /^helm[-_. ]/i,
  /[-_. ](?:helm[-_. ]?)?hist(?:ory)?$/i,
  /[-_. ]helm$/i,
];

/**
 * The release of Helm's that a file's name says: the policy's where the name has it, else the name without what people
 * put around it.
 */
export function helmReleaseOf(file: string, { helm = [] }: Pick<Environment, 'helm'>): string {
  const stem = file.replace(ENDING, '');
  const bare = AROUND.reduce((name, around) => name.replace(around, ''), stem) || stem;
  const listed = helm.map(({ release }) => release);
  const release = [stem, bare].find((name) => listed.includes(name)) ?? bare;
  if (RELEASE_NAME.test(release)) return release;
  throw new Fault(`"${file}" does not say of which release of Helm's it is`, {
    place: { file },
    hint: 'The history itself does not say it: call the file after the release, as director.json.',
  });
}
