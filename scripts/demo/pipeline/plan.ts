import type { Stage } from '../../../src/records/index.ts';

/** What the pipeline measures of one module. */
export interface ModulePlan {
  tests: number;
  /** Lines that its tests reach, in percent; absent for a module without code of its own. */
  coverage?: number;
  /** Vulnerabilities of its image, by the last digits of their ids. */
  found?: string;
}

/** What goes otherwise than usual at a stage. */
export interface Trouble {
  stage: Stage;
  /** The module whose run it is; absent for a stage of the whole release. */
  module?: string;
  is:
    | 'failed, then passed'
    | 'failed, then passed in part'
    | 'missing'
    | 'without a database date'
    | 'without tests'
    | 'of the release before'
    | 'of nothing named';
}

/** One release's way through the pipeline. */
export interface PipelinePlan {
  version: string;
  /** When the pipeline began, as records write it. */
  beganAt: string;
  /** Number of the run on the build server. */
  run: number;
  modules: Readonly<Record<string, ModulePlan>>;
  /** Cases of the integration suite. */
  suite: number;
  /** 95th percentile of the load test, in milliseconds; absent where there was none. */
  load?: number;
  /** Stages that were run; all that the product has where it is not said. */
  only?: readonly Stage[];
  trouble?: readonly Trouble[];
}

/** How a product's pipeline works. */
export interface PipelineHabits {
  product: string;
  server: 'jenkins' | 'github';
  scanner: 'trivy' | 'grype';
  /** Folder of sources and ending, by module. */
  sources: Readonly<Record<string, { folder: string; end: string }>>;
  /** Who files the reports. */
  account: string;
  load: { metric: string; limit: number };
  /** Stages of each module, and of the whole release, in order. */
  stages: readonly Stage[];
}

/** Stages whose reports are of one module; all others are of the whole release. */
export const OF_MODULES: ReadonlySet<Stage> = new Set(['build', 'unit-tests', 'image-scan', 'push', 'chart']);

/** Minutes after the beginning of the pipeline at which a stage runs. */
export const MINUTES: Readonly<Record<Stage, number>> = {
  clone: 0,
  build: 4,
  'unit-tests': 12,
  'image-scan': 24,
  push: 31,
  chart: 35,
  deploy: 42,
  validation: 50,
  integration: 58,
  load: 95,
  sanity: 125,
  observability: 140,
};
