/**
 * A process of its own that writes facts about one company without end: users come, associate, hold and move to
 * another company. It prints a line for every transaction that the database has acknowledged.
 *
 *   tsx write-facts-until-killed.ts FOLDER
 */
import { randomUUID } from 'node:crypto';
import { startAssociation } from '../../../src/store/associations-store.ts';
import { openEmbedded } from '../../../src/store/embedded/open-embedded.ts';
import { createPartner } from '../../../src/store/partners-store.ts';
import { appendSkillRecords } from '../../../src/store/skill-records-store.ts';
import { recordOf } from './new-skill-record.ts';
import { ALPHA, BETA, newUser, SYSTEM } from './two-partners.ts';

const [dataFolder = ''] = process.argv.slice(2);
const clock = { now: new Date('2020-01-01T00:00:00Z') };
const opened = await openEmbedded({ dataFolder, purpose: 'server', log: () => {}, clock: () => clock.now });
await opened.migrate();
const { database } = opened;
await database.asNetwork({ actor: SYSTEM }, async (tx) => {
  await createPartner(tx, { partnerId: ALPHA, name: 'Alpha' });
  await createPartner(tx, { partnerId: BETA, name: 'Beta' });
});
const say = (written: string) => process.stdout.write(`${written}\n`);
for (;;) {
  const name = randomUUID();
  const users = [await newUser(database, ALPHA, name), await newUser(database, BETA, name)] as const;
  say('users');
  for (const [index, partnerId] of [ALPHA, BETA].entries()) {
    const userId = users[index]!;
    clock.now = new Date(clock.now.getTime() + 40 * 86_400_000);
    await database.asTenant({ partnerId, actor: { kind: 'user', userId } }, (tx) =>
      startAssociation(tx, { provider: 'microsoft-learning', accountId: name, userId }),
    );
    say('association');
    const records = Array.from({ length: 200 }, (_, number) =>
      recordOf(name, `exam:${index}-${number}`, '2018-01-10'),
    );
    await database.asTenant({ partnerId, actor: SYSTEM }, (tx) => appendSkillRecords(tx, records));
    say('records');
  }
}
