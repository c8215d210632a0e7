import { queryOptions } from '@tanstack/react-query';
import type { Announcements, ShownAnnouncements } from '../../src/contract/announcements.ts';
import { getJson } from './client.ts';

/** Under which everything about announcements is kept. */
export const ANNOUNCEMENTS = ['announcements'] as const;

const RENEWED_MS = 5 * 60_000;

export const announcementsQuery = queryOptions({
  queryKey: [...ANNOUNCEMENTS, 'all'],
  queryFn: ({ signal }) => getJson<Announcements>('/announcements', { top: 200 }, signal),
});

export const shownAnnouncementsQuery = (partner: string) =>
  queryOptions({
    queryKey: [...ANNOUNCEMENTS, 'shown', partner],
    queryFn: ({ signal }) => getJson<ShownAnnouncements>(`/partners/${partner}/announcements`, {}, signal),
    staleTime: RENEWED_MS,
    refetchInterval: RENEWED_MS,
  });
