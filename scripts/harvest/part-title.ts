import { partMove } from '../../src/history/part-move.ts';
import { escapeInline } from '../../src/markdown/escape.ts';
import type { Product, ReleasePart } from '../../src/records/index.ts';
import { sectionFor } from './sections.ts';
import type { WordedEntry, Wording } from './worded-entries.ts';

/** The type of change that bots write for such a move. */
const KIND = 'deps';

/** What a note says of a part's move, and where. */
export function wordedPart(part: ReleasePart, product: Product | null, wording: Wording): WordedEntry {
  const title = partTitle(part, product);
  const facts = { title, kind: KIND, breaking: false };
  const markdown = wording.withoutPrivate(escapeInline(title));
  return { section: sectionFor(facts, [], wording.policy), markdown, kind: KIND, breaking: false };
}

function partTitle(part: ReleasePart, product: Product | null): string {
  const { version, previous } = part;
  const name = partName(part, product);
  const move = partMove(part);
  if (move === 'added') return `Add ${name} ${version}`;
  if (move === 'removed') return `Remove ${name} ${previous}`;
  return `${move === 'downgraded' ? 'Downgrade' : 'Update'} ${name} from ${previous} to ${version}`;
}

/** "Kafka by Strimzi (strimzi-kafka-operator)", "redis (as cache)", or the chart's name alone. */
function partName({ name, alias }: ReleasePart, product: Product | null): string {
  const open = product?.parts?.find(({ chart }) => chart === name)?.name ?? name;
  const more = [
    ...(open.toLowerCase() === name.toLowerCase() ? [] : [name]),
    ...(alias === undefined ? [] : [`as ${alias}`]),
  ];
  return more.length === 0 ? open : `${open} (${more.join(', ')})`;
}
