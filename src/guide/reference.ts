/** What a command line's verbs are, as their definitions tell: `commands.json` beside this file holds it. */
export interface CommandReference {
  groups: { name: string; verbs: Verb[] }[];
  /** What may stand before every verb. */
  options: VerbOption[];
}

/** One verb of the command line. */
export interface Verb {
  name: string;
  /** Without a capital and without a full stop, as the list of verbs has it. */
  summary: string;
  /** What has to be given, and "…" where more can be: "vote --product <id> …". */
  usage: string;
  arguments: { name: string; description: string }[];
  options: VerbOption[];
  /** What else there is to know, in paragraphs. */
  text: string;
}

/** One option of a verb. */
export interface VerbOption {
  /** "--role <id>". */
  flags: string;
  description: string;
  /** Without it the verb does nothing. */
  needed: boolean;
  repeatable: boolean;
  choices?: string[];
  /** What is taken where it is not given. */
  default?: string;
}

/** The files of a ledger, as their schemas tell: `records.json` beside this file holds it. */
export interface RecordReference {
  kinds: RecordKind[];
}

/** One kind of file. */
export interface RecordKind {
  /** "stage-report": as in the address of its page. */
  id: string;
  /** "Stage report". */
  name: string;
  /** Where such files lie: "content/ledger/<product>/policy.md". */
  file: string;
  /** What it is, from the schema's doc comment. */
  text: string;
  fields: RecordField[];
}

/** One field of a file, in the words of its schema. */
export interface RecordField {
  /** "roles[].each": a list's entries have "[]", a map's values "<>". */
  path: string;
  /** What may stand there: "true or false". */
  type: string;
  needed: boolean;
  default?: string;
  /** What it means, from its doc comment; empty where the name says all. */
  text: string;
}
