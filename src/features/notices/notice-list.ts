import type { z } from 'zod';
import type { Locale } from '../../contract/common.ts';
import {
  NOTICE_RIGHTS,
  type NoticeList,
  type NoticesQuerySchema,
  type NoticeView,
} from '../../contract/notices.ts';
import type { Ability } from '../../contract/roles.ts';
import { NOTICE_KINDS, type NoticeKind } from '../../domain/notices/notice-kinds.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { countNotices, listNotices, type Notice } from '../../store/notices-store.ts';
import type { NoticeContent } from '../shared/notices/notice-content.ts';
import { noticeReaders } from '../shared/notices/notice-reader.ts';
import { type NoticeReader, noticeWords } from '../shared/notices/notice-words.ts';
import { nextPage } from '../shared/paging.ts';
import type { Services } from '../shared/services.ts';

const PAGE = 50;

export interface Asker {
  readonly userId: string;
  readonly abilities: ReadonlySet<Ability>;
  readonly locale: Locale;
}

/** A role that has ended takes what was told under it out of sight. */
export function readableKinds(abilities: ReadonlySet<Ability>): readonly NoticeKind[] {
  return NOTICE_KINDS.filter((kind) => abilities.has(NOTICE_RIGHTS[kind].ability));
}

function viewOf(notice: Notice, reader: NoticeReader): NoticeView {
  const content = notice.content as NoticeContent;
  const { title, paragraphs, action } = noticeWords(content, reader);
  return {
    noticeId: notice.noticeId,
    kind: content.kind,
    title,
    paragraphs: [...paragraphs],
    action,
    createdAt: notice.createdAt.toISOString(),
    readAt: notice.readAt?.toISOString() ?? null,
    isTask: notice.isTask,
    doneAt: notice.doneAt?.toISOString() ?? null,
    doneBy: notice.doneBy === null ? null : reader.person(notice.doneBy).label,
  };
}

export async function noticeCounts(tx: TenantTransaction, { userId, abilities }: Omit<Asker, 'locale'>) {
  const kinds = readableKinds(abilities);
  return {
    unread: await countNotices(tx, userId, { show: 'unread', kinds }),
    tasks: await countNotices(tx, userId, { show: 'tasks', kinds }),
  };
}

export async function noticeList(
  services: Pick<Services, 'programmes'>,
  tx: TenantTransaction,
  asker: Asker,
  query: z.output<typeof NoticesQuerySchema>,
  url: string,
): Promise<NoticeList> {
  const { userId, abilities, locale } = asker;
  const { show = 'all', kind, top = PAGE, skip = 0, lang = locale } = query;
  const kinds = readableKinds(abilities).filter((each) => kind === undefined || each === kind);
  const choice = { show, kinds };
  const found = kinds.length === 0 ? [] : await listNotices(tx, userId, choice, { limit: top, offset: skip });
  const count = kinds.length === 0 ? 0 : await countNotices(tx, userId, choice);
  const contents = found.map(({ content }) => content as NoticeContent);
  const doers = found.flatMap(({ doneBy }) => doneBy ?? []);
  const readerOf = await noticeReaders(services, tx, contents, doers);
  const reader = readerOf(lang, abilities.has('personal-data'));
  return {
    value: found.map((notice) => viewOf(notice, reader)),
    nextLink: skip + top < count ? nextPage(url, skip + top, top) : null,
    count,
    ...(await noticeCounts(tx, asker)),
  };
}
