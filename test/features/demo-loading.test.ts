import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { verify } from '@node-rs/argon2';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { catalogueRoot } from '../../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../../src/catalogue/load-programme.ts';
import type { Programme } from '../../src/domain/catalogue/catalogue.ts';
import { evaluate, isFailure } from '../../src/domain/evaluation/evaluate.ts';
import { type DemoLoading, loadDemoNetwork } from '../../src/features/demo/load-demo-network.ts';
import { findSignIn } from '../../src/store/credentials-store.ts';
import type { Actor } from '../../src/store/database.ts';
import { openEmbedded } from '../../src/store/embedded/open-embedded.ts';
import { loadFacts } from '../../src/store/facts-store.ts';
import type { OpenDatabase } from '../../src/store/open-database.ts';
import { type PartnerId, parsePartnerId } from '../../src/store/partner-id.ts';
import { createPartner, listPartners } from '../../src/store/partners-store.ts';
import { newDataFolder, removeDataFolder } from '../support/data-folder.ts';

const TODAY = '2026-11-21';
const ACTOR: Actor = { kind: 'system', name: 'test' };

let programme: Programme;
beforeAll(async () => {
  programme = await loadProgramme(join(catalogueRoot(), 'microsoft-competencies'));
});

describe('loading the demo network', () => {
  let dataFolder: string;
  let open: OpenDatabase;

  beforeEach(async () => {
    dataFolder = newDataFolder('jalon-demo-');
    open = await openEmbedded({ dataFolder, purpose: 'server', log: () => {} });
    await open.migrate();
    return async () => {
      await open.close();
      removeDataFolder(dataFolder);
    };
  });

  const load = (more: Partial<DemoLoading> = {}) =>
    loadDemoNetwork({
      database: open.database,
      today: TODAY,
      dataFolder,
      large: false,
      ...more,
    });

  const companies = async () => {
    const partners = await open.database.asNetwork({ actor: ACTOR }, listPartners);
    return partners.map((partner) => partner.partnerId).sort();
  };

  it('writes four companies whose levels are those planned, and does nothing the second time', async () => {
    const signIns = await load();
    expect(await companies()).toEqual(['contoso', 'fabrikam', 'northwind', 'tailspin']);
    const facts = await open.database.readAsTenant(
      { partnerId: 'contoso' as PartnerId, actor: ACTOR },
      async (tx) => (await loadFacts(tx)).facts,
    );
    const result = evaluate(facts, programme, { validAt: TODAY, knownAt: null });
    if (isFailure(result)) throw new Error(JSON.stringify(result));
    expect(result.attained).toEqual([
      { competency: 'data-platform', level: 'gold' },
      { competency: 'project-and-portfolio-management', level: 'silver' },
    ]);
    expect(await load()).toEqual(signIns);
  });

  it('keeps the sign-ins in a file that only its owner reads, and their passwords open the door', async () => {
    const signIns = await load();
    const file = join(dataFolder, 'demo-sign-ins.json');
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(signIns);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const admin = signIns.find((signIn) => signIn.email === 'partner-admin@contoso.example')!;
    expect(admin).toMatchObject({ role: 'partner-admin', partner: 'contoso' });
    const stored = await open.database.asSignIn((tx) => findSignIn(tx, admin.email));
    expect(await verify(stored!.passwordHash!, admin.password)).toBe(true);
  });

  it('gives new passwords when the file of sign-ins is lost', async () => {
    const [before] = await load();
    await rm(join(dataFolder, 'demo-sign-ins.json'));
    const [after] = await load();
    expect(after!.password).not.toBe(before!.password);
    const stored = await open.database.asSignIn((tx) => findSignIn(tx, after!.email));
    expect(await verify(stored!.passwordHash!, after!.password)).toBe(true);
  });

  it('cut short in the middle of a company leaves whole companies, and the next start adds the rest', async () => {
    const interruption = new Error('the power failed');
    const cut = load({
      progress: ({ partner }) => {
        if (partner === 'fabrikam') throw interruption;
      },
    });
    await expect(cut).rejects.toBe(interruption);
    expect(await companies()).toEqual(['contoso']);
    const signIns = await load();
    expect(await companies()).toEqual(['contoso', 'fabrikam', 'northwind', 'tailspin']);
    for (const { email, password } of signIns) {
      const stored = await open.database.asSignIn((tx) => findSignIn(tx, email));
      expect(await verify(stored!.passwordHash!, password)).toBe(true);
    }
  });

  it('leaves a database alone that holds a company of its own', async () => {
    await open.database.asNetwork({ actor: ACTOR }, (tx) =>
      createPartner(tx, { partnerId: parsePartnerId('litware')!, name: 'Litware' }),
    );
    expect(await load()).toEqual([]);
    expect(await companies()).toEqual(['litware']);
  });
});
