import path from 'node:path';

/** The folder of this tool: its code, its configuration and its cache. */
export const ROOT = path.resolve(import.meta.dirname, '../..');
