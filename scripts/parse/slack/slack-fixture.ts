import { vocabularyOf } from './vocabulary.ts';

/** The names of a product with three modules, in a channel where another product is spoken of. For tests. */
export const LANTERN = vocabularyOf({
  version: '1.12.0',
  otherVersions: ['1.11.3', '1.11.2'],
  product: { id: 'lantern', names: ['Lantern Cloud'] },
  otherProducts: [{ id: 'harbour', names: ['Harbour'] }],
  roles: [
    { id: 'module-lead', names: ['Module lead'] },
    { id: 'sre', names: ['SRE'] },
    { id: 'qa', names: ['QA'] },
  ],
  modules: ['lantern', 'lantern-api', 'lantern-web'],
});
