import { type AffectedData, type AffectedRow, affecting } from '../../views/tables/affected-data.ts';
import { AFFECTED } from '../../views/texts.ts';

/** Lets the form answer. Its question is in the address, so that one can send what one sees. */
export function startAsking(): void {
  const form = document.querySelector<HTMLFormElement>('#affected');
  const field = form?.querySelector<HTMLInputElement | HTMLSelectElement>('[name=version]');
  const answer = form?.querySelector<HTMLElement>('.affected-answer');
  if (!form || !field || !answer) return;
  form.querySelector('fieldset')?.removeAttribute('disabled');
  const ask = (version: string): Promise<void> => tell(version, form.dataset['answers'] ?? '', answer);
  form.addEventListener('submit', (event) => event.preventDefault());
  field.addEventListener('change', () => {
    const version = field.value.trim();
    const search = version === '' ? location.pathname : `?version=${encodeURIComponent(version)}`;
    history.replaceState(null, '', search);
    void ask(version);
  });
  const asked = new URLSearchParams(location.search).get('version') ?? '';
  if (asked === '') return;
  field.value = asked;
  void ask(asked);
}

async function tell(version: string, address: string, answer: HTMLElement): Promise<void> {
  if (version === '') return answer.replaceChildren();
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(String(response.status));
    answer.replaceChildren(...answerElements(version, (await response.json()) as AffectedData));
  } catch {
    answer.replaceChildren(sentence(AFFECTED.failed, 'quiet'));
  }
}

function answerElements(version: string, data: AffectedData): HTMLElement[] {
  const rows = affecting(version, data);
  if (rows === null) return [sentence(AFFECTED.unknown(version), 'quiet')];
  if (rows.length === 0) return [sentence(`✓ ${AFFECTED.free(version)}`, 'mark good')];
  const list = document.createElement('ul');
  list.append(...rows.map(rowElement));
  return [sentence(`⊘ ${AFFECTED.affected(rows.length, version)}`, 'mark danger'), list];
}

function sentence(text: string, look: string): HTMLElement {
  const paragraph = document.createElement('p');
  paragraph.className = look;
  paragraph.textContent = text;
  return paragraph;
}

function rowElement({ name, title, href, severity, fixedIn }: AffectedRow): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  [link.href, link.textContent] = [href, name];
  const fixed = fixedIn.length === 0 ? AFFECTED.notFixed : AFFECTED.fixedIn(fixedIn.join(', '));
  const words = [severity === null ? '' : AFFECTED.severities[severity], fixed, title];
  item.append(link, ` · ${words.filter((word) => word !== '').join(' · ')}`);
  return item;
}
