import { type Finding, finding } from './control.ts';

/**
 * What is asked of a release's history cannot be answered before its tag says what it is. Every control that asks says
 * it in the same few words: that there is no tag is said once, of the release.
 */
export function notTaggedYet(): Finding {
  return finding([], [{ text: 'waiting for the tag', record: null }], []);
}
