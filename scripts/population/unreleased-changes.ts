import type { UnreleasedChange } from '../../src/population/reconcile.ts';
import { accountFor } from '../harvest/account.ts';
import { type LoadedRepository, mainBranch } from '../harvest/load.ts';
import { recordedSource } from '../harvest/platform/recorded-source.ts';
import { type ProductHistory, readProductHistory } from '../harvest/product-history.ts';
import { instantOf } from '../parse/instant.ts';
import type { Progress } from '../report.ts';
import type { LedgerReader } from '../store/read.ts';

/**
 * The changes that are on the branches that releases are cut from, and in no release, as the policy's clones have them:
 * the ledger's own records know releases only. Nobody is asked over a network.
 */
export async function readUnreleased(
  reader: LedgerReader,
  product: string,
  progress: Progress,
): Promise<UnreleasedChange[]> {
  const { policy } = reader.knownPolicy(product);
  const source = recordedSource(reader, product);
  const history = await readProductHistory({ policy, reader, source, progress });
  progress.end();
  return history.repositories.flatMap((repository) => unreleasedIn(repository, history));
}

function unreleasedIn(repository: LoadedRepository, { tips, policy }: ProductHistory): UnreleasedChange[] {
  const { refs, modules, graph, history } = repository;
  const tip = graph.find(refs.branches.get(mainBranch(refs, modules) ?? '') ?? '');
  if (tip === undefined) return [];
  const released = modules.flatMap(({ id }) => (tips.get(id) ?? []).flatMap(({ commit }) => commit ?? []));
  return accountFor(graph.range(tip, released), history, policy).changes.map(({ id, landing }) => ({
    id,
    mergedAt: instantOf(landing.committedAt),
  }));
}
