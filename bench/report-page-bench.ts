/**
 * The skills report of a large company in a browser: first rows, a filter, a jump to anywhere, and whether scrolling meets
 * rows or holes. Run with `npm run build && npx tsx bench/report-page-bench.ts [people]`; it prints a table and asserts
 * nothing.
 */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { catalogueRoot } from '../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../src/catalogue/load-programme.ts';
import type { PartnerId } from '../src/store/partner-id.ts';
import { openBrowser } from '../test/e2e/support/browser.ts';
import { printTable, quantile } from './bench-table.ts';
import { loadCompany, openBenchDatabase } from './company-in-database.ts';
import { startBenchServer } from './server-over-database.ts';

const people = Number(process.argv[2] ?? 12_000);
const partner = 'large' as PartnerId;
const REPORT = '/competencies/report/user-skills';
const ROUNDS = 7;
/** A notch of a mouse wheel, and how often somebody in a hurry turns it. */
const NOTCH = 120;
const NOTCHES = 400;
const ROW = '[role=row][aria-rowindex]:not([aria-rowindex="1"])';

const programme = await loadProgramme(join(catalogueRoot(), 'microsoft-competencies'));
const opened = await openBenchDatabase();
await loadCompany(opened, programme, { partner, people, records: 5 });
const server = await startBenchServer(opened, partner, 'reader', join(import.meta.dirname, '../dist/web'));
const browser = await openBrowser();

async function newPage(): Promise<Page> {
  const context = await browser.newContext({
    baseURL: server.address,
    viewport: { width: 1440, height: 900 },
  });
  const [name, value] = server.cookie.split('=') as [string, string];
  await context.addCookies([{ name, value, url: server.address }]);
  return context.newPage();
}

const filled = (page: Page) => page.locator(`${ROW} [role=gridcell]`).first().waitFor();

/** From the address to the first row that is drawn, in a browser that has nothing of the application. */
async function firstRows(): Promise<number> {
  const page = await newPage();
  const begun = performance.now();
  await page.goto(REPORT);
  await filled(page);
  const taken = performance.now() - begun;
  await page.context().close();
  return taken;
}

const SEARCH = /Find a person, a skill|Rechercher une personne, une qualification/;

/** From the last key to the rows asked for; the pause in which somebody may type on is part of it. */
async function filter(page: Page, text: string): Promise<number> {
  const box = page.getByPlaceholder(SEARCH);
  const grid = page.getByRole('grid');
  const whole = `${count + 1}`;
  await box.fill('');
  await page.locator(`[role=grid][aria-rowcount="${whole}"][aria-busy=false]`).waitFor();
  const begun = performance.now();
  await box.fill(text);
  await page.locator(`[role=grid][aria-busy=false]:not([aria-rowcount="${whole}"])`).waitFor();
  await grid.locator(`${ROW} [role=gridcell]`).first().waitFor();
  return performance.now() - begun;
}

/** Said in the page: are the places of rows on screen all filled? */
const IN_PAGE = `
  const grid = document.querySelector('[role=grid]');
  const scroller = grid.parentElement;
  const isFull = () => {
    const { top, bottom } = scroller.getBoundingClientRect();
    const places = [...grid.querySelectorAll('[role=row]')].filter((row) => {
      const { top: from, bottom: to } = row.getBoundingClientRect();
      return to > top && from < bottom;
    });
    const end = Math.max(...places.map((row) => row.getBoundingClientRect().bottom));
    return places.length > 3 && end >= bottom - 60 && places.every((row) => row.textContent.trim() !== '');
  };
`;

interface Seen {
  readonly frames: number;
  readonly blank: number;
  readonly longest: number;
}

/** Turns the wheel and looks at each frame: how many showed a place of a row without its row, and for how long at most. */
async function scroll(page: Page): Promise<Seen> {
  const box = await page.getByRole('grid').boundingBox();
  await page.mouse.move(box!.x + 200, box!.y + 300);
  await page.evaluate(`(() => {
    ${IN_PAGE}
    const seen = (window.seen = { frames: 0, blank: 0, longest: 0 });
    let from = 0;
    const look = (now) => {
      seen.frames++;
      if (isFull()) from = 0;
      else {
        seen.blank++;
        if (from === 0) from = now;
        seen.longest = Math.max(seen.longest, now - from);
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  })()`);
  for (let notch = 0; notch < NOTCHES; notch++) {
    await page.mouse.wheel(0, NOTCH);
    await page.waitForTimeout(8);
  }
  return page.evaluate<Seen>('window.seen');
}

/** From a jump to a part of the list to its rows. */
function jump(page: Page, part: number): Promise<number> {
  return page.evaluate<number>(`(async () => {
    ${IN_PAGE}
    const frame = () => new Promise(requestAnimationFrame);
    const begun = performance.now();
    scroller.scrollTop = scroller.scrollHeight * ${part};
    await frame();
    await frame();
    while (!isFull()) await frame();
    return performance.now() - begun;
  })()`);
}

const rows: (string | number)[][] = [];
const add = (what: string, times: number[]) => {
  times.sort((left, right) => left - right);
  rows.push([what, times.length, quantile(times, 0.5), times.at(-1)!]);
};
add('first rows, nothing known to the server', [await firstRows()]);
const opens: number[] = [];
for (let round = 0; round < ROUNDS; round++) opens.push(await firstRows());
add('first rows', opens);
const page = await newPage();
await page.goto(REPORT);
await filled(page);
const count = Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1;
const filters: number[] = [];
for (const text of ['70-74', 'sql', '70-41', 'server', '70-48', 'azure', 'project'])
  filters.push(await filter(page, text));
add('a search, typed', filters);
await page.goto(REPORT);
await filled(page);
const jumps: number[] = [];
for (const part of [0.5, 0.9, 0.2, 0.7, 0.99, 0.35, 0.6]) jumps.push(await jump(page, part));
add('a jump to anywhere', jumps);
await page.goto(REPORT);
await filled(page);
const seen = await scroll(page);
console.log(`${people} people, ${count} rows, milliseconds`);
printTable(['what', 'times', 'median', 'most'], rows);
console.log(
  `scrolling ${NOTCHES} notches: ${seen.frames} frames, ${seen.blank} of them with a place still empty, ${Math.round(seen.longest)} ms at most`,
);
await browser.close();
await server.close();
await opened.remove();
