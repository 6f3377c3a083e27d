/** What a word of a message can name. */
export type Named =
  | { kind: 'role'; id: string }
  | { kind: 'module'; id: string }
  | { kind: 'product' }
  | { kind: 'other-product'; id: string };

/** A thing and what people call it. */
export interface Called {
  id: string;
  names: readonly string[];
}

/** What is known when a product's channel is read. */
export interface ChannelTopics {
  /** The release's version. */
  version: string;
  /** The product's other versions: these can be told from other numbers with a dot. */
  otherVersions: readonly string[];
  product: Called;
  /** Other products that may be spoken of in the same channel. */
  otherProducts: readonly Called[];
  roles: readonly Called[];
  modules: readonly string[];
}

/** Names, the longest first: "director-api" is found before "director" is. */
export interface Vocabulary {
  phrases: readonly { pattern: RegExp; named: Named }[];
  version: string;
  versions: ReadonlySet<string>;
}

/** Makes the names of a product ready to be found in texts. What is ambiguous is left out. */
export function vocabularyOf(topics: ChannelTopics): Vocabulary {
  const { product, otherProducts, roles, modules, version, otherVersions } = topics;
  const named: [string, Named][] = [
    ...namesOf(product).map((name): [string, Named] => [name, { kind: 'product' }]),
    ...otherProducts.flatMap((other) =>
      namesOf(other).map((name): [string, Named] => [name, { kind: 'other-product', id: other.id }]),
    ),
    ...roles.flatMap((role) =>
      namesOf(role).map((name): [string, Named] => [name, { kind: 'role', id: role.id }]),
    ),
    ...modules.map((id): [string, Named] => [normal(id), { kind: 'module', id }]),
    ...shortModuleNames(modules, product.id),
  ];
  // Of two things of the same name the first counts: the lead module is usually called like the product.
  const first = new Map(named.toReversed());
  const phrases = [...first]
    .sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1))
    .map(([name, of]) => ({ pattern: patternOf(name), named: of }));
  return { phrases, version, versions: new Set([version, ...otherVersions]) };
}

function namesOf({ id, names }: Called): string[] {
  return [...new Set([id, ...names].map(normal))].filter((name) => name !== '');
}

/** Hyphens and spaces are the same to people: "module lead" is "module-lead". */
function normal(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
}

/** "director-api" is "api" among the people of Director. */
function shortModuleNames(modules: readonly string[], product: string): [string, Named][] {
  const prefix = `${product}-`;
  return modules.flatMap((id): [string, Named][] => {
    const short = id.startsWith(prefix) ? normal(id.slice(prefix.length)) : '';
    return short.length < 2 || modules.includes(short) ? [] : [[short, { kind: 'module', id }]];
  });
}

/** "director" is not found in "director-api", but in "director-1.26.0". */
function patternOf(name: string): RegExp {
  const words = name.split('-').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`${words.join('[\\s_-]+')}(?![\\p{L}\\p{N}_]|-\\p{L})`, 'iuy');
}
