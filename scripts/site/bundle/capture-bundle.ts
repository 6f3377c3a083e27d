import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { Fault } from '../../../src/records/fault.ts';
import type { PageStyles } from './bundle.ts';

/** What Astro hands to the code that it has built. */
interface BuildInternals {
  pagesByKeys: Map<string, { styles: PageStyles['styles'] }>;
}

interface PrerenderEntry {
  app: { setInternals(internals: BuildInternals): void };
}

/**
 * Keeps what Astro would render pages with, in the folder `target`, and renders none: the same code renders this
 * edition until the code itself is another. `out` is where Astro builds.
 */
export function captureBundle(out: string, target: string): AstroIntegration {
  return {
    name: 'capture-bundle',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((usual) => capturing(usual, path.join(out, '.prerender'), target));
      },
    },
  };
}

function capturing(usual: AstroPrerenderer, built: string, target: string): AstroPrerenderer {
  return {
    ...usual,
    name: 'capture-bundle',
    async setup() {
      const entry = entryOf(built);
      const { app } = (await import(pathToFileURL(path.join(built, entry)).href)) as PrerenderEntry;
      // Astro tells nobody but its own code which sheets of style a page has.
      app.setInternals = ({ pagesByKeys }) => {
        const styles = [...pagesByKeys].map(([key, page]) => ({ key, styles: page.styles }));
        writeFileSync(path.join(target, 'bundle.json'), JSON.stringify({ entry, pages: styles }));
      };
      await usual.setup?.();
    },
    async getStaticPaths() {
      cpSync(built, path.join(target, 'server'), { recursive: true });
      return [];
    },
  };
}

function entryOf(built: string): string {
  const entries = readdirSync(built).filter((name) => name.startsWith('prerender-entry'));
  const [entry] = entries;
  if (entry === undefined || entries.length > 1)
    throw new Fault(`Astro left ${entries.length} entries to render pages with`, { place: { file: built } });
  return entry;
}
