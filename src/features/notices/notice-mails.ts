/**
 * Mails about notices: each by itself where it is wanted at once, the others in one digest a person. Whether the reader
 * is still there and may still read it is looked at when the mail is written. Several servers may do this at once: what
 * one of them holds the others leave.
 */
import { NOTICE_RIGHTS } from '../../contract/notices.ts';
import { abilitiesOf, ROLES } from '../../contract/roles.ts';
import { NOTICE_NATURES, type NoticeKind } from '../../domain/notices/notice-kinds.ts';
import type { TenantTransaction } from '../../store/database.ts';
import {
  companiesWithMails,
  markMailed,
  type NoticeToMail,
  takeNoticesToMail,
} from '../../store/notice-mails-store.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import { type User, usersById } from '../../store/users-store.ts';
import { today } from '../shared/as-of.ts';
import { NOTICE_MAIL } from '../shared/mail/kinds/notice.ts';
import { NOTICE_DIGEST } from '../shared/mail/kinds/notice-digest.ts';
import type { MailOrder } from '../shared/mail/post-mail.ts';
import type { NoticeContent } from '../shared/notices/notice-content.ts';
import { noticeReaders } from '../shared/notices/notice-reader.ts';
import { type NoticeReader, noticeWords } from '../shared/notices/notice-words.ts';
import { unsubscribing } from '../shared/notices/unsubscribe-token.ts';
import type { Services } from '../shared/services.ts';

const SYSTEM = { kind: 'system', name: 'notices' } as const;

/** Notices of which one transaction writes the mails. */
const AT_ONCE = 500;

type Standing = Pick<Services, 'database' | 'post' | 'programmes' | 'sealer' | 'now'>;

function abilities({ roles }: User) {
  return abilitiesOf(ROLES.filter((role) => roles.includes(role)));
}

/** Gone, or without the role that may read it: nothing is sent. */
function mayBeTold(user: User | undefined, { kind }: NoticeToMail): user is User {
  if (user?.status !== 'active') return false;
  const right = NOTICE_RIGHTS[kind as NoticeKind];
  return right !== undefined && abilities(user).has(right.ability);
}

interface Letter {
  readonly user: User;
  readonly reader: NoticeReader;
  readonly notices: readonly NoticeToMail[];
}

function refusable(notices: readonly NoticeToMail[]): NoticeKind[] {
  const kinds = new Set(notices.map(({ kind }) => kind as NoticeKind));
  return [...kinds].filter((kind) => !NOTICE_NATURES[kind].essential);
}

function letterOrder(
  { sealer }: Standing,
  tx: TenantTransaction,
  { user, reader, notices }: Letter,
): MailOrder {
  const kinds = refusable(notices);
  const { partnerId } = tx;
  const { userId } = user;
  const addressed = {
    to: user.workEmail,
    userId,
    locale: reader.locale,
    ...(kinds.length === 0 ? {} : { unsubscribe: unsubscribing(sealer, { partnerId, userId, kinds }) }),
  };
  const told = notices.map(({ content }) => noticeWords(content as NoticeContent, reader));
  const [only] = told.length === 1 ? told : [];
  if (only !== undefined) {
    const { title, paragraphs, action } = only;
    const essential = kinds.length === 0 ? 'yes' : 'no';
    return {
      ...addressed,
      kind: NOTICE_MAIL,
      values: { name: user.firstName, title, body: paragraphs.join('\n\n'), action: action.label, essential },
      path: action.path,
    };
  }
  const body = told.map(({ title, paragraphs }) => [title, ...paragraphs].join('\n')).join('\n\n');
  return {
    ...addressed,
    kind: NOTICE_DIGEST,
    values: { name: user.firstName, count: told.length, body },
    path: '/notices',
  };
}

/** At once: a mail each. A digest: one mail for everything that is due. */
function bundles(notices: readonly NoticeToMail[]): readonly (readonly NoticeToMail[])[] {
  const alone = notices.filter(({ mailMode }) => mailMode === 'at-once').map((notice) => [notice]);
  const together = notices.filter(({ mailMode }) => mailMode !== 'at-once');
  return together.length === 0 ? alone : [...alone, together];
}

/** @returns how many notices were dealt with */
async function mailSome(services: Standing, tx: TenantTransaction, day: string): Promise<number> {
  const taken = await takeNoticesToMail(tx, day, AT_ONCE);
  if (taken.length === 0) return 0;
  const users = await usersById(tx, [...new Set(taken.map(({ userId }) => userId))]);
  const contents = taken.map(({ content }) => content as NoticeContent);
  const readerOf = await noticeReaders(services, tx, contents);
  const byUser = new Map<string, NoticeToMail[]>();
  for (const notice of taken) byUser.set(notice.userId, [...(byUser.get(notice.userId) ?? []), notice]);
  const orders: MailOrder[] = [];
  for (const [userId, notices] of byUser) {
    const user = users.get(userId);
    const told = notices.filter((notice) => mayBeTold(user, notice));
    if (user === undefined || told.length === 0) continue;
    const reader = readerOf(user.locale ?? 'en', abilities(user).has('personal-data'));
    orders.push(
      ...bundles(told).map((bundle) => letterOrder(services, tx, { user, reader, notices: bundle })),
    );
  }
  await services.post.sendAll(tx, orders);
  await markMailed(
    tx,
    taken.map(({ noticeId }) => noticeId),
  );
  return taken.length;
}

async function mailCompany(services: Standing, partnerId: PartnerId, day: string): Promise<void> {
  let some = AT_ONCE;
  while (some === AT_ONCE) {
    some = await services.database.asTenant({ partnerId, actor: SYSTEM }, (tx) =>
      mailSome(services, tx, day),
    );
  }
}

/**
 * Writes every mail that is due; where nobody sends mails they are counted as written, so that none goes out years later.
 * @throws when it failed for some companies, after the others have theirs
 */
export async function noticeMails(services: Standing): Promise<void> {
  const { database, now } = services;
  const day = today(now());
  const companies = await database.asNetwork({ actor: SYSTEM }, (tx) => companiesWithMails(tx, day));
  const failures: unknown[] = [];
  for (const partnerId of companies) {
    await mailCompany(services, partnerId, day).catch((error) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, 'mails of some companies could not be written');
}
