import type { SealToCheck } from '../views/seal/check-data.ts';
import { SEAL_RESULTS } from '../views/seal-texts.ts';
import { checkSeal, type SealCheck } from './check-seal.ts';
import { showChecks, showSentence } from './show-seal-check.ts';

/** Shows the button of each check, and checks on a click. */
export function checkOnClick(): void {
  for (const block of document.querySelectorAll<HTMLElement>('.seal-check')) {
    const button = block.querySelector('button');
    const result = block.querySelector<HTMLElement>('.check-result');
    if (button === null || result === null) continue;
    button.hidden = false;
    button.addEventListener('click', () => void check(block, button, result));
  }
}

async function check(block: HTMLElement, button: HTMLButtonElement, result: HTMLElement): Promise<void> {
  button.disabled = true;
  showSentence(result, SEAL_RESULTS.working);
  try {
    showChecks(result, await checkAll(JSON.parse(block.dataset['seals'] ?? '[]')));
  } catch (error) {
    showSentence(result, SEAL_RESULTS.failed(error instanceof Error ? error.message : String(error)));
  }
  button.disabled = false;
}

async function checkAll(seals: readonly SealToCheck[]): Promise<SealCheck[]> {
  if (globalThis.crypto?.subtle === undefined) throw new Error(SEAL_RESULTS.noCrypto);
  const checks: SealCheck[] = [];
  for (const seal of seals) checks.push(await checkSeal(seal, bytesAt));
  return checks;
}

/** As the site serves it now: neither the browser's cache nor one on the way may answer. */
async function bytesAt(address: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const answer = await fetch(address, { cache: 'no-store', redirect: 'error' });
  return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
}
