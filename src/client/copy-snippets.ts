/** Shows the buttons beside texts to take along, and makes them copy. */
export function copySnippets(): void {
  if (navigator.clipboard === undefined) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>('.snippet > button.copy')) {
    const text = button.parentElement?.querySelector('[data-copied-text]')?.textContent?.trim() ?? '';
    button.hidden = false;
    button.addEventListener('click', () => void copy(button, text));
  }
}

async function copy(button: HTMLButtonElement, text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    return;
  }
  const { word, done } = button.dataset;
  const label = button.ariaLabel;
  button.dataset['word'] = done;
  button.ariaLabel = done ?? '';
  setTimeout(() => {
    button.dataset['word'] = word;
    button.ariaLabel = label;
  }, 1500);
}
