/** A heading's words without markup: links become their words, brackets, HTML, emphasis and pictures go. */
export function headingWords(heading: string): string {
  return heading
    .replace(/<!--[\s\S]*?-->|<\/?[a-z][^>]*>/gi, '')
    .replace(/!\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])?/g, '')
    .replace(/\[([^\][]*)\](?:\([^)\s]*(?:\s+"[^"]*")?\)|\[[^\]]*\])/g, '$1')
    .replace(/`?`([^`]+)<[^>]*>`__?|`([^`<]+?)\s*<[^>]*>`__?/g, '$1$2')
    .replace(/\*\*|__|[`*]/g, '')
    .replace(/:[a-z0-9_+-]+:/g, (name) => (/^:\d+:$/.test(name) ? name : ''))
    .replace(/\\(?=[[\]()_*.#-])/g, '')
    .replace(/[[\]]/g, ' ')
    .replace(/(?:\s|\p{Extended_Pictographic}|\uFE0F|\u200D)*$/u, '')
    .replace(/^[^\p{L}\p{N}@("']+/u, '')
    .replace(/\s+/g, ' ')
    .trim();
}
