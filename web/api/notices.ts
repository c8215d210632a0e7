import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Locale } from '../../src/contract/common.ts';
import type {
  CompanyNoticeSettings,
  NoticeCount,
  NoticeList,
  NoticeSettings,
} from '../../src/contract/notices.ts';
import { getJson, getLink } from './client.ts';

const MINUTE_MS = 60_000;

/** Everything about the notices of the reader: asked again when one of them changes. */
export const OWN_NOTICES = ['me', 'notices'] as const;

/** Asked again every minute while the page is looked at. */
export const noticeCountQuery = queryOptions({
  queryKey: [...OWN_NOTICES, 'count'],
  staleTime: MINUTE_MS,
  refetchInterval: MINUTE_MS,
  queryFn: ({ signal }) => getJson<NoticeCount>('/me/notices/count', {}, signal),
});

export interface NoticeChoice {
  readonly show: string | undefined;
  readonly kind: string | undefined;
  readonly lang: Locale;
}

/** Page after page, as the reader asks for older ones. */
export function noticesQuery({ show, kind, lang }: NoticeChoice) {
  return infiniteQueryOptions({
    queryKey: [...OWN_NOTICES, 'list', show ?? 'all', kind ?? '', lang],
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextLink }: NoticeList) => nextLink ?? null,
    queryFn: ({ pageParam, signal }) =>
      pageParam === null
        ? getJson<NoticeList>('/me/notices', { show, kind, lang }, signal)
        : getLink<NoticeList>(pageParam, signal),
  });
}

export const noticeSettingsQuery = queryOptions({
  queryKey: ['me', 'notice-settings'],
  queryFn: ({ signal }) => getJson<NoticeSettings>('/me/notice-settings', {}, signal),
});

export function companyNoticesQuery(partner: string) {
  return queryOptions({
    queryKey: ['partner', partner, 'notice-settings'],
    queryFn: ({ signal }) =>
      getJson<CompanyNoticeSettings>(`/partners/${partner}/notice-settings`, {}, signal),
  });
}
