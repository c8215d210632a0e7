/**
 * A process of its own that looks at a network of many small companies, which it makes where there are none. It stands
 * still for ever when it is to begin the batch of that number, and says so; or it tells at the end what it found and how
 * far the run is.
 *
 *   tsx look-at-network.ts FOLDER [BATCH]
 */
import { writeSync } from 'node:fs';
import { noticeRound } from '../../../src/features/notices/notice-round.ts';
import { openServices } from '../../../src/open-services.ts';
import { openEmbedded } from '../../../src/store/embedded/open-embedded.ts';
import { latestRun } from '../../../src/store/network-runs-store.ts';
import { listPartners } from '../../../src/store/partners-store.ts';
import { addCompany, person, record } from '../../support/invented-company.ts';
import { QUIET_PARTS } from '../../support/service-parts.ts';

const COMPANIES = 300;
const SYSTEM = { kind: 'system', name: 'test' } as const;

const [dataFolder = '', stopsAt] = process.argv.slice(2);
const now = () => new Date('2018-02-01T10:00:00Z');
const opened = await openEmbedded({ dataFolder, purpose: 'server', log: () => {}, clock: now });
await opened.migrate();
const services = await openServices({ ...QUIET_PARTS, opened, imports: { enqueue: async () => {} }, now });
const { database } = services;
const say = (line: string) => writeSync(1, `${line}\n`);
const forEver = new Int32Array(new SharedArrayBuffer(4));

const known = await database.asNetwork({ actor: SYSTEM }, listPartners);
for (let number = known.length; number < COMPANIES; number++) {
  const id = `company-${number}`;
  await addCompany({ services }, id, [person(id, 'Eve', {}, [record('exam:70-764', '2018-01-10')])]);
}
let batches = 0;
const { looked, failed } = await noticeRound(services, () => {
  if (++batches === Number(stopsAt)) {
    say('stands still');
    Atomics.wait(forEver, 0, 0);
  }
  return true;
});
const run = await database.asNetwork({ actor: SYSTEM }, latestRun);
say(JSON.stringify({ looked, failed: failed.length, run }));
await opened.close();
