import { setTracker } from '../../src/content/tracking.ts';
import type { Bundle } from './bundle/bundle.ts';
import { applySettings, type EditionSettings } from './edition-settings.ts';
import { type UnitMaker, type UnitWork, unitMaker } from './render/made-units.ts';
import { loadRenderer, type Renderer } from './render/renderer.ts';
import { type InputStates, inputStates } from './trace/input-states.ts';
import { type KeptValues, keptValues } from './trace/kept-values.ts';
import type { Trace } from './trace/trace.ts';
import { readTrace } from './trace/trace-file.ts';
import { type TracedWork, traceWork } from './trace/traced-work.ts';

/** Where and with what a process makes pages of one edition. */
export interface WorkshopPlan {
  settings: EditionSettings;
  bundle: Bundle;
  /** The trace of the build before, and its key. */
  trace: string;
  key: string;
  /** The folder of kept values. */
  values: string;
}

/** A process that is ready to make pages. There can be one in a process. */
export interface Workshop {
  before: Trace;
  inputs: InputStates;
  kept: KeptValues;
  work: TracedWork;
  renderer: Renderer;
}

/** A maker of units; only the public edition is mapped. */
export function makerIn(
  { renderer, work }: Workshop,
  { site, edition }: EditionSettings,
  handing: readonly string[],
  write: UnitWork['write'],
): UnitMaker {
  const mapped = edition === 'public' ? site : null;
  return unitMaker({ renderer, work, write, site: mapped, handing: new Set(handing) });
}

/** Loads an edition's code with everything that it reads being followed. */
export async function openWorkshop(plan: WorkshopPlan): Promise<Workshop> {
  applySettings(plan.settings);
  const before = readTrace(plan.trace, plan.key);
  const inputs = inputStates(plan.settings.content, plan.settings.now, before.inputs);
  const kept = keptValues(plan.values);
  const work = traceWork(before, inputs, kept);
  setTracker(work);
  return { before, inputs, kept, work, renderer: await loadRenderer(plan.bundle) };
}
