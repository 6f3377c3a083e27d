import { copySnippets } from './copy-snippets.ts';

// Comfort only: the texts stand in the page.
copySnippets();
