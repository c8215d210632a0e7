import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIRST_SIGN_IN } from '../../src/features/shared/mail/kinds/first-sign-in.ts';
import { type MailOrder, type Post, postOffice } from '../../src/features/shared/mail/post-mail.ts';
import { sealerWith } from '../../src/features/shared/sealed.ts';
import { workOnMail } from '../../src/jobs/mail-jobs.ts';
import { openQueues, type WorkingQueues } from '../../src/jobs/open-queues.ts';
import { findMail, lastWrittenByUser, listMails, mailsWithoutJob } from '../../src/store/mail-store.ts';
import { type StoreServer, storeServers } from '../store/support/store-servers.ts';
import { ALPHA, makeTwoPartners, SYSTEM, type TwoPartners } from '../store/support/two-partners.ts';
import { type MailServer, mailServer } from './support/mail-server.ts';

const sealer = sealerWith(() => 'a secret of tests');
const claim = { partnerId: ALPHA, actor: SYSTEM };

describe.each(storeServers)('mail on $name', ({ start }) => {
  let server: StoreServer;
  let people: TwoPartners;
  let smtp: MailServer;
  let queues: WorkingQueues;
  let post: Post;

  beforeAll(async () => {
    server = await start();
    await server.opened.migrate();
    people = await makeTwoPartners(server.opened.database);
    smtp = await mailServer();
    queues = await openQueues(server.opened.jobs, () => {});
    const baseUrl = () => 'http://localhost:3000';
    post = postOffice({ delivery: 'smtp', sealer, queue: queues.mail, baseUrl });
    const office = { delivery: 'smtp', smtpUrl: smtp.url, from: 'Jalon <jalon@example.org>' } as const;
    await workOnMail({ database: server.opened.database, sealer, office }, queues.mail);
  });
  afterAll(async () => {
    await queues.stop();
    await smtp.close();
    await server.close();
  });

  const order = (more: Partial<MailOrder> = {}): MailOrder => ({
    kind: FIRST_SIGN_IN,
    to: 'anna@alpha.example',
    userId: people.anna,
    locale: 'fr',
    values: { name: 'Anna', email: 'anna@alpha.example', until: '22/11/2026' },
    path: '/welcome/one-time',
    ...more,
  });
  const send = (mail: MailOrder) => server.opened.database.asTenant(claim, (tx) => post.send(tx, mail));
  const written = () =>
    server.opened.database.readAsTenant(claim, (tx) => listMails(tx, { limit: 100, offset: 0 }));

  async function receivedBy(to: string) {
    for (let turn = 0; turn < 300; turn++) {
      const mail = smtp.received.find((one) => one.to?.[0]?.address === to);
      const record = (await written()).find(({ recipient }) => recipient === to);
      if (mail !== undefined && record?.sentAt) return { mail, record };
      await pause(100);
    }
    throw new Error(`nothing came for ${to}: ${JSON.stringify(await written())}`);
  }

  it('reaches the mail server in both forms, and its text is forgotten here', async () => {
    expect(await send(order())).toBe('queued');
    const { mail, record } = await receivedBy('anna@alpha.example');
    expect(mail.subject).toMatch(/^Votre accès au portail partenaires (de |d’)/);
    expect(mail.from).toMatchObject({ name: 'Jalon', address: 'jalon@example.org' });
    expect(mail.text).toContain('http://localhost:3000/welcome/one-time');
    expect(mail.html).toContain('href="http://localhost:3000/welcome/one-time"');
    expect(record).toMatchObject({ kind: 'first-sign-in', userId: people.anna, failure: null });
    expect(record.sealedContent).toBeNull();
  });

  it('is not sent when what it tells about did not happen', async () => {
    const failing = server.opened.database.asTenant(claim, async (tx) => {
      await post.send(tx, order({ to: 'never@alpha.example' }));
      throw new Error('no user after all');
    });
    await expect(failing).rejects.toThrow('no user after all');
    await send(order({ to: 'after@alpha.example' }));
    await receivedBy('after@alpha.example');
    expect(smtp.received.some((mail) => mail.to?.[0]?.address === 'never@alpha.example')).toBe(false);
  });

  it('that waits without a job, as after a backup was restored, is ordered again and goes out', async () => {
    const parts = { delivery: 'smtp', sealer, baseUrl: () => 'http://localhost:3000' } as const;
    const unordered = postOffice({ ...parts, queue: { enqueue: async () => {} } });
    await server.opened.database.asTenant(claim, (tx) =>
      unordered.send(tx, order({ to: 'left@alpha.example' })),
    );
    const waiting = () => server.opened.database.asNetwork(claim, mailsWithoutJob);
    const left = await waiting();
    expect(left).toHaveLength(1);
    await queues.mail.resume(left);
    expect(await waiting()).toEqual([]);
    await receivedBy('left@alpha.example');
  });

  it('with a cycle goes out once in it, whoever asks at the same moment', async () => {
    const reminder = order({ to: 'once@alpha.example', onceKey: 'reminder 2026-11' });
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(reminder)));
    expect(answers.filter((answer) => answer === 'queued')).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'sent-before')).toHaveLength(7);
    await receivedBy('once@alpha.example');
    expect(await send({ ...reminder, onceKey: 'reminder 2026-12' })).toBe('queued');
  });

  it('that the mail server refuses keeps the reason and stays to be sent', async () => {
    smtp.refuse('busy@alpha.example');
    await send(order({ to: 'busy@alpha.example' }));
    const busy = async () => (await written()).find(({ recipient }) => recipient === 'busy@alpha.example');
    for (let turn = 0; turn < 300 && !(await busy())?.failure; turn++) await pause(100);
    const record = await busy();
    expect(record).toMatchObject({ sentAt: null, failure: expect.stringContaining('mailbox busy') });
    expect(record?.sealedContent).not.toBeNull();
  });

  it('brings its files along as they are', async () => {
    const content = Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 255]);
    const attachments = [{ fileName: 'Profil de Zoé.pdf', mediaType: 'application/pdf', content }];
    await send(order({ to: 'files@alpha.example', attachments }));
    const { mail } = await receivedBy('files@alpha.example');
    expect(mail.attachments).toMatchObject([{ filename: 'Profil de Zoé.pdf', mimeType: 'application/pdf' }]);
    expect(Buffer.from(mail.attachments[0]!.content as ArrayBuffer)).toEqual(content);
  });

  it('is not written to somebody who has no address, and the others get theirs', async () => {
    const before = (await written()).length;
    const people = ['nobody.1234@no-address.invalid', 'somebody@alpha.example', 'x@No-Address.Invalid'];
    const answers = await server.opened.database.asTenant(claim, (tx) =>
      post.sendAll(
        tx,
        people.map((to) => order({ to })),
      ),
    );
    expect(answers).toEqual(['no-address', 'queued', 'no-address']);
    expect(await written()).toHaveLength(before + 1);
    await receivedBy('somebody@alpha.example');
  });

  it('is found again by itself, and is known by when a person was last written to', async () => {
    const { record } = await receivedBy('anna@alpha.example');
    const [found, last] = await server.opened.database.readAsTenant(claim, async (tx) => [
      await findMail(tx, record.mailId),
      await lastWrittenByUser(tx, 'first-sign-in'),
    ]);
    expect(found).toMatchObject({ mailId: record.mailId, recipient: 'anna@alpha.example' });
    expect([...last.keys()]).toEqual([people.anna]);
    expect(last.get(people.anna)!.getTime()).toBeGreaterThanOrEqual(record.createdAt.getTime());
  });

  it('says when there is no mail server, and keeps nothing', async () => {
    const silent = postOffice({ delivery: 'none', sealer, queue: queues.mail, baseUrl: () => '' });
    const before = (await written()).length;
    const answer = await server.opened.database.asTenant(claim, (tx) => silent.send(tx, order()));
    expect(answer).toBe('no-mail-server');
    expect(await written()).toHaveLength(before);
  });
});
