/**
 * A process of its own that opens a data folder and lives until it is told otherwise. It prints one JSON line when
 * the folder is open (or could not be opened), and one for every write that the database has acknowledged.
 *
 *   tsx keep-folder-open.ts FOLDER [write]
 */
import { openEmbedded } from '../../../src/store/embedded/open-embedded.ts';
import { StoreFailure } from '../../../src/store/store-failure.ts';
import { SYSTEM } from './two-partners.ts';

const [dataFolder = '', order] = process.argv.slice(2);
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

try {
  const opened = await openEmbedded({ dataFolder, purpose: 'server', log: () => {} });
  await opened.migrate();
  opened.announce('http://localhost:3999');
  process.once('SIGTERM', () => opened.close().then(() => process.exit(0)));
  say({ open: true });
  for (let number = 0; order === 'write'; number++) {
    await opened.database.asNetwork({ actor: SYSTEM }, (tx) =>
      tx.sql
        .insertInto('partner')
        .values({ partner_id: `p-${number}`, name: 'Written' })
        .execute(),
    );
    say({ written: number });
  }
  setInterval(() => {}, 1000);
} catch (error) {
  const kind = error instanceof StoreFailure ? error.kind : 'unexpected';
  say({ kind, message: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
}
