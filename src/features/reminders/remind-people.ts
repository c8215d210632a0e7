import { printedDay } from '../../contract/messages/printed-day.ts';
import type { Reminder, ReminderResult } from '../../contract/reminders.ts';
import { pmcWindowEnd } from '../../domain/chase-list/pmc-associations.ts';
import { recordAudits } from '../../store/audit-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { type OpenAssociation, openAssociations } from '../../store/open-associations-store.ts';
import { findPartner } from '../../store/partners-store.ts';
import { type User, usersById } from '../../store/users-store.ts';
import { today } from '../shared/as-of.ts';
import { ASSOCIATE_REMINDER } from '../shared/mail/kinds/associate-reminder.ts';
import type { MailOrder } from '../shared/mail/post-mail.ts';
import { ASSOCIATE_REMINDER_KIND, nextCycleOn, reminderCycle } from '../shared/reminder-cycle.ts';
import type { Services } from '../shared/services.ts';
import { isUuid } from '../shared/uuid-param.ts';

/** The permanent link to where a learning account is associated. */
const WHERE = '/go/associate-account';

type Situation = 'alone' | 'pmc' | 'ending' | 'over';

/** What the person is to be told; `null` for whoever has nothing left to associate. */
function situationOf(
  associations: readonly OpenAssociation[],
  windowEndsOn: string | null,
  day: string,
): Situation | null {
  if (associations.length === 0) return 'alone';
  const again = new Set(associations.filter(({ via }) => via === 'partner-center').map(accountOf));
  if (associations.every((one) => again.has(accountOf(one)))) return null;
  if (windowEndsOn === null) return 'pmc';
  return day < windowEndsOn ? 'ending' : 'over';
}

function accountOf({ provider, accountId }: OpenAssociation): string {
  return `${provider} ${accountId}`;
}

/**
 * Asks people to associate their learning accounts, each at most once in a cycle and in the own language. What
 * became of it for each, in order; written down for those to whom a mail goes.
 */
export async function remindPeople(
  { post, programme }: Pick<Services, 'post' | 'programme'>,
  tx: TenantTransaction,
  userIds: readonly string[],
): Promise<Reminder[]> {
  const asked = [...new Set(userIds)];
  const day = today(tx.now);
  const users = await usersById(tx, asked.filter(isUuid));
  const associations = await openAssociations(tx, day);
  const partner = (await findPartner(tx, tx.partnerId))!;
  const ends = pmcWindowEnd({ id: tx.partnerId, movedFromPmcOn: partner.movedFromPmcOn }, programme);
  const results = new Map<string, ReminderResult>();
  const letters: { readonly userId: string; readonly order: MailOrder }[] = [];

  const orderFor = (user: User, situation: Situation): MailOrder => {
    const locale = user.locale ?? partner.locale;
    return {
      kind: ASSOCIATE_REMINDER,
      to: user.workEmail,
      userId: user.userId,
      locale,
      values: { name: user.firstName, situation, day: ends === null ? '' : printedDay(ends, locale) },
      path: WHERE,
      onceKey: `${ASSOCIATE_REMINDER_KIND} ${user.userId} ${reminderCycle(tx.now)}`,
    };
  };

  for (const userId of asked) {
    const user = users.get(userId);
    if (user === undefined) {
      results.set(userId, 'unknown-user');
      continue;
    }
    const situation = situationOf(associations.get(userId) ?? [], ends, day);
    if (user.status !== 'active') results.set(userId, 'not-active');
    else if (situation === null) results.set(userId, 'associated');
    else letters.push({ userId, order: orderFor(user, situation) });
  }

  const posted = await post.sendAll(
    tx,
    letters.map(({ order }) => order),
  );
  for (const [index, { userId }] of letters.entries()) results.set(userId, posted[index]!);
  await recordAudits(
    tx,
    letters
      .filter((_, index) => posted[index] === 'queued')
      .map(({ userId }) => ({
        action: 'reminder.sent',
        subject: `user:${userId}`,
        details: { kind: ASSOCIATE_REMINDER_KIND, cycle: reminderCycle(tx.now) },
      })),
  );
  const next = nextCycleOn(tx.now);
  return asked.map((userId) => {
    const result = results.get(userId)!;
    return { userId, result, nextOn: result === 'queued' || result === 'sent-before' ? next : null };
  });
}
