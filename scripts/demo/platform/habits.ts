import type { Check } from '../../github-stand-in/index.ts';

/** How a project works on the platform. */
export interface PlatformHabits {
  /** Who owns the repository there. */
  owner: string;
  name: string;
  isPrivate?: boolean;
  /** Who reviews: the first who has not written the change themselves, in turns. */
  reviewers: readonly string[];
  /** Checks of every pull request, each with the minutes that it takes. */
  checks: readonly { check: Check; minutes: number }[];
  /** Authors whose accounts are gone today. */
  gone?: readonly string[];
  /** Authors whom git knows and the platform does not. */
  withoutAccount?: readonly string[];
}
