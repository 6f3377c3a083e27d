import type { ChangesData } from '../../views/population/changes-data.ts';
import { type PackedChanges, unpackChanges } from '../../views/population/packed-changes.ts';
import { CHANGE_FILTER } from '../../views/population-texts.ts';

/** All changes of the population, from this site. Throws where they cannot be read. */
export async function readChanges(address: string): Promise<ChangesData> {
  return unpackChanges((await (await answerOf(address)).json()) as PackedChanges);
}

/** The population's CSV. Throws where it cannot be read. */
export async function readCsv(address: string): Promise<string> {
  return (await answerOf(address)).text();
}

/** Asks once, and again only where the last answer failed. */
export function readOnce<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let answer: Promise<Value> | null = null;
  return () => {
    answer ??= read().catch((error: unknown) => {
      answer = null;
      throw error;
    });
    return answer;
  };
}

async function answerOf(address: string): Promise<Response> {
  const answer = await fetch(address).catch(() => null);
  if (answer?.ok !== true) throw new Error(CHANGE_FILTER.unread);
  return answer;
}
