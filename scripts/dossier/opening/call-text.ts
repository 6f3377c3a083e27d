import type { Dossier } from '../../../src/verdict/dossier.ts';
import { callFacts } from './call-facts.ts';
import type { OwedBy } from './call-owed.ts';
import { type CallLine, type CallPart, callParts, callTitle } from './call-parts.ts';
import { firstFew } from './readable.ts';

/** A request for votes on a release as plain text, for any channel. */
export function callText(dossier: Dossier): string {
  const facts = callFacts(dossier);
  return [callTitle(facts), ...callParts(facts).map(partText)].map((block) => `${block}\n`).join('\n');
}

function partText({ title, lines }: CallPart): string {
  if (title === null) return lines.map(({ text }) => text).join('\n');
  return [title, ...lines.map(lineText)].join('\n');
}

function lineText(line: CallLine): string {
  return `${line.inner ? '      ' : '  - '}${withPeople(line)}`;
}

const SHOWN_PEOPLE = 10;

function withPeople({ text, people }: CallLine): string {
  return people.length === 0 ? text : `${text}: ${firstFew(people.map(personText), SHOWN_PEOPLE).join(', ')}`;
}

function personText({ person, remark }: OwedBy): string {
  return remark === null ? person : `${person} (${remark})`;
}
