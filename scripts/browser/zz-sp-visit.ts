import { listen, staticServer } from '../site/static-server.ts';
import { brokenLinks } from './broken-links.ts';
import { launchBrowser } from './browser.ts';
import { visit } from './visit.ts';
const root = process.argv[2] ?? '';
const server = await staticServer(root);
const origin = await listen(server, 0, '127.0.0.1');
const browser = await launchBrowser();
for (const page of process.argv.slice(3)) {
  const { page: name, errors, foreign, faults, overflows, nodes, bytes, scriptBytes } = await visit(browser, origin, page);
  console.log(name, nodes, 'nodes', Math.round(bytes / 1024), 'KB', (scriptBytes / 1024).toFixed(1), 'KB js', JSON.stringify({ errors, foreign, faults, overflows }));
  const texts: string[] = [];
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled });
    const tab = await context.newPage();
    await tab.goto(origin + page);
    texts.push(await tab.locator('body').innerText());
    await context.close();
  }
  console.log('  same without js:', texts[0] === texts[1]);
}
await browser.close();
server.close();
console.log('broken', (await brokenLinks(root)).slice(0, 10));
