/** Splits a message into its subject (joined lines of the first paragraph, as git does) and body, with LF ends. */
export function splitMessage(message: string): { subject: string; body: string } {
  const text = message.includes('\r') ? message.replace(/\r\n?/g, '\n') : message;
  const trimmed = text.trimStart();
  const end = trimmed.search(/\n[ \t]*\n/);
  const paragraph = (end < 0 ? trimmed : trimmed.slice(0, end)).trimEnd();
  return {
    subject: paragraph.includes('\n') ? paragraph.replace(/\s*\n\s*/g, ' ') : paragraph,
    body: end < 0 ? '' : trimmed.slice(end).trim(),
  };
}

/** The first line of a message alone: what people see in a list. */
export function firstLine(message: string): string {
  const text = message.trimStart();
  const end = text.search(/[\r\n]/);
  return (end < 0 ? text : text.slice(0, end)).trimEnd();
}

/** Taken whole (the look-ahead allows no shorter match); "git@example.org:path" is a place, not a person. */
const ADDRESS = /(?=([A-Za-z0-9._%+'-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}))\1(?!:\S)/g;

/** Takes e-mail addresses out of a text: records hold none. */
export function withoutAddresses(text: string): string {
  if (!text.includes('@')) return text;
  const unbracketed = text.replace(/[ \t]*<[^<>\s]+@[^<>\s]+>/g, '');
  return unbracketed.includes('@') ? unbracketed.replace(ADDRESS, '(address removed)') : unbracketed;
}

/** Controls but tab and line feed, and marks that turn the direction of text, which can hide what is written. */
const CONTROLS = /(?![\t\n])[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** What nearly every line is, and what is told faster than that it has no controls. */
const PLAIN = /^[\t\n -~]*$/;

/** Takes out what is invisible and can mislead. */
export function withoutControls(text: string): string {
  return PLAIN.test(text) ? text : text.replace(CONTROLS, '');
}

const BUILD_MARKS = /\s*\[(?:skip ci|ci skip|no ci|skip actions|actions skip)\]\s*/gi;

/** Takes out what only tells a build server to leave the commit alone: "[skip ci]". */
export function withoutBuildMarks(text: string): string {
  return text.includes('[') ? text.replace(BUILD_MARKS, ' ').trim() : text;
}
