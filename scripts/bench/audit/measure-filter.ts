import type { Browser, Page } from 'playwright-core';

/** How long the filter of the population takes, in milliseconds. */
export interface FilterFigure {
  rows: number;
  /** The first answer, for which all changes are fetched. */
  first: number;
  /** The slowest of all further answers, one for each question and answer. */
  slowest: number;
  answers: number;
  /** Making the file of what is filtered, and of everything. */
  download: number;
  wholeDownload: number;
}

/** Asks every question of the page, each with every answer. */
export async function measureFilter(browser: Browser, address: string): Promise<FilterFigure> {
  const context = await browser.newContext({ acceptDownloads: true });
  try {
    const page = await context.newPage();
    await page.goto(address);
    const questions = await page
      .locator('#filter select')
      .evaluateAll((all) =>
        all.flatMap((each) =>
          each instanceof HTMLSelectElement
            ? [...each.options].slice(1).map((option) => ({ name: each.name, value: option.value }))
            : [],
        ),
      );
    const times: number[] = [];
    for (const { name, value } of questions) {
      times.push(await answerTime(page, name, value));
      if (times.length < questions.length) await answerTime(page, name, '');
    }
    const told = await page.locator('#filter output').innerText();
    const download = await downloadTime(page);
    await page.click('#filter [name=clear]');
    const [first = Number.NaN, ...others] = times;
    return {
      rows: Number(/of ([\d,]+)/.exec(told)?.[1]?.replaceAll(',', '')),
      first,
      slowest: Math.max(...others),
      answers: times.length,
      download,
      wholeDownload: await downloadTime(page),
    };
  } finally {
    await context.close();
  }
}

/** Until the answer stands in the page and has been drawn. */
function answerTime(page: Page, name: string, value: string): Promise<number> {
  return page.evaluate(
    async ([question, answer]) => {
      const select = document.querySelector<HTMLSelectElement>(`#filter select[name="${question}"]`);
      const output = document.querySelector('#filter output');
      if (select === null || output === null) return Number.NaN;
      const begun = performance.now();
      select.value = answer ?? '';
      select.dispatchEvent(new Event('change', { bubbles: true }));
      const isOpen = (): boolean => answer !== '' && !/of [\d,]+/.test(output.textContent ?? '');
      do await new Promise(requestAnimationFrame);
      while (isOpen());
      return performance.now() - begun;
    },
    [name, value] as const,
  );
}

async function downloadTime(page: Page): Promise<number> {
  const begun = performance.now();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.click('#filter [name=download]'),
  ]);
  await download.path();
  return performance.now() - begun;
}
