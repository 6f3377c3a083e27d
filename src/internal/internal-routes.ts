import type { AstroIntegration } from 'astro';

const ROUTES = {
  '/audit': 'home.astro',
  '/audit/[product]': 'product.astro',
  '/audit/[product]/releases/[page]': 'product-page.astro',
  '/audit/[product]/trends': 'trends.astro',
  '/audit/[product]/delivery': 'delivery.astro',
  '/audit/[product]/delivery/[environment]': 'environment-delivery.astro',
  '/audit/[product]/modules': 'modules.astro',
  '/audit/rollbacks': 'rollbacks.astro',
  '/audit/rollbacks/page/[page]': 'rollbacks-page.astro',
  '/audit/[product]/environments': 'environments.astro',
  '/audit/[product]/environments/[environment]': 'environment.astro',
  '/audit/[product]/environments/[environment]/page/[page]': 'environment-page.astro',
  '/audit/[product]/environments/[environment]/[name]': 'deployment.astro',
  '/audit/[product]/environments/[environment]/evidence/[file]': 'deployment-evidence.ts',
  '/audit/[product]/[version]': 'dossier.astro',
  '/audit/[product]/[version]/verdict': 'verdict.astro',
  '/audit/[product]/[version]/votes': 'votes.astro',
  '/audit/[product]/[version]/preparation': 'preparation.astro',
  '/audit/[product]/[version]/stages': 'stages.astro',
  '/audit/[product]/[version]/stages/[run]': 'stage.astro',
  '/audit/[product]/[version]/evidence/[file]': 'evidence.ts',
  '/audit/[product]/[version]/changes/[page]': 'changes.astro',
  '/audit/[product]/[version]/changes/[id]': 'change.astro',
  '/audit/[product]/[version]/commits/[page]': 'commits.astro',
};

/** Adds the routes for auditors. Without it nothing of them is built, no page and no asset. */
export function internalRoutes(): AstroIntegration {
  return {
    name: 'internal-routes',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        for (const [pattern, file] of Object.entries(ROUTES)) {
          injectRoute({ pattern, entrypoint: `./src/internal/${file}`, prerender: true });
        }
      },
    },
  };
}
