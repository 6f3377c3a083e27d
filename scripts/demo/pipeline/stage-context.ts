import type { Stage } from '../../../src/records/index.ts';
import type { ChartPart } from '../reports/chart.ts';
import type { SampleImage } from '../reports/image.ts';
import type { ModulePlan, PipelineHabits, PipelinePlan } from './plan.ts';

/** One attempt at a stage, with all that its reports are made of. */
export interface StageContext {
  habits: PipelineHabits;
  plan: PipelinePlan;
  stage: Stage;
  /** The module that it is of; the lead for a stage of the whole release. */
  image: SampleImage;
  module: ModulePlan;
  /** When the tool ran. */
  at: string;
  /** Charts that the module's chart needs. */
  parts: readonly ChartPart[];
  /** "empty": the tool ran, and no test was chosen. */
  outcome: 'passed' | 'failed' | 'partial' | 'empty';
}
