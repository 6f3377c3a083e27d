/** What a Conventional Commits 1.0.0 subject says. */
export interface ConventionalSubject {
  kind: string;
  scope: string | null;
  breaking: boolean;
  title: string;
}

/** Types as they are written, and the type that each one means. Other words before a colon are plain text. */
const KINDS = new Map(
  Object.entries({
    feat: 'feat',
    feature: 'feat',
    features: 'feat',
    enhancement: 'feat',
    fix: 'fix',
    fixes: 'fix',
    bugfix: 'fix',
    bug: 'fix',
    hotfix: 'fix',
    docs: 'docs',
    doc: 'docs',
    test: 'test',
    tests: 'test',
    build: 'build',
    ci: 'ci',
    cd: 'ci',
    chore: 'chore',
    refactor: 'refactor',
    refact: 'refactor',
    style: 'style',
    perf: 'perf',
    revert: 'revert',
    reverts: 'revert',
    security: 'security',
    sec: 'security',
    deps: 'deps',
    dep: 'deps',
    release: 'chore',
  }),
);

const COLON_FORM = /^([A-Za-z]+)\s?(?:\(([^()]*)\))?(!)?\s?:\s*(.*)$/s;
const BRACKET_FORM = /^[[(]([A-Za-z]+)[\])](!)?\s*:?\s*(.+)$/s;

/**
 * Reads a subject as Conventional Commits 1.0.0, with the usual liberties ("feature", "[feat]", "(feat):").
 * Null where it is a plain sentence.
 */
export function parseConventional(subject: string): ConventionalSubject | null {
  const colon = COLON_FORM.exec(subject);
  const kind = KINDS.get(colon?.[1]?.toLowerCase() ?? '');
  if (colon !== null && kind !== undefined)
    return {
      kind,
      scope: colon[2]?.trim() || null,
      breaking: colon[3] === '!',
      title: colon[4]?.trim() ?? '',
    };
  const bracket = BRACKET_FORM.exec(subject);
  const bracketKind = KINDS.get(bracket?.[1]?.toLowerCase() ?? '');
  if (bracket !== null && bracketKind !== undefined)
    return { kind: bracketKind, scope: null, breaking: bracket[2] === '!', title: bracket[3]?.trim() ?? '' };
  return null;
}

const BREAKING_FOOTER = /^BREAKING[ -]CHANGE:?\s+(\S[\s\S]*?)(?=\n[ \t]*\n|\n[A-Z][A-Za-z-]+: |$(?![\s\S]))/m;

/** The text of a `BREAKING CHANGE:` footer; null where there is none. */
export function breakingFooter(body: string): string | null {
  if (!body.includes('BREAKING')) return null;
  const text = BREAKING_FOOTER.exec(body)?.[1];
  return text === undefined ? null : text.replace(/\s*\n\s*/g, ' ').trim();
}
