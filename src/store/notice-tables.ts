/** The tables of notices, and of the links of calendars, as the query builder sees them. */
import type { Generated } from 'kysely';
import type { MailMode } from '../domain/notices/notice-mail.ts';
import type { Instant, Json, Optional, OptionalInstant } from './schema.ts';

interface NoticeTable {
  partner_id: string;
  notice_id: Generated<string>;
  user_id: string;
  kind: string;
  content: Json<unknown>;
  once_key: string;
  created_at: Instant;
  read_at: OptionalInstant;
  is_task: boolean;
  done_at: OptionalInstant;
  done_by: Optional<string>;
  mail_mode: MailMode;
  mail_due: Optional<string>;
  mailed_at: OptionalInstant;
}

interface NoticeSettingTable {
  partner_id: string;
  user_id: string;
  kind: string;
  mail_mode: MailMode;
  changed_at: Instant;
}

interface CompanyNoticeSettingTable {
  partner_id: string;
  kind: string;
  roles: Optional<string[]>;
  mail_mode: Optional<MailMode>;
  changed_at: Instant;
}

interface NoticeRoundTable {
  partner_id: string;
  ran_on: string;
  next_due: string;
  evidence_version: number;
  catalogue: string;
  levels: Json<unknown>;
}

/** One a person; the token itself is nowhere. */
interface CalendarLinkTable {
  partner_id: string;
  user_id: string;
  token_hash: Buffer;
  created_at: Instant;
}

export interface NoticeTables {
  notice: NoticeTable;
  notice_setting: NoticeSettingTable;
  company_notice_setting: CompanyNoticeSettingTable;
  notice_round: NoticeRoundTable;
  calendar_link: CalendarLinkTable;
}
