import { copyLinks } from './copy-links.ts';
import { openTargets } from './open-targets.ts';

// Comfort only: every page is whole without this file.
copyLinks();
openTargets();
