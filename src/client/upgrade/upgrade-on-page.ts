import { planUpgrade, type UpgradeQuestion } from '../../notes/upgrade/plan-upgrade.ts';
import { UPGRADE } from '../../views/texts.ts';
import { answerView } from '../../views/upgrade/answer.ts';
import {
  type Asked,
  askedByAddress,
  askedByForm,
  choose,
  ENDS,
  keepInAddress,
  showYear,
  yearsOf,
} from './choice.ts';
import { drawAnswer } from './draw-answer.ts';
import { drawFailure, drawProgress, drawWords } from './draw-state.ts';
import { type DocumentReader, documentReader, type ProductReleases } from './read-documents.ts';
import { type Ticks, ticksOf } from './ticks.ts';

/** What one question needs. */
interface Page {
  form: HTMLFormElement;
  place: HTMLElement;
  /** Where it is said aloud how far things are. */
  state: HTMLElement;
  reader: DocumentReader;
  ticks: Ticks;
}

const words = UPGRADE.state;

/** Lets a reader choose two versions, and keeps the choice in the address: `?from=1.9.0&to=1.10.0`. */
export function upgradeOnPage(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-upgrade]');
  const place = document.querySelector<HTMLElement>('#answer');
  const state = document.querySelector<HTMLElement>('#answer-state');
  if (form === null || place === null || state === null) return;
  const { product = '', releases = '', months = '' } = form.dataset;
  const reader = documentReader({ releases, months });
  const page = { form, place, state, reader, ticks: ticksOf(product) };
  for (const field of form.querySelectorAll('fieldset')) field.disabled = false;
  listen(page, latestOnly(page));
}

/** Why an answer is shown: whoever is still choosing keeps the focus, and the form as it is. */
type Reason = 'linked' | 'submitted' | 'choosing';
type Show = (asked: Asked, reason: Reason) => Promise<void>;

/** Whoever asks again does not wait for the answer to what was asked before. */
function latestOnly(page: Page): Show {
  let running = new AbortController();
  const show: Show = async (asked, reason) => {
    running.abort();
    running = new AbortController();
    const { signal } = running;
    try {
      const drawn = await answer(page, asked, reason, signal);
      if (signal.aborted) return;
      page.place.replaceChildren(...drawn);
      page.state.textContent = page.place.querySelector('h2, p')?.textContent ?? '';
      if (reason === 'submitted') page.place.querySelector<HTMLElement>('h2, p')?.focus();
    } catch {
      if (signal.aborted) return;
      // What is still on its way must not draw over this.
      running.abort();
      drawFailure(page.place, () => void show(asked, 'submitted'));
    }
  };
  return show;
}

function listen(page: Page, show: Show): void {
  const { form, place } = page;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const asked = askedByForm(form);
    if (asked.from !== '' && asked.to !== '') keepInAddress(asked);
    void show(asked, 'submitted');
  });
  form.addEventListener('change', ({ target }) => {
    const end = ENDS.find((one) => yearsOf(form, one) === target);
    if (end !== undefined) return void withReleases(page, (releases) => showYear(form, end, releases));
    const asked = askedByForm(form);
    if (!place.hasChildNodes() || asked.from === '' || asked.to === '') return;
    keepInAddress(asked);
    void show(asked, 'choosing');
  });
  const { from, to } = askedByAddress();
  if (from !== null) void show({ from, to: to ?? askedByForm(form).to }, 'linked');
  else if (to !== null) preset(page, to);
}

/** Chooses the target alone, as links from a release do. */
function preset(page: Page, to: string): void {
  choose(page.form, 'to', to, null);
  if (askedByForm(page.form).to === to) return;
  void withReleases(page, (releases) => {
    choose(page.form, 'to', to, releases);
    if (releases.lineage.find(to) === undefined) page.place.replaceChildren(drawWords(words.unknown(to)));
  });
}

async function withReleases(page: Page, task: (releases: ProductReleases) => void): Promise<void> {
  try {
    task(await page.reader.releases(new AbortController().signal));
  } catch {
    drawFailure(page.place, () => {
      page.place.replaceChildren();
      void withReleases(page, task);
    });
  }
}

async function answer(page: Page, asked: Asked, reason: Reason, signal: AbortSignal): Promise<Node[]> {
  const { form, place, reader, ticks } = page;
  if (asked.from === '' || asked.to === '') return [drawWords(words.choose)];
  drawProgress(place, words.loading, 0, 0);
  const releases = await reader.releases(signal);
  const plan = planUpgrade(releases.lineage, asked.from, asked.to);
  if (reason !== 'choosing') putRight(form, plan.kind === 'upgrade' ? plan : asked, releases);
  if (plan.kind !== 'upgrade') return [drawWords(wordsOf(plan))];
  const notes = await reader.notes(plan.needed, signal, (done, all) => {
    if (!signal.aborted && all > 1) drawProgress(place, words.progress(done, all), done, all);
  });
  return drawAnswer(answerView(plan, releases.lineage, notes, releases.product), ticks);
}

function putRight(form: HTMLFormElement, asked: Asked, releases: ProductReleases): void {
  for (const end of ENDS) choose(form, end, asked[end], releases);
  keepInAddress(asked);
}

function wordsOf(question: Exclude<UpgradeQuestion, { kind: 'upgrade' }>): string {
  const { kind, version } = question;
  return kind === 'same' ? words.same(version) : words.unknown(version);
}
