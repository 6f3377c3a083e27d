import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/**
 * Starts a browser without a window: CHROMIUM=/path, else the one that comes as a package. That package's own
 * arguments would end it with its first context and switch web security off.
 */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? (await chromium.executablePath());
  return playwright.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--no-zygote', ...more],
    headless: true,
  });
}
