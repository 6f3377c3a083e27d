/** Something that somebody said in the channel. */
export interface SampleMessage {
  /** As records write it. */
  at: string;
  /** A person of the roster. */
  by: string;
  /**
   * In Slack's markup. `{product}` is the release's commit, `{<module>}` that of a module, both in short; `{before:<module>}`
   * is in full the one of the release before.
   */
  text: string;
  /** Minutes after which its author changed it. */
  editedAfter?: number;
  /** Faces that others put under it, with their accounts' owners. They are no votes. */
  reactions?: Readonly<Record<string, readonly string[]>>;
}

/** A call for votes with its thread, and what was said beside it. */
export interface SampleConversation {
  product: string;
  version: string;
  call: SampleMessage;
  answers: readonly SampleMessage[];
  beside?: readonly SampleMessage[];
}

/** One message: `said('2026-09-24', '09:30', 'sana-qureshi', 'GO.')`; the time is of UTC. */
export function said(
  day: string,
  time: string,
  by: string,
  text: string,
  more: Pick<SampleMessage, 'editedAfter' | 'reactions'> = {},
): SampleMessage {
  return { at: `${day}T${time}:00+00:00`, by, text, ...more };
}
