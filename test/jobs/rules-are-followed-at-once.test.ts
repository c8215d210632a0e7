import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { catalogueRoot } from '../../src/catalogue/catalogue-folder.ts';
import { programmeOf } from '../../src/catalogue/load-programme.ts';
import { readProgrammeFiles } from '../../src/catalogue/programme-files.ts';
import { startRounds } from '../../src/start-rounds.ts';
import { addDraft, addPublication, keepCheck } from '../../src/store/catalogue-versions-store.ts';
import { latestRun, type NetworkRun } from '../../src/store/network-runs-store.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { emptyServer } from '../support/demo-server.ts';
import { addCompany, specialist } from '../support/invented-company.ts';

const ACTOR = { kind: 'system', name: 'test' } as const;
const PROGRAMME = 'microsoft-competencies';

it('the network is looked at within seconds after rules were published, and not an hour later', async () => {
  const server = await emptyServer();
  server.clock.now = new Date('2018-02-01T10:00:00Z');
  await addCompany(server, 'holds', [specialist('holds', 'Sol', '2018-01-10')]);
  const { database } = server.services;
  const network = { partnerId: 'network' as PartnerId, actor: ACTOR };
  const rounds = startRounds(server.services, pino({ level: 'silent' }));
  const finished = async (than: number): Promise<NetworkRun> => {
    for (;;) {
      const run = await database.asNetwork({ actor: ACTOR }, latestRun);
      if (run !== null && run.runId > than && run.finishedAt !== null) return run;
      await sleep(100);
    }
  };
  try {
    const first = await finished(0);
    const { texts } = await readProgrammeFiles(join(catalogueRoot(), PROGRAMME));
    const changed = new Map(texts).set('skills.yaml', `${texts.get('skills.yaml')!}\n# Changed.\n`);
    const { version } = programmeOf({ id: PROGRAMME, texts: changed }).programme!;
    await database.asTenant(network, async (tx) => {
      const files = Object.fromEntries(changed);
      const draftId = await addDraft(tx, { programme: PROGRAMME, note: 'Changed', madeFrom: 'x', files });
      await keepCheck(tx, { draftId, revision: 1 }, { catalogue: version, problems: [] });
      const publication = { programme: PROGRAMME, draftId, catalogue: version, effectiveOn: '2018-02-01' };
      await addPublication(tx, { ...publication, reason: 'A test' });
    });
    const second = await finished(first.runId);
    expect(second.versions[PROGRAMME]).toBe(version);
    expect(second).toMatchObject({ total: 1, done: 1 });
  } finally {
    await rounds.stop();
    await server.close();
  }
}, 60_000);
