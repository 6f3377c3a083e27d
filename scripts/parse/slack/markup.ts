import { foreignText } from '../github/values.ts';

/** A message taken out of Slack's markup. */
export interface SlackText {
  /** As people read it: for records. */
  readable: string;
  /** What its author says with it: without quotations, code blocks and struck-out words. */
  spoken: string;
  /** Addresses that it links to. */
  links: string[];
}

/** "<https://example.org|label>", "<@U012>", "<#C012|production>", "<!here>". */
const MARK = /<([^<>\n|]*)(?:\|([^<>\n]*))?>/g;
const CODE_BLOCK = /```[\s\S]*?```/g;
const STRUCK = /(?<![\p{L}\p{N}])~(?=\S)[^~\n]+~(?![\p{L}\p{N}])/gu;
/** Bold, italics and code around words. */
const AROUND = /(?<![\p{L}\p{N}])[*_`]+(?=\S)|(?<=\S)[*_`]+(?![\p{L}\p{N}])/gu;

/** Reads a message's text in Slack's markup ("mrkdwn"). Whatever stands in it, words come out. */
export function readMarkup(text: string): SlackText {
  const links = [...text.matchAll(MARK)].flatMap(([, target = '']) =>
    /^https?:/i.test(target) ? [unescaped(target)] : [],
  );
  const said = withoutQuotations(text).replace(CODE_BLOCK, ' ');
  const plain = said.replace(MARK, (_mark, target: string, label = '') => spokenMark(target, label));
  const spoken = unescaped(plain.replace(STRUCK, ' ').replace(AROUND, ''));
  const readable = text.replace(MARK, (_mark, target: string, label = '') => readableMark(target, label));
  return { readable: foreignText(unescaped(readable)), spoken: foreignText(spoken), links };
}

/** Slack writes these three and no others. */
function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** ">" quotes a line, ">>>" all that follows; as text of a message they are escaped. */
function withoutQuotations(text: string): string {
  const [before = ''] = text.split(/^&gt;&gt;&gt;/m);
  return before.replace(/^[ \t]*&gt;.*$/gm, '');
}

/** Whoever is addressed is one sign: a group called "@qa" must not be taken for the word of QA. */
function spokenMark(target: string, label: string): string {
  if (/^[@!]/.test(target)) return ' @ ';
  return /^(?:https?|mailto):/i.test(target) ? ` ${label} ` : ` ${label || target} `;
}

function readableMark(target: string, label: string): string {
  const name = label.replace(/^[@#]/, '');
  if (target.startsWith('@')) return `@${name || target.slice(1)}`;
  if (target.startsWith('#')) return `#${name || target.slice(1)}`;
  if (target.startsWith('!')) return `@${name || target.slice(1)}`;
  const address = target.replace(/^mailto:/i, '');
  return label === '' || label === address ? address : `${label} (${address})`;
}
