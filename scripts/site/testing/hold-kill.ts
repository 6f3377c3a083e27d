import { filesWithBytes, runBuild } from './command.ts';
import { killBuild, NOW, type TwoStates } from './two-states.ts';

/**
 * Kills a build of the second state after a part of the time that it takes, and lets another one come after it. Gives
 * what is wrong: pages that are neither of the first nor of the second state, and what the other build makes otherwise.
 * Leaves the first state.
 */
export async function holdKill(states: TwoStates, part: number): Promise<string[]> {
  states.become(1);
  await killBuild(states, states.duration * part);
  const half = halfWritten(states);
  const after = await runBuild(NOW, states.options);
  const wrong = after.status === 0 ? states.wrong(1) : [after.said];
  states.become(0);
  const back = await runBuild(NOW, states.options);
  return [...half, ...wrong, ...(back.status === 0 ? states.wrong(0) : [back.said])];
}

function halfWritten({ out, whole }: TwoStates): string[] {
  const known = whole.map((folder) => filesWithBytes(folder));
  return [...filesWithBytes(out)].flatMap(([file, bytes]) =>
    file.startsWith('pagefind/') || known.some((files) => files.get(file)?.equals(bytes))
      ? []
      : [`${file} is half written`],
  );
}
