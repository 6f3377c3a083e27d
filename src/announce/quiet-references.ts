import type { Nodes, PhrasingContent, RootContent, Text } from 'mdast';

/** What GitHub makes links of in plain words: accounts, teams, issues and commits of anybody's repositories. */
const REFERENCE = /@(?=[A-Za-z0-9])|#(?=\d)|\bGH-(?=\d)/gi;

/** Names as a character of no width by its number: readers of the source see that it is there. */
const GAP: PhrasingContent = { type: 'html', value: '&#8203;' };

/**
 * Words of strangers must not notify people or point at their issues. A character of no width behind the sign keeps
 * GitHub from seeing a reference; a backslash would not, since it looks for them in what the markdown has become. Code
 * and links are left alone, as GitHub leaves them. A block without any reference comes back itself.
 */
export function quietReferences<Node extends RootContent>(node: Node): Node {
  return quiet(node)[0] as Node;
}

function quiet(node: Nodes): Nodes[] {
  if (node.type === 'text') return split(node);
  if (node.type === 'link' || !('children' in node)) return [node];
  const children = node.children.flatMap(quiet);
  const isSame = children.every((child, index) => child === node.children[index]);
  return isSame ? [node] : [{ ...node, children } as Nodes];
}

function split(node: Text): Nodes[] {
  const { value } = node;
  const ends = [...value.matchAll(REFERENCE)].map(({ 0: sign, index }) => index + sign.length);
  if (ends.length === 0) return [node];
  const starts = [0, ...ends];
  return starts.flatMap((start, index): Nodes[] => {
    const words: Nodes = { type: 'text', value: value.slice(start, starts[index + 1]) };
    return index === 0 ? [words] : [GAP, words];
  });
}
