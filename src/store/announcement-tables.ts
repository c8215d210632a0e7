/** The table of announcements as the query builder sees it. */
import type { Generated } from 'kysely';
import type { Instant, Optional } from './schema.ts';

export interface AnnouncementTables {
  announcement: {
    partner_id: Generated<string>;
    announcement_id: Generated<string>;
    kind: 'information' | 'warning';
    text_fr: string;
    text_en: string;
    audience: Optional<string[]>;
    shown_from: Instant;
    shown_until: Instant;
    created_at: Instant;
    created_by: string;
  };
}
