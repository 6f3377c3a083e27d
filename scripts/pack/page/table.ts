import { type Markup, markup, type Value } from './markup.ts';

/** A section with a heading; what is said where there is nothing to show. */
export function section(heading: string, content: Markup | null, otherwise: string): Markup {
  return markup`<section><h2>${heading}</h2>${content ?? markup`<p>${otherwise}</p>`}</section>\n`;
}

/** A table; null for one without rows. */
export function table(heads: readonly string[], rows: readonly (readonly Value[])[]): Markup | null {
  if (rows.length === 0) return null;
  const head = heads.map((each) => markup`<th scope="col">${each}</th>`);
  const body = rows.map((row) => markup`<tr>${row.map((cell) => markup`<td>${cell}</td>`)}</tr>\n`);
  return markup`<table><thead><tr>${head}</tr></thead><tbody>\n${body}</tbody></table>`;
}

/** A link to a record of the pack. Its address is made of the path alone: no record can lead anywhere else. */
export function recordLink(path: string | null, text = path?.replace(/^.*\//, '') ?? ''): Value {
  if (path === null) return text;
  const address = `records/${path.split('/').map(encodeURIComponent).join('/')}`;
  return markup`<a href="${address}">${text}</a>`;
}

/** A digest or a commit, which may be broken anywhere. */
export function code(text: string | null | undefined): Value {
  return text == null || text === '' ? '–' : markup`<code>${text}</code>`;
}
