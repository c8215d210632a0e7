import { printedDay } from '../../contract/messages/printed-day.ts';
import { rolesWith } from '../../contract/roles.ts';
import type { SupportCase } from '../../store/cases-store.ts';
import { type TenantTransaction, withSightOf } from '../../store/database.ts';
import { NETWORK_PARTNER } from '../../store/partner-id.ts';
import { findPartner } from '../../store/partners-store.ts';
import { holdersOfRoles, type User, usersById } from '../../store/users-store.ts';
import { CASE_NEWS } from '../shared/mail/kinds/case-news.ts';
import type { MailOrder, Post } from '../shared/mail/post-mail.ts';

export type CaseEvent = 'asked' | 'opened' | 'message' | 'closed';

interface News {
  readonly event: CaseEvent;
  readonly about: SupportCase;
  readonly until: string | null;
}

function orderFor(user: User, locale: 'fr' | 'en', { event, about, until }: News, path: string): MailOrder {
  return {
    kind: CASE_NEWS,
    to: user.workEmail,
    userId: user.userId,
    locale,
    values: {
      name: `${user.firstName} ${user.lastName}`.trim(),
      event,
      number: String(about.number),
      person: about.personName,
      about: about.kind === 'missing-skill' ? 'missing' : about.kind,
      until: until === null ? 'none' : printedDay(until, locale),
    },
    path,
  };
}

/** Users of the partner whom the transaction speaks for, but not whoever acts. */
async function tell(
  post: Post,
  tx: TenantTransaction,
  userIds: readonly string[],
  news: News,
  path: string,
): Promise<void> {
  const own = tx.actor.kind === 'user' ? tx.actor.userId : null;
  const users = await usersById(
    tx,
    [...new Set(userIds)].filter((id) => id !== own),
  );
  const company = (await findPartner(tx, tx.partnerId))!;
  await post.sendAll(
    tx,
    [...users.values()].map((user) => orderFor(user, user.locale ?? company.locale, news, path)),
  );
}

/** Everybody in the company who may open cases. */
export async function tellAdministrators(post: Post, tx: TenantTransaction, news: News): Promise<void> {
  const holders = await holdersOfRoles(tx, rolesWith('cases'));
  await tell(
    post,
    tx,
    holders.map(({ userId }) => userId),
    news,
    `/cases/${news.about.caseId}`,
  );
}

/** Whoever has opened the case, and whom it concerns: only their administrators read it, so they alone are told. */
export async function tellOpener(post: Post, tx: TenantTransaction, news: News): Promise<void> {
  const opener = news.about.openedBy.replace(/^user:/, '');
  await tell(post, tx, /^[0-9a-f-]{36}$/i.test(opener) ? [opener] : [], news, `/cases/${news.about.caseId}`);
}

/** Those of the network who answer cases. */
export async function tellSupport(post: Post, tx: TenantTransaction, news: News): Promise<void> {
  const path = `/cases/${news.about.caseId}?partner=${tx.partnerId}`;
  const network: TenantTransaction = { ...tx, partnerId: NETWORK_PARTNER };
  await withSightOf(tx, NETWORK_PARTNER, async () => {
    const holders = await holdersOfRoles(network, ['programme-support']);
    await tell(
      post,
      network,
      holders.map(({ userId }) => userId),
      news,
      path,
    );
  });
}
