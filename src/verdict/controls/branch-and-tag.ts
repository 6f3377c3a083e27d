import { joined } from '../../history/joined.ts';
import { parseVersion } from '../../history/version-order.ts';
import { leadOf, type Policy, type Release } from '../../records/index.ts';
import { ISO_CHANGES, SOC_2_CHANGES } from '../clauses.ts';
import { type Control, type Finding, finding, type Reason } from '../control.ts';
import type { Dossier, Recorded } from '../dossier.ts';
import { notTaggedYet } from '../not-tagged.ts';
import { shortCommit } from '../wording.ts';

/** A release can be found again: by a tag that stays where it was put, on a branch that releases are cut from. */
export const branchAndTag: Control = {
  id: 'branch-and-tag',
  sentence:
    'The release has a tag of its own, annotated or signed where the policy asks for it, named by the policy, never moved, on a branch that releases are cut from.',
  clauses: [SOC_2_CHANGES, ISO_CHANGES],
  examine,
};

function examine(dossier: Dossier): Finding {
  const { release, policy, version } = dossier;
  if (release === null) return notTaggedYet();
  const branch = branchVerdict(release, policy.data);
  return finding(
    [
      ...tagEvents(release),
      ...tagKind(release, policy.data),
      ...tagName(release, policy.data),
      ...branch.failures,
    ],
    branch.doubts,
    [{ text: tagText(release, version), record: release.path }, ...branch.passed],
  );
}

const TAG_EVENTS = new Set(['tag-moved', 'tag-ambiguous', 'tag-missing']);

function tagEvents({ data, path }: Recorded<Release>): Reason[] {
  const events = (data.events ?? []).filter(({ kind }) => TAG_EVENTS.has(kind));
  return events.map(({ text }) => ({ text, record: path }));
}

function tagKind({ data, path }: Recorded<Release>, { annotatedTags }: Policy): Reason[] {
  if (!annotatedTags || data.tag.kind !== 'lightweight') return [];
  const text = `tag ${data.tag.name} is a lightweight one: it says neither who made it nor when`;
  return [{ text, record: path }];
}

/** A pattern that came later judges no release that was made before it: any of the policy's will do. */
function tagName({ data, path }: Recorded<Release>, policy: Policy): Reason[] {
  const expected = leadOf(policy).tags.map((pattern) => pattern.replace('{version}', data.version));
  if (expected.includes(data.tag.name)) return [];
  const text = `the tag is called ${data.tag.name}, and by the policy ${expected.join(' or ')}`;
  return [{ text, record: path }];
}

function tagText({ data: { tag } }: Recorded<Release>, version: string): string {
  const kinds = {
    signed: 'signed',
    annotated: 'annotated and not signed',
    lightweight: 'lightweight',
  } as const;
  return `${version} is tag ${tag.name}, ${kinds[tag.kind]}, object ${shortCommit(tag.object)} at commit ${shortCommit(tag.commit)}`;
}

interface BranchVerdict {
  failures: Reason[];
  doubts: Reason[];
  passed: Reason[];
}

function branchVerdict({ data, path }: Recorded<Release>, policy: Policy): BranchVerdict {
  const wanted = wantedBranches(data.version, policy);
  const commit = `commit ${shortCommit(data.tag.commit)}`;
  const verdict = (kind: keyof BranchVerdict, text: string): BranchVerdict => ({
    ...{ failures: [], doubts: [], passed: [] },
    [kind]: [{ text, record: path }],
  });
  if (wanted.length === 0) return verdict('doubts', 'the policy names no branch that releases are cut from');
  if (data.branches === undefined) return verdict('doubts', `no branch is recorded that holds ${commit}`);
  const found = data.branches.find((branch) => wanted.includes(withoutRemote(branch)));
  if (found !== undefined) return verdict('passed', `${commit} is on ${found}`);
  const where = data.branches.length === 0 ? 'no branch' : joined(data.branches);
  return verdict('failures', `${commit} is on ${where}, not on ${wanted.join(' or ')}`);
}

function wantedBranches(version: string, policy: Policy): string[] {
  const [major = 0, minor = 0] = parseVersion(version)?.numbers ?? [];
  const fill = (pattern: string): string =>
    pattern
      .replaceAll('{version}', version)
      .replaceAll('{major}', String(major))
      .replaceAll('{minor}', String(minor));
  const { branch } = leadOf(policy);
  return [...new Set([...policy.releaseBranches.map(fill), ...(branch === undefined ? [] : [branch])])];
}

/** A clone may know a branch by its remote only. */
function withoutRemote(branch: string): string {
  return branch.replace(/^(?:refs\/remotes\/)?origin\//, '');
}
