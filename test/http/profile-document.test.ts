import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAIL_PURPOSE, type MailContent } from '../../src/features/shared/mail/post-mail.ts';
import { listMails } from '../../src/store/mail-store.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { account, associate, newPerson } from '../support/associating.ts';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { type DemoProvider, localProviderOf } from '../support/local-provider.ts';
import { pdfText } from '../support/pdf-text.ts';

let server: DemoServer;
let provider: DemoProvider;
beforeAll(async () => {
  server = await demoServer();
  provider = await localProviderOf(server);
});
afterAll(async () => {
  await provider.close();
  await server.close();
});

const SYSTEM = { kind: 'system', name: 'test' } as const;

async function sheetMails() {
  const claim = { partnerId: 'contoso' as PartnerId, actor: SYSTEM };
  const mails = await server.services.database.readAsTenant(claim, (tx) =>
    listMails(tx, { limit: 1_000, offset: 0 }),
  );
  return mails
    .filter(({ kind }) => kind === 'profile-sheet')
    .map(({ recipient, subject, sealedContent }) => ({
      to: recipient,
      subject,
      ...(JSON.parse(server.services.sealer.open(MAIL_PURPOSE, sealedContent!)) as MailContent),
    }));
}

describe('the own profile as a document', () => {
  it('names the person, the company, the accounts and since when, dated, in the own language', async () => {
    const zoe = await server.as('zoe@contoso.example');
    const answer = await zoe.get('/api/v1/me/profile-document');
    expect(answer.headers['content-type']).toBe('application/pdf');
    expect(answer.headers['content-disposition']).toContain(encodeURIComponent('2026-11-21.pdf'));
    const text = pdfText(answer.rawPayload);
    expect(text[0]).toMatch(/^Profil de Zoé /);
    expect(text[1]).toMatch(/^Établi le 21 novembre 2026 à 11:00:00/);
    const told = (label: string) => text[text.indexOf(label) + 1];
    expect(told('E-mail professionnel')).toBe('zoe@contoso.example');
    expect(told('Entreprise')).toBe('Contoso Conseil');
    expect(told('Accès à l’Université partenaire')).toMatch(/^Oui, depuis le /);
    expect(told('MCID')).toBe('9900103');
    expect(told('Associé depuis le')).toMatch(/^\d{1,2}(er)? \p{L}+ \d{4}$/u);
  });

  it('goes to the account admins and global admins, each in his or her language, and is written down', async () => {
    const person = await newPerson(server, 'contoso');
    await associate(server, person, account('8600001', 'private@home.example'));
    const profile = (await person.browser.get('/api/v1/me/learning-accounts')).json();
    expect(profile.purposes[0].account).toMatchObject({ email: 'private@home.example', sameEmail: false });
    const addresses = profile.administrators.map(({ workEmail }: { workEmail: string }) => workEmail);
    expect(addresses).toContain('global-admin@contoso.example');
    expect(addresses).toContain('account-admin@contoso.example');
    expect(addresses).not.toContain('partner-admin@contoso.example');
    const sent = await person.browser.send('POST', '/api/v1/me/profile-document/send');
    expect(sent.json().sentTo).toEqual(profile.administrators);
    const mails = await sheetMails();
    expect(mails.map(({ to }) => to).sort()).toEqual([...addresses].sort());
    expect(mails[0]!.text).toContain(`/users?user=${person.userId}`);
    const [attachment] = mails[0]!.attachments ?? [];
    expect(attachment).toMatchObject({ mediaType: 'application/pdf' });
    const text = pdfText(Buffer.from(attachment!.base64, 'base64')).join('\n');
    expect(text).toContain('8600001');
    expect(text).toContain('private@home.example');
    const admin = await server.as('partner-admin@contoso.example');
    const filter = encodeURIComponent("action eq 'profile.sent'");
    const trail = (await admin.get(`/api/v1/partners/contoso/audit-events?filter=${filter}`)).json().value;
    expect(trail).toMatchObject([{ subject: `user:${person.userId}` }]);
  });

  it('is sent three times an hour at most', async () => {
    const person = await newPerson(server, 'contoso');
    const codes: number[] = [];
    for (let one = 0; one < 4; one++)
      codes.push((await person.browser.send('POST', '/api/v1/me/profile-document/send')).statusCode);
    expect(codes).toEqual([200, 200, 200, 429]);
  });

  it('an administrator is not among the people whom he or she can turn to', async () => {
    const admin = await server.as('global-admin@contoso.example');
    const { administrators } = (await admin.get('/api/v1/me/learning-accounts')).json();
    expect(JSON.stringify(administrators)).not.toContain('global-admin@contoso.example');
  });

  it('people of the network have none', async () => {
    const operator = await server.as('programme-operator@contoso.example');
    expect((await operator.get('/api/v1/me/profile-document')).statusCode).toBe(404);
    expect((await operator.send('POST', '/api/v1/me/profile-document/send')).statusCode).toBe(404);
  });
});
