import { type Section, sectionOf } from '../../../src/records/index.ts';

/** The words of headings, in lower case, and the sections that they mean. */
const WORDS: readonly [Section, RegExp][] = [
  [
    'action',
    /^(?:(?:potentially |possible )?breaking(?: (?:api )?changes?)?|backwards?[- ]incompatib\w+(?: changes)?|incompatible changes|bc breaks?|api breakage|removals and backward incompatible breaking changes|action required|urgent upgrade notes.*)$/,
  ],
  [
    'upgrade',
    /^(?:upgrad\w+(?: (?:notes?|guide|instructions|steps|impact|considerations))?|migration(?: (?:guide|notes?))?|migrating.*|how to upgrade)$/,
  ],
  [
    'security',
    /^(?:security(?: (?:fix(?:es)?|issues?|updates?|notes?|advisories))?|vulnerabilit(?:y|ies)(?: fixes)?)$/,
  ],
  ['highlights', /^(?:highlights?|release highlights|major themes)$/],
  [
    'added',
    /^(?:add|added|additions|new|feats?|features?|new features?(?: and enhancements)?|features? and enhancements|enhancements?|major features?|minor features?|new additions|what(?:'|’)?s new)$/,
  ],
  [
    'changed',
    /^(?:change|changed|changes|improve|improved|improvements?|perf|performance(?: improvements?)?|optimi[sz]ations?|updated?|updates|modified|reverts?|reverted|what(?:'|’)?s changed|(?:major|minor|patch|notable|other|misc(?:ellaneous)?|general) changes|improvements in existing functionality|all changes|changelog)$/,
  ],
  ['deprecated', /^(?:deprecate|deprecated|deprecations?(?: .*)?|deprecated features?)$/],
  ['removed', /^(?:remove|removed|removals?|deletions?|deleted|dropped|removed features?(?: .*)?)$/],
  [
    'fixed',
    /^(?:fix|fixed|fixes|(?:minor |major )?bug[- ]?(?:fix(?:es)?|s)?(?: fixed)?|bug[- ]?fix|fixed bugs|(?:hot|quick)[- ]?fix(?:es)?|resolved(?: issues)?|corrections|features? and fixes)$/,
  ],
  [
    'dependencies',
    /^(?:dependenc(?:y|ies)(?: (?:updates?|upgrades?|changes|bumps?))?|deps|bumped? dependencies|dependabot.*|vendor(?:ed libraries|ing)?)$/,
  ],
  [
    'maintenance',
    /^(?:docs?|documentation(?: (?:changes|improvements|updates?))?|improved documentation|tests?|testing|build(?: system)?s?|ci|continuous integration|chores?|misc(?:ellaneous)?(?: (?:chores|tasks|internal changes))?|miscellaneous tasks|internals?|internal changes|housekeeping|maintenance|refactor(?:s|ing|ings|ed)?|code refactoring|styl(?:e|es|ing)|trivial(?:\/internal)? changes|tasks)$/,
  ],
];

/** The section that some project's own heading means; null for words that keep what they say. */
export function sectionOfWords(heading: string): Section | null {
  const words = heading
    .toLowerCase()
    .replace(/&amp;|&/g, 'and')
    .replace(/^[^\p{L}]+|[^\p{L})]+$/gu, '')
    .replace(/\s+/g, ' ');
  return WORDS.find(([, form]) => form.test(words))?.[0] ?? plainSection(words);
}

/** What was known then may long be mended: such a heading keeps its words and is no list of open issues. */
function plainSection(words: string): Section | null {
  const section = sectionOf(words);
  return section === 'known' ? null : section;
}
