import type { Clock } from '../world/index.ts';
import type { PlatformHabits } from './platform/habits.ts';
import type { SamplePull } from './pull-request.ts';

/** A project's habits. */
export interface ProjectHabits {
  branch?: string;
  /** How pull requests land where they do not say. */
  how: NonNullable<SamplePull['how']>;
  /** Commits carry a sign-off. */
  signOff: boolean;
  /** Who merges and releases. */
  maintainer: string;
  clock: Clock;
  /** What sources end with. */
  language: string;
  /** Hours, without the weekend, between writing pull requests and merging them; else each is merged at once. */
  rest?: number;
  platform: PlatformHabits;
}
