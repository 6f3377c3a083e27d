import type { AstroIntegration } from 'astro';
import { contentFolder } from './settings.ts';

/** Makes the development server notice records that change, wherever their folder is. */
export function watchRecords(): AstroIntegration {
  return {
    name: 'watch-records',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const folder = contentFolder();
        server.watcher.add(folder);
        server.watcher.on('all', (_event, file) => {
          if (file.startsWith(folder)) server.ws.send({ type: 'full-reload' });
        });
      },
    },
  };
}
