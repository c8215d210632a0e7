/** Notices as their readers see them, and how each wants to be told. */
import { z } from 'zod';
import { NOTICE_KINDS, type NoticeKind } from '../domain/notices/notice-kinds.ts';
import { MAIL_MODES } from '../domain/notices/notice-mail.ts';
import { LocaleSchema, RoleSchema } from './common.ts';
import { pageSchema } from './list-query.ts';
import { type Ability, PARTNER_ROLES, type PartnerRole } from './roles.ts';

export interface NoticeRight {
  /** Without it nobody is told: a notice says what this ability may read. */
  readonly ability: Ability;
  /** Told unless the company chooses otherwise; of notices to one person nobody else is. */
  readonly roles: readonly PartnerRole[];
}

const ADMINS: readonly PartnerRole[] = ['partner-admin', 'global-admin'];
const BUYERS: readonly PartnerRole[] = [...ADMINS, 'account-admin'];

export const NOTICE_RIGHTS: Readonly<Record<NoticeKind, NoticeRight>> = {
  'at-risk': { ability: 'competencies', roles: BUYERS },
  'risk-over': { ability: 'competencies', roles: BUYERS },
  'level-lost': { ability: 'competencies', roles: ADMINS },
  'level-gained': { ability: 'competencies', roles: ADMINS },
  'renewal-reminder': { ability: 'memberships', roles: BUYERS },
  'report-check': { ability: 'skills-report', roles: ADMINS },
  'certificate-expiry': { ability: 'own-profile', roles: [] },
  'certificates-expiring': { ability: 'skills-report', roles: ADMINS },
  'pmc-window-ending': { ability: 'skills-report', roles: ADMINS },
  'override-ending': { ability: 'competencies', roles: ADMINS },
  'order-pending': { ability: 'memberships', roles: BUYERS },
  'order-paid': { ability: 'memberships', roles: BUYERS },
  'order-expired': { ability: 'memberships', roles: BUYERS },
  'association-ended': { ability: 'users', roles: BUYERS },
  'enquiry-received': { ability: 'referrals', roles: [] },
  'training-late': { ability: 'own-profile', roles: [] },
  'company-merged': { ability: 'users', roles: [...BUYERS, 'user-admin'] },
};

export { MAIL_MODES, NOTICE_KINDS };

const NoticeKindSchema = z.enum(NOTICE_KINDS);
const MailModeSchema = z.enum(MAIL_MODES);

export const NoticesQuerySchema = z.strictObject({
  show: z.enum(['all', 'unread', 'tasks']).optional(),
  kind: NoticeKindSchema.optional(),
  lang: LocaleSchema.optional(),
  ...pageSchema(200),
});

const NoticeSchema = z.object({
  noticeId: z.string(),
  kind: NoticeKindSchema,
  title: z.string(),
  paragraphs: z.array(z.string()),
  /** Where what it tells is seen, or something can be done. */
  action: z.object({ label: z.string(), path: z.string() }),
  createdAt: z.string(),
  readAt: z.string().nullable(),
  isTask: z.boolean(),
  doneAt: z.string().nullable(),
  /** Who has done it; null without the right to names. */
  doneBy: z.string().nullable(),
});
export type NoticeView = z.infer<typeof NoticeSchema>;

const NoticeCountsSchema = z.object({ unread: z.number(), tasks: z.number() });

export const NoticeListSchema = z.object({
  value: z.array(NoticeSchema),
  nextLink: z.string().nullable().optional(),
  /** Of this choice. */
  count: z.number(),
  ...NoticeCountsSchema.shape,
});
export type NoticeList = z.infer<typeof NoticeListSchema>;

export const NoticeCountSchema = NoticeCountsSchema;
export type NoticeCount = z.infer<typeof NoticeCountSchema>;

export const MarkReadRequestSchema = z.strictObject({
  /** Absent: all of them. */
  noticeIds: z.array(z.uuid()).max(500).optional(),
});

/** How one person is told of one kind. */
const NoticeSettingSchema = z.object({
  kind: NoticeKindSchema,
  essential: z.boolean(),
  /** What holds for the person. */
  mode: MailModeSchema,
  /** What the person has chosen; null: as the company has. */
  own: MailModeSchema.nullable(),
});

/** Only kinds of which the person may be told. */
export const NoticeSettingsSchema = z.object({ value: z.array(NoticeSettingSchema) });
export type NoticeSettings = z.infer<typeof NoticeSettingsSchema>;

export const ChooseNoticeRequestSchema = z.strictObject({
  kind: NoticeKindSchema,
  /** Null: as the company has chosen. */
  mode: MailModeSchema.nullable(),
});

const CompanyNoticeSettingSchema = z.object({
  kind: NoticeKindSchema,
  audience: z.enum(['company', 'person']),
  essential: z.boolean(),
  /** Roles that are told; none of notices to one person. */
  roles: z.array(RoleSchema),
  /** Roles that could be told: those that may read it. */
  mayRead: z.array(RoleSchema),
  /** For people who have not chosen themselves. */
  mode: MailModeSchema,
  /** How many people are told today. */
  people: z.number(),
});

export const CompanyNoticeSettingsSchema = z.object({ value: z.array(CompanyNoticeSettingSchema) });
export type CompanyNoticeSettings = z.infer<typeof CompanyNoticeSettingsSchema>;

export const ChooseForCompanyRequestSchema = z.strictObject({
  kind: NoticeKindSchema,
  roles: z.array(z.enum(PARTNER_ROLES)).max(PARTNER_ROLES.length).optional(),
  mode: MailModeSchema.optional(),
});

/** As the link of a mail carries it. */
export const UnsubscribeQuerySchema = z.strictObject({ token: z.string().min(1).max(4_000) });

/** What is refused by the link of a mail. */
export const UnsubscriptionSchema = z.object({ kinds: z.array(NoticeKindSchema), refused: z.boolean() });
export type Unsubscription = z.infer<typeof UnsubscriptionSchema>;
