import type { ChangesData } from '../../views/population/changes-data.ts';
import { SAMPLE } from '../../views/population-texts.ts';
import { type Draw, drawSample } from './draw-sample.ts';
import { readChanges, readOnce } from './read-changes.ts';
import { sampleFacts, sampleRows } from './sample-elements.ts';
import { sampleInput } from './sample-input.ts';

/** What a sample is drawn into. */
interface SampleParts {
  form: HTMLFormElement;
  seed: HTMLInputElement;
  size: HTMLInputElement;
  answer: HTMLOutputElement;
  drawn: HTMLElement;
}

/** Lets the page draw. Seed and size are in the address: whoever gets it sees the same sample. */
export function startSample(): void {
  const parts = sampleParts();
  if (parts === null) return;
  const { form } = parts;
  const data = readOnce(() => readChanges(form.dataset['changes'] ?? ''));
  form.querySelector('fieldset')?.removeAttribute('disabled');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const asked = new URLSearchParams({ seed: parts.seed.value, size: parts.size.value });
    history.pushState(null, '', `${location.pathname}?${asked}`);
    void draw(parts, data);
  });
  const drawAsAddressed = () => void (fill(parts) && draw(parts, data));
  addEventListener('popstate', drawAsAddressed);
  drawAsAddressed();
}

/** Whether the address names a seed. */
function fill({ seed, size, drawn }: SampleParts): boolean {
  const asked = new URLSearchParams(location.search);
  seed.value = asked.get('seed') ?? '';
  size.value = asked.get('size') ?? size.defaultValue;
  drawn.hidden = true;
  return asked.has('seed');
}

async function draw(parts: SampleParts, data: () => Promise<ChangesData>): Promise<void> {
  const { seed, size, answer, drawn } = parts;
  const input = sampleInput(seed.value, size.value);
  drawn.hidden = true;
  answer.value = input.is === 'refused' ? input.because : SAMPLE.working;
  if (input.is === 'refused') return;
  try {
    answer.value = await show(parts, await data(), input.draw);
  } catch (error) {
    answer.value = SAMPLE.failed(error instanceof Error ? error.message : String(error));
  }
}

async function show({ drawn }: SampleParts, data: ChangesData, asked: Draw): Promise<string> {
  const ids = data.rows.map(({ id }) => id);
  const sample = await drawSample(ids, data.digest, asked);
  drawn.querySelector('dl')?.replaceChildren(...sampleFacts(data, asked));
  drawn.querySelector('tbody')?.replaceChildren(...sampleRows(sample, data));
  drawn.hidden = false;
  return SAMPLE.drawn(sample.length, ids.length);
}

function sampleParts(): SampleParts | null {
  const form = document.querySelector<HTMLFormElement>('form#sample');
  const seed = form?.querySelector<HTMLInputElement>('[name=seed]');
  const size = form?.querySelector<HTMLInputElement>('[name=size]');
  const answer = form?.querySelector('output');
  const drawn = document.getElementById('drawn');
  return form && seed && size && answer && drawn ? { form, seed, size, answer, drawn } : null;
}
