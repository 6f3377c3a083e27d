import type { Element } from 'hast';

const FONT = "font-family:Georgia,'Times New Roman',serif";
const MONO = "font-family:Consolas,Menlo,'Courier New',monospace;font-size:14px";
const INK = 'color:#23262b';

/** The look of a mail, element by element: mail programs drop style sheets, and some drop all but the oldest rules. */
export const MAIL_STYLES = {
  page: 'margin:0;padding:0;background-color:#f3f2ee;',
  hidden: 'display:none;max-height:0;overflow:hidden;mso-hide:all;',
  sheet: 'width:100%;max-width:600px;background-color:#fffefb;',
  body: `padding:32px 28px;${FONT};font-size:16px;line-height:1.5;${INK};word-break:break-word;overflow-wrap:anywhere;`,
  title: `margin:0 0 16px;${FONT};font-size:26px;line-height:1.25;font-weight:bold;${INK};`,
  list: 'margin:0 0 16px;padding:0 0 0 22px;',
  foot: 'margin:28px 0 0;padding:16px 0 0;border-top:1px solid #c9c5bb;font-size:14px;',
} as const;

const ELEMENTS: Readonly<Record<string, string>> = {
  p: 'margin:0 0 12px;',
  h2: `margin:28px 0 10px;font-size:19px;line-height:1.3;font-weight:bold;${INK};`,
  h3: `margin:20px 0 8px;font-size:17px;line-height:1.3;font-weight:bold;${INK};`,
  h4: 'margin:16px 0 8px;font-size:16px;line-height:1.3;font-weight:bold;',
  h5: 'margin:16px 0 8px;font-size:16px;line-height:1.3;font-weight:bold;',
  h6: 'margin:16px 0 8px;font-size:16px;line-height:1.3;font-weight:bold;',
  ul: MAIL_STYLES.list,
  ol: MAIL_STYLES.list,
  li: 'margin:0 0 8px;',
  a: 'color:#8a3a12;text-decoration:underline;',
  code: `${MONO};background-color:#eeece5;padding:1px 3px;`,
  pre: `${MONO};margin:0 0 12px;padding:10px;background-color:#eeece5;white-space:pre-wrap;`,
  blockquote: 'margin:0 0 16px;padding:10px 14px;border:1px solid #a3271d;border-left-width:6px;',
  table: 'border-collapse:collapse;margin:0 0 12px;',
  th: 'border:1px solid #c9c5bb;padding:4px 8px;text-align:left;font-weight:bold;',
  td: 'border:1px solid #c9c5bb;padding:4px 8px;vertical-align:top;',
  hr: 'border:0;border-top:1px solid #c9c5bb;margin:16px 0;',
};

/** Gives an element its look, and words of strangers the direction that they are read in. */
export function dressForMail(element: Element): void {
  const style = ELEMENTS[element.tagName];
  if (style !== undefined) element.properties['style'] = style;
  if (['p', 'li', 'blockquote', 'th', 'td'].includes(element.tagName)) element.properties['dir'] = 'auto';
}
