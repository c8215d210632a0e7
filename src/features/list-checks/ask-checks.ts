import type { Reminder, ReminderResult } from '../../contract/reminders.ts';
import { recordAudits } from '../../store/audit-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { addListCheckRequests } from '../../store/list-checks-store.ts';
import { findPartner } from '../../store/partners-store.ts';
import { usersById } from '../../store/users-store.ts';
import { LIST_CHECK } from '../shared/mail/kinds/list-check.ts';
import type { MailOrder } from '../shared/mail/post-mail.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { nextCycleOn, reminderCycle } from '../shared/reminder-cycle.ts';
import type { Services } from '../shared/services.ts';
import { isUuid } from '../shared/uuid-param.ts';

/** Where the list is checked. */
const WHERE = '/profile#skills';

function recordsByPerson({ verdicts }: PartnerAnswer): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { person } of verdicts) counts.set(person, (counts.get(person) ?? 0) + 1);
  return counts;
}

/**
 * Asks people to check their lists, each at most once in a month and in the own language; what became of it for each,
 * in order.
 */
export async function askChecks(
  { post }: Pick<Services, 'post'>,
  tx: TenantTransaction,
  answer: PartnerAnswer,
  userIds: readonly string[],
): Promise<Reminder[]> {
  const asked = [...new Set(userIds)];
  const users = await usersById(
    tx,
    asked.filter((userId) => isUuid(userId)),
  );
  const company = (await findPartner(tx, tx.partnerId))!;
  const records = recordsByPerson(answer);
  const results = new Map<string, ReminderResult>();
  const orders = asked.flatMap((userId): MailOrder[] => {
    const user = users.get(userId);
    if (user?.status !== 'active') {
      results.set(userId, user === undefined ? 'unknown-user' : 'not-active');
      return [];
    }
    return [
      {
        kind: LIST_CHECK,
        to: user.workEmail,
        userId,
        locale: user.locale ?? company.locale,
        values: { name: user.firstName, count: records.get(userId) ?? 0 },
        path: WHERE,
        onceKey: `${LIST_CHECK.name} ${userId} ${reminderCycle(tx.now)}`,
      },
    ];
  });
  const posted = await post.sendAll(tx, orders);
  for (const [index, { userId }] of orders.entries()) results.set(userId!, posted[index]!);
  const queued = asked.filter((userId) => results.get(userId) === 'queued');
  await addListCheckRequests(tx, queued);
  await recordAudits(
    tx,
    queued.map((userId) => ({
      action: 'list-check.asked',
      subject: `user:${userId}`,
      details: { cycle: reminderCycle(tx.now) },
    })),
  );
  const next = nextCycleOn(tx.now);
  return asked.map((userId) => {
    const result = results.get(userId)!;
    return { userId, result, nextOn: result === 'queued' || result === 'sent-before' ? next : null };
  });
}
