/** A pull request of the sample world. */
export interface SamplePull {
  number: number;
  title: string;
  by: string;
  /** How it lands; the project's habit where it is not said. */
  how?: 'squash' | 'merge' | 'rebase';
  /** What its only commit says below the title. */
  body?: string;
  /** Messages of its commits, where there are several. */
  commits?: readonly string[];
  /** The subject that whoever squashed it typed in the place of its title and number. */
  subject?: string;
  /** Who wrote the last of its commits, where that is somebody else. */
  with?: string;
  /** The branch where it is not made of the title. */
  branch?: string;
  /** The branch that it is merged into. */
  into?: string;
  /** The folder that it changes. */
  folder?: string;
  /** The dependency that it moves, where it does nothing else. */
  dependency?: { name: string; to: string };
  /** Who merges it. */
  mergedBy?: string;
}

/** Describes a pull request in one line. */
export function pull(number: number, by: string, title: string, more: Partial<SamplePull> = {}): SamplePull {
  return { number, by, title, ...more };
}

/** A dependency bot's pull request. */
export function bump(
  number: number,
  name: string,
  from: string,
  to: string,
  more: Partial<SamplePull> = {},
): SamplePull {
  const title = `build(deps): bump ${name} from ${from} to ${to}`;
  const body = `Bumps ${name} from ${from} to ${to}.`;
  return {
    number,
    by: 'dependabot[bot]',
    title,
    body,
    branch: `dependabot/${name}-${to}`,
    how: 'squash',
    dependency: { name, to },
    ...more,
  };
}
