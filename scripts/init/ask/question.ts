/** How a question can be answered on a terminal. Lists are words with commas between. */
export type AnswerForm =
  | { kind: 'text'; check?: (text: string) => string | null }
  | { kind: 'yes' }
  | { kind: 'choice'; options: readonly string[] }
  | { kind: 'choices'; options: readonly string[] };

/** Something to settle: what is proposed for it and why, and the flag that answers it beforehand. */
export interface Question {
  /** The product or the module that it is about. */
  subject: string;
  /** Which of its properties, as flags call it: "tags". */
  field: Field;
  /** In the words of a person: "Tag patterns". */
  says: string;
  /** As text; null where nothing can be proposed and an answer is needed. */
  proposal: string | null;
  /** One sentence, which reads on after "because". */
  because: string;
  form: AnswerForm;
}

/** Everything that a start settles; each is a flag as well. */
export const FIELDS = [
  'name',
  'summary',
  'website',
  'public-links',
  'modules',
  'lead',
  'tags',
  'branch',
  'staging',
  'chart',
  'versioning',
  'annotated-tags',
  'release-branch',
  'stage',
  'role',
  'people',
  'time-zone',
  'site-name',
  'site-lead',
  'site-address',
] as const;
export type Field = (typeof FIELDS)[number];

/** A question with its answer, and who gave it. */
export interface Settled extends Pick<Question, 'subject' | 'field' | 'because'> {
  value: string;
  from: 'proposed' | 'flag' | 'asked';
}

/** Settles a question. Throws a Fault that names the flag where nobody can. */
export type Settle = (question: Question) => Promise<string>;

/** Why something was proposed; nothing where the answer is another one. */
export function whyKept(answer: string, proposal: string | null, because: string): string | undefined {
  return answer === proposal ? because : undefined;
}

/** "none" is an answer: the list is empty. */
export const NONE = 'none';

/** A list as text. */
export function listText(items: readonly string[]): string {
  return items.length === 0 ? NONE : items.join(', ');
}

/** The items of a list that is written as text. */
export function listOf(text: string): string[] {
  const items = text.split(/,/).map((item) => item.trim());
  return items.filter((item) => item !== '' && item !== NONE);
}

/** A text, or null for "none" and for nothing. */
export function textOrNone(text: string): string | null {
  return text.trim() === '' || text.trim() === NONE ? null : text.trim();
}
