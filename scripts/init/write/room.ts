import { Fault } from '../../../src/records/index.ts';
import type { ProductDraft } from '../plan.ts';
import type { Standing } from './sample.ts';

/** Throws a Fault where a product of the ledger is called as a new one: nothing is written over. */
export function requireRoom(drafts: readonly ProductDraft[], standing: Standing): void {
  if (standing.kind !== 'ledger') return;
  const taken = drafts.find(({ id }) => standing.products.includes(id));
  if (taken === undefined) return;
  throw new Fault(`the ledger has a product "${taken.id}" already`, {
    hint: `Change ledger/${taken.id}/policy.md by hand, or call the new one otherwise: --product ID.`,
  });
}

/** Throws a Fault where the sample ledger stands in the way and nobody said that it may go. */
export function requireNoSample(content: string, standing: Standing, mayReplace: boolean): void {
  if (standing.kind === 'edited-sample')
    throw new Fault(
      `${content} holds the sample ledger with something of somebody's own in it: it is not removed`,
      {
        hint: 'Start elsewhere (--content ../ledger/content), or see what is in it (git status content) and remove it by hand.',
      },
    );
  if (standing.kind === 'sample' && !mayReplace)
    throw new Fault(`${content} holds the sample ledger`, {
      hint: 'Say --replace-sample to remove it, or start elsewhere: --content ../ledger/content',
    });
}
