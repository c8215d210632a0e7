import { NOTICE_RIGHTS } from '../../../contract/notices.ts';
import { PARTNER_ROLES, rolesWith } from '../../../contract/roles.ts';
import { NOTICE_NATURES, type NoticeKind } from '../../../domain/notices/notice-kinds.ts';
import { mailDueOn, mailMode } from '../../../domain/notices/notice-mail.ts';
import { type RoleHolder, recipients } from '../../../domain/notices/notice-recipients.ts';
import { formatDay } from '../../../domain/time/day.ts';
import { dayOfInstant } from '../../../domain/time/instant.ts';
import type { TenantTransaction } from '../../../store/database.ts';
import {
  type CompanySettings,
  companySettings,
  settingsOfUsers,
} from '../../../store/notice-settings-store.ts';
import { addNotices, doneTasks } from '../../../store/notices-store.ts';
import { activeUsers } from '../../../store/user-roles-store.ts';
import { holdersOfRoles } from '../../../store/users-store.ts';
import type { NoticeContent } from './notice-content.ts';

export interface NoticeDraft {
  readonly content: NoticeContent;
  /** Names what is told and the cycle it belongs to: whoever was told of it is not told again. */
  readonly key: string;
  /** The one person whom it concerns; null: those who are told about the company. */
  readonly userId: string | null;
}

function receiversOf(kind: NoticeKind, holders: readonly RoleHolder[], company: CompanySettings) {
  const { ability, roles } = NOTICE_RIGHTS[kind];
  const receiving = company.get(kind)?.roles ?? roles;
  return recipients(holders, { receiving, mayRead: rolesWith(ability) });
}

/**
 * Tells people in the transaction of what they are told: both happen or neither. Each gets it once, people who have left
 * get nothing, and their mails follow by themselves, see `noticeMails`.
 */
export async function raiseNotices(tx: TenantTransaction, drafts: readonly NoticeDraft[]): Promise<void> {
  if (drafts.length === 0) return;
  const tasks = drafts.filter(({ content }) => NOTICE_NATURES[content.kind].task).map(({ key }) => key);
  const done = await doneTasks(tx, tasks);
  const company = await companySettings(tx);
  const holders = await holdersOfRoles(tx, PARTNER_ROLES);
  const named = drafts.flatMap(({ userId }) => userId ?? []);
  const present = await activeUsers(tx, named);
  // Two programmes may say the same of one record.
  const different = new Map(drafts.map((draft) => [`${draft.userId} ${draft.key}`, draft]));
  const told = [...different.values()]
    .filter(({ key }) => !done.has(key))
    .flatMap((draft) => {
      const { userId, content } = draft;
      const people =
        userId === null
          ? receiversOf(content.kind, holders, company)
          : [userId].filter((each) => present.has(each));
      return people.map((person) => ({ ...draft, person }));
    });
  const own = await settingsOfUsers(tx, [...new Set(told.map(({ person }) => person))]);
  const day = dayOfInstant(tx.now.getTime());
  await addNotices(
    tx,
    told.map(({ person, content, key }) => {
      const { kind } = content;
      const mode = mailMode(kind, {
        own: own.get(person)?.get(kind) ?? null,
        company: company.get(kind)?.mailMode ?? null,
      });
      const due = mailDueOn(mode, day);
      return {
        userId: person,
        kind,
        content,
        onceKey: key,
        isTask: NOTICE_NATURES[kind].task,
        mailMode: mode,
        mailDue: due === null ? null : formatDay(due),
      };
    }),
  );
}
