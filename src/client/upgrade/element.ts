type Content = Node | string | null;

/** An element with text and other elements in it: text is never taken for markup, and null is nothing. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  content: readonly Content[] | string = [],
  attributes: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.append(...(typeof content === 'string' ? [content] : content.filter((part) => part !== null)));
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** An element with markup that was sanitised when the site was built. */
export function rendered(html: string, attributes: Readonly<Record<string, string>>): HTMLElement {
  const made = element('div', [], attributes);
  made.innerHTML = html;
  return made;
}

/** A button that does something. */
export function button(text: string, onClick: (own: HTMLButtonElement) => void): HTMLButtonElement {
  const made = element('button', text, { type: 'button' });
  made.addEventListener('click', () => onClick(made));
  return made;
}
