import type { Locale } from '../../../contract/common.ts';
import type { TenantTransaction } from '../../../store/database.ts';
import { findPartner } from '../../../store/partners-store.ts';
import { usersById } from '../../../store/users-store.ts';
import { type Directory, personRef } from '../person-refs.ts';
import type { Services } from '../services.ts';
import { type NoticeContent, peopleIn } from './notice-content.ts';
import type { NoticeReader } from './notice-words.ts';

/** What is needed to tell these notices to any reader of the company. */
export async function noticeReaders(
  { programmes }: Pick<Services, 'programmes'>,
  tx: TenantTransaction,
  contents: readonly NoticeContent[],
  others: readonly string[] = [],
): Promise<(locale: Locale, mayNames: boolean) => NoticeReader> {
  const users = await usersById(tx, [...new Set([...contents.flatMap(peopleIn), ...others])]);
  const named: Directory = new Map(
    [...users.values()].flatMap(({ status, ...user }) =>
      status === 'deleted' ? [] : [[user.userId, { ...user, status }]],
    ),
  );
  const company = (await findPartner(tx, tx.partnerId))?.name ?? tx.partnerId;
  return (locale, mayNames) => ({
    locale,
    programmes,
    company,
    person: (userId) => personRef(named, userId, mayNames),
  });
}
