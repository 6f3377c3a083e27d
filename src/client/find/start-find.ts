import { askedByAddress, keepPlace, placeBefore, putIntoAddress } from './address.ts';
import { answerer } from './answerer.ts';
import { ask, askedIn } from './asked-form.ts';
import { findParts } from './find-parts.ts';
import { foldFilters, listenToForm, listenToKeys } from './habits.ts';
import { resultsOf } from './results.ts';

/** Starts the search of this page. Nothing of Pagefind is loaded before something is asked. */
export function startFind(): void {
  const parts = findParts();
  if (parts === null) return;
  const results = resultsOf(parts);
  const answer = answerer(parts, results);

  const answerForm = (how: 'step' | 'instead'): void => {
    const asked = askedIn(parts);
    putIntoAddress(asked, how);
    void answer(asked, 0);
  };
  const answerAddress = async (): Promise<void> => {
    const { shown, scroll } = placeBefore();
    ask(askedByAddress(), parts);
    await answer(askedIn(parts), shown);
    if (scroll > 0) scrollTo({ top: scroll, behavior: 'instant' });
  };

  foldFilters(parts);
  listenToKeys(parts, answerForm);
  listenToForm(parts, answerForm);
  parts.more.addEventListener('click', () => void results.showMore().catch(results.fail));
  addEventListener('popstate', () => void answerAddress());
  addEventListener('pagehide', () => keepPlace({ shown: results.shown(), scroll: scrollY }));
  void answerAddress();
}
