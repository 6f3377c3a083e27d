import type { SamplePull } from '../pull-request.ts';

/** What a module brings to a release. A module that is not named does not move. */
export interface ModuleMove {
  version: string;
  pulls: readonly SamplePull[];
}

/** One afternoon's release of Director. */
export interface ReleaseDay {
  date: string;
  version: string;
  /** Number of the umbrella's promotion; the modules' promotions take the number after their last pull request. */
  promotion: number;
  api?: ModuleMove;
  web?: ModuleMove;
  agent?: ModuleMove;
  /** Changes of the umbrella chart itself. */
  umbrella?: readonly SamplePull[];
  /** Charts that others make, where they move. */
  charts?: { kafka?: string; redis?: string };
}
