import type { Element, ElementContent, Root } from 'hast';

/**
 * A rehype plugin that runs after sanitising: links of strangers tell nothing about the reader, wide tables
 * and code scroll in a region of their own that the keyboard reaches.
 */
export function finish(
  this: unknown,
  options: { tableLabel: string; codeLabel: string },
): (tree: Root) => void {
  const visit = (node: Root | Element): void => {
    node.children = node.children.map((child) => {
      if (child.type !== 'element') return child;
      visit(child);
      return finished(child, options);
    }) as typeof node.children;
  };
  return visit;
}

function finished(node: Element, options: { tableLabel: string; codeLabel: string }): ElementContent {
  if (node.tagName === 'a') node.properties['rel'] = ['noreferrer', 'noopener'];
  if (node.tagName === 'input') return { type: 'text', value: node.properties['checked'] ? '☑' : '☐' };
  if (node.tagName === 'table') return region(node, options.tableLabel);
  if (node.tagName === 'pre') {
    Object.assign(node.properties, { tabIndex: 0, role: 'group', ariaLabel: options.codeLabel });
  }
  return node;
}

function region(table: Element, label: string): Element {
  const properties = { className: ['scroll'], role: 'group', tabIndex: 0, ariaLabel: label };
  return { type: 'element', tagName: 'div', properties, children: [table] };
}
