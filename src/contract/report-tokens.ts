import { z } from 'zod';

/** How long a token may be made for, in days. */
export const REPORT_TOKEN_DAYS = [30, 90, 180, 365] as const;

/** So many at once are more than a person needs, and fewer than could be made to fill a disk. */
export const MOST_REPORT_TOKENS = 20;

export const NewReportTokenSchema = z.strictObject({
  name: z.string().trim().min(1).max(80),
  days: z.union([z.literal(30), z.literal(90), z.literal(180), z.literal(365)]),
});

export const ReportTokenSchema = z.object({
  tokenId: z.string(),
  name: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
  ended: z.boolean(),
  lastUsedAt: z.string().nullable(),
});
export type ReportTokenView = z.infer<typeof ReportTokenSchema>;

export const ReportTokensSchema = z.object({
  value: z.array(ReportTokenSchema),
  /** Addresses that programs are given. */
  feed: z.string(),
});
export type ReportTokens = z.infer<typeof ReportTokensSchema>;

/** The token itself is told this once. */
export const MadeReportTokenSchema = ReportTokenSchema.extend({ token: z.string() });
export type MadeReportToken = z.infer<typeof MadeReportTokenSchema>;
