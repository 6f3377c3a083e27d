/** Marks of quotations and lists at the beginning of a line: no person writes that many, and pages are drawn from them. */
const DEEP = /^[ \t]*(?:(?:[>*+-]|\d{1,9}[.)])[ \t]*){40}/m;
/** Spaces that put a line below dozens of list items. */
const FAR_IN = /^[ ]{200,}[>*+-][ \t]/m;

/** Why such a text is left out. */
export const TOO_DEEP = 'its markdown is nested too deeply';

/** True for text that is nested so deeply that it can only be meant to do harm. Rules of dashes are none. */
export function isTooDeep(text: string): boolean {
  return (
    FAR_IN.test(text) ||
    text.split('\n').some((line) => DEEP.test(line) && !/^[ \t]*([-*+>][ \t]*)\1*$/.test(line))
  );
}
