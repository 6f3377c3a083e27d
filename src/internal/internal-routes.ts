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
  '/audit/population/changes.json': 'population-changes.ts',
  '/audit/population/[...scope]': 'population.astro',
  '/audit/population/[...scope]/page/[page]': 'population-page.astro',
  '/audit/population/[...scope]/population.csv': 'population-csv.ts',
  '/audit/population/[...scope]/reconciliation.csv': 'population-findings-csv.ts',
  '/audit/population/[...scope]/reconciliation/[page]': 'population-findings.astro',
  '/audit/sample': 'sample.astro',
  '/audit/verification': 'verification.astro',
  '/audit/verification/page/[page]': 'verification-page.astro',
  '/audit/verification/seals/[place]': 'verification-seal.astro',
  '/audit/verification/seals/[place]/sha256sums.txt': 'verification-sums.ts',
  '/audit/verification/files/[file]': 'verification-file.ts',
  '/audit/[product]/environments': 'environments.astro',
  '/audit/[product]/environments/[environment]': 'environment.astro',
  '/audit/[product]/environments/[environment]/page/[page]': 'environment-page.astro',
  '/audit/[product]/environments/[environment]/[name]': 'deployment.astro',
  '/audit/[product]/environments/[environment]/evidence/[file]': 'deployment-evidence.ts',
  '/audit/exceptions': 'exceptions.astro',
  '/audit/exceptions/page/[page]': 'exceptions-page.astro',
  '/audit/exceptions/exceptions.csv': 'exceptions-csv.ts',
  '/audit/[product]/controls': 'controls.astro',
  '/audit/[product]/controls/matrix.csv': 'controls-csv.ts',
  '/audit/[product]/controls/page/[page]': 'controls-page.astro',
  '/audit/[product]/controls/[control]': 'control.astro',
  '/audit/[product]/controls/[control]/exceptions.csv': 'control-csv.ts',
  '/audit/[product]/controls/[control]/page/[page]': 'control-page.astro',
  '/audit/[product]/people': 'people.astro',
  '/audit/[product]/people/acts.csv': 'people-csv.ts',
  '/audit/[product]/people/page/[page]': 'people-page.astro',
  '/audit/[product]/people/[person]': 'person.astro',
  '/audit/[product]/people/[person]/acts.csv': 'person-csv.ts',
  '/audit/[product]/people/[person]/page/[page]': 'person-page.astro',
  '/audit/[product]/compare': 'compare.astro',
  '/audit/[product]/compare/releases.json': 'compare-steps.ts',
  '/audit/[product]/compare/page/[page]': 'compare-page.astro',
  '/audit/[product]/compare/[version]': 'compare-releases.astro',
  '/audit/[product]/compare/[version]/summary.json': 'compare-summary.ts',
  '/audit/[product]/[version]': 'dossier.astro',
  '/audit/[product]/[version]/verdict': 'verdict.astro',
  '/audit/[product]/[version]/votes': 'votes.astro',
  '/audit/[product]/[version]/preparation': 'preparation.astro',
  '/audit/[product]/[version]/stages': 'stages.astro',
  '/audit/[product]/[version]/stages/[run]': 'stage.astro',
  '/audit/[product]/[version]/evidence/[file]': 'evidence.ts',
  '/audit/[product]/[version]/record/[...path]': 'seal-record.ts',
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
