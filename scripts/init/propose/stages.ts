import { STAGES, type Stage } from '../../../src/records/index.ts';
import type { Proposed, RepositoryFacts } from '../facts.ts';
import { isPipeline } from '../look/wanted-files.ts';
import { someOf } from './counted.ts';
import { STEPS } from './pipeline-steps.ts';

/** A stage that a pipeline shows, with the words of the pipeline that show it. */
export interface ShownStage {
  stage: Stage;
  /** "docker build in .github/workflows/build.yml". */
  shown: string;
}

/** What a project's pipelines consist of, in the order of stages. */
export function shownStages({ texts }: Pick<RepositoryFacts, 'texts'>): ShownStage[] {
  const pipelines = [...texts].filter(([file]) => isPipeline(file));
  const [first] = pipelines;
  if (first === undefined) return [];
  const called = pipelines.some(([, text]) => /\bmake\b/.test(text));
  const more = [...texts].filter(
    ([file]) => /\.(?:sh|bash|mk)$/.test(file) || (called && file === 'Makefile'),
  );
  const steps = [...pipelines, ...more].map(([file, text]) => [file, withoutComments(text)] as const);
  const cloned: ShownStage = { stage: 'clone', shown: first[0] };
  const found = STEPS.flatMap(({ stage, shown }): ShownStage[] => {
    const place = firstShown(stage === 'deploy' ? steps.filter(isNoTrial) : steps, shown);
    return place === null ? [] : [{ stage, shown: place }];
  });
  return [cloned, ...found].sort((a, b) => orderOf(a.stage) - orderOf(b.stage));
}

function firstShown(steps: readonly (readonly [string, string])[], forms: readonly RegExp[]): string | null {
  for (const form of forms)
    for (const [file, text] of steps) {
      const words = form.exec(text)?.[0];
      if (words !== undefined) return `"${shortened(words)}" in ${file}`;
    }
  return null;
}

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

/** What is installed into a cluster that the pipeline makes for itself is tried there, not deployed. */
function isNoTrial([, text]: readonly [string, string]): boolean {
  return !/kind-action|\bkind create\b|minikube|\bk3[ds]\b/.test(text);
}

/** A step that is commented out is none. */
function withoutComments(text: string): string {
  return text.replace(/^\s*(?:#|\/\/).*$/gm, '');
}

function orderOf(stage: Stage): number {
  return STAGES.findIndex(({ id }) => id === stage);
}

/** Proposes the stages that every release needs: those that the pipelines of its repositories show. */
export function proposeStages(repositories: readonly RepositoryFacts[]): Proposed<Stage[]> {
  const shown = repositories.flatMap((facts) => shownStages(facts));
  const first = new Map(shown.toReversed().map(({ stage, shown: words }) => [stage, words]));
  const stages = STAGES.map(({ id }) => id).filter((id) => first.has(id));
  if (stages.length === 0) return { value: [], because: 'no file of a build server was found' };
  const told = stages.filter((stage) => stage !== 'clone').map((stage) => `${stage}: ${first.get(stage)}`);
  const because = told.length === 0 ? `there is ${first.get('clone')}` : `pipelines show ${someOf(told, 12)}`;
  return { value: stages, because };
}
