import { WebAddressSchema } from '../../../src/records/index.ts';
import { withoutAddresses, withoutControls } from '../../parse/message/text.ts';
import type { Proposed, RepositoryFacts } from '../facts.ts';
import type { ModuleDraft } from '../plan.ts';
import { chartsOf } from './charts.ts';

/** What everybody may read of a product: what its own files say of it. */
export interface About {
  name: Proposed<string>;
  summary: Proposed<string>;
  website: Proposed<string> | null;
}

/** Says what a package is, and not what it is for. */
const OF_THE_CHART = /\bhelm chart\b/i;

interface Package {
  description: string | null;
  homepage: string | null;
  file: string;
}

/** Proposes a product's name, its sentence and its address. A part of a repository is told by its own files alone. */
export function proposeAbout(id: string, { facts, path }: ModuleDraft): About {
  const own = packages(facts, path);
  const described = own.find(({ description }) => description !== null);
  const title = path === null ? titleIn(facts) : null;
  const home = own.find(({ homepage }) => homepage !== null);
  return {
    name:
      title === null
        ? { value: id, because: 'nothing tells another name' }
        : { value: title, because: 'its README begins with it' },
    summary:
      described?.description == null
        ? { value: '', because: 'no file tells in one sentence what it is' }
        : { value: described.description, because: `${described.file} says so` },
    website: home?.homepage == null ? null : { value: home.homepage, because: `${home.file} names it` },
  };
}

function packages(facts: RepositoryFacts, path: string | null): Package[] {
  const charts = chartsOf(facts)
    .filter(({ folder, name }) =>
      path === null ? name.toLowerCase() === facts.name.toLowerCase() : folder === path,
    )
    .map(({ folder, description, home }) => ({
      description: path === null && OF_THE_CHART.test(description ?? '') ? null : sentence(description),
      homepage: address(home),
      file: folder === '' ? 'Chart.yaml' : `${folder}/Chart.yaml`,
    }));
  const files = path === null ? ['package.json', ...ofTheName(facts)] : [`${path}/package.json`];
  const found = files.flatMap((file) => packageIn(facts.texts.get(file) ?? '', file));
  return [...found, ...charts];
}

/** In a monorepo the product itself is the package that is called as the repository is. */
function ofTheName({ texts, name }: RepositoryFacts): string[] {
  return [...texts.keys()].filter((file) => file.endsWith(`/${name}/package.json`));
}

function packageIn(text: string, file: string): Package[] {
  try {
    const { description, homepage, private: isPrivate } = JSON.parse(text) as Record<string, unknown>;
    return isPrivate === true && description === undefined
      ? []
      : [{ description: sentence(description), homepage: address(homepage), file }];
  } catch {
    return [];
  }
}

function sentence(text: unknown): string | null {
  if (typeof text !== 'string') return null;
  const plain = withoutAddresses(withoutControls(text)).replace(/\s+/g, ' ').trim();
  return plain === '' || plain.length > 200 ? null : plain;
}

function address(text: unknown): string | null {
  const read = WebAddressSchema.safeParse(typeof text === 'string' ? text.trim() : '');
  return read.success ? read.data : null;
}

/** The heading of a README, where it is a name and nothing more. */
function titleIn({ texts }: RepositoryFacts): string | null {
  const readme = texts.get('README.md') ?? texts.get('README') ?? '';
  const [, heading = ''] = /^\s*#\s+(.+?)\s*#*\s*$/m.exec(readme.slice(0, 3000)) ?? [];
  const plain = heading
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`]|<[^>]*>|:\w+:/g, '')
    .trim();
  return /^[\p{L}\p{N}][\p{L}\p{N} .+&'-]{0,39}$/u.test(plain) ? plain : null;
}
