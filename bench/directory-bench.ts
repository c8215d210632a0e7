/**
 * Pages of the directory of partners over HTTP, with thousands of published profiles: alone, and with eight visitors
 * at once. Run with `npx tsx bench/directory-bench.ts [profiles] [questions]`; it prints a table and asserts nothing.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { catalogueRoot } from '../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../src/catalogue/load-programme.ts';
import type { Programme } from '../src/domain/catalogue/catalogue.ts';
import { searchKey } from '../src/domain/text/search-key.ts';
import { insertPartnerInBulk } from '../src/store/bulk-load-store.ts';
import { saveBusinessProfile } from '../src/store/business-profile-store.ts';
import { asOnePartner } from '../src/store/database.ts';
import { putListing } from '../src/store/directory-listings-store.ts';
import type { OpenDatabase } from '../src/store/open-database.ts';
import type { PartnerId } from '../src/store/partner-id.ts';
import { printTable, quantile, timesOf } from './bench-table.ts';
import { BENCH_ACTOR, openBenchDatabase } from './company-in-database.ts';
import { startBenchServer } from './server-over-database.ts';

const profiles = Number(process.argv[2] ?? 5_000);
const questions = Number(process.argv[3] ?? 300);
const VISITORS = 8;
const BATCH = 250;
const COUNTRIES = ['FR', 'DE', 'BE', 'ES', 'GB', 'IT', 'CA', 'SE'];
const CITIES = ['Lyon', 'Berlin', 'Liège', 'Sevilla', 'Leeds', 'Torino', 'Montréal', 'Malmö'];
const LANGUAGES = ['fr', 'de', 'fr', 'es', 'en', 'it', 'fr', 'sv'];
const WORDS =
  'factory cloud data harbour project ledger metre signal archive garden bridge school energy audit rail'
    .split(' ')
    .flatMap((word) => Array.from({ length: 20 }, (_, index) => `${word}${index}`));

/** As many words as a company writes about itself, other ones for each. */
function text(number: number, count: number): string {
  return Array.from(
    { length: count },
    (_, index) => WORDS[(number * 31 + index * index * 17) % WORDS.length],
  ).join(' ');
}

/** Profiles numbered `[from, until)`, as the pages and the round leave them. */
async function load(
  { database }: OpenDatabase,
  programme: Programme,
  from: number,
  until: number,
): Promise<void> {
  const { competencies } = programme;
  await database.asNetwork({ actor: BENCH_ACTOR }, async (tx) => {
    for (let number = from; number < until; number++) {
      const partner = `company-${number}` as PartnerId;
      const place = number % COUNTRIES.length;
      const [country, city] = [COUNTRIES[place]!, CITIES[place]!];
      const locations = [{ location_id: randomUUID(), name: city, city, country }];
      const name = `${WORDS[number % WORDS.length]} ${number}`;
      await insertPartnerInBulk(tx, {
        ...{ partner_id: partner, mpn_id: partner, name, legal_name: name, country, market: 'developed' },
        ...{ origin: 'native', moved_from_pmc_on: null, time_zone: 'UTC', locale: 'en', locations },
      });
      const headline = { fr: text(number, 8), en: text(number + 1, 8) };
      const description = { fr: text(number + 2, 150), en: text(number + 3, 150) };
      const languages = [...new Set([LANGUAGES[place]!, 'en'])];
      const levels = [0, 1, 2].map((index) => ({
        programme: programme.id,
        competency: competencies[(number * 5 + index * 7) % competencies.length]!.id,
        level: index === 0 ? 'gold' : 'silver',
        validThrough: '2099-12-31',
      }));
      await asOnePartner(tx, partner, async (own) => {
        const shown = { slug: partner, headline, languages };
        const hidden = { website: null, hiddenLocations: [], takesEnquiries: true, publishedAt: tx.now };
        await saveBusinessProfile(own, { ...shown, ...hidden, description });
        await putListing(own, {
          ...{
            ...shown,
            name,
            logoHash: null,
            cities: [city],
            countries: [country],
            levels,
            evidenceVersion: 0,
          },
          ...{ madeOn: tx.now.toISOString().slice(0, 10), changesOn: '2099-12-31' },
          searchText: searchKey(
            [name, ...Object.values(headline), ...Object.values(description), city].join(' '),
          ),
        });
      });
    }
  });
}

const programme = await loadProgramme(join(catalogueRoot(), 'microsoft-competencies'));
const opened = await openBenchDatabase();
for (let from = 0; from < profiles; from += BATCH) {
  await load(opened, programme, from, Math.min(from + BATCH, profiles));
}
const server = await startBenchServer(opened, 'company-0' as PartnerId, null);

async function ask(path: string): Promise<void> {
  const answer = await fetch(`${server.address}${path}`);
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
}

const competency = `${programme.id}/${programme.competencies[0]!.id}`;
const rows: (string | number)[][] = [];
for (const [what, path] of [
  ['everything, first page', '/partners'],
  ['everything, last page', `/partners?page=${Math.ceil(profiles / 20)}`],
  ['a word that many have', '/partners?q=cloud7'],
  ['two words', '/partners?q=cloud7+lyon'],
  ['a word that nobody has', '/partners?q=zeppelin'],
  ['a competency at gold', `/partners?competency=${competency}&level=gold`],
  ['a competency, a country, a language', `/partners?competency=${competency}&country=DE&language=en`],
  ['addresses for search engines', '/sitemap.xml'],
] as const) {
  await timesOf(20, () => ask(path));
  const alone = await timesOf(questions, () => ask(path));
  const together: number[] = [];
  const visitor = async () => together.push(...(await timesOf(questions / VISITORS, () => ask(path))));
  await Promise.all(Array.from({ length: VISITORS }, visitor));
  together.sort((a, b) => a - b);
  rows.push([what, ...[alone, together].flatMap((times) => [quantile(times, 0.5), quantile(times, 0.99)])]);
}
await server.close();
await opened.remove();
printTable(['what', 'p50 ms', 'p99 ms', `p50 ms, ${VISITORS} at once`, `p99 ms, ${VISITORS} at once`], rows);
