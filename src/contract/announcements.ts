import { z } from 'zod';
import { pageSchema } from './list-query.ts';

export const LONGEST_ANNOUNCEMENT = 500;
const MOST_COMPANIES_TOLD = 500;

const WordsSchema = z.string().trim().min(1).max(LONGEST_ANNOUNCEMENT);
const ANNOUNCEMENT_KINDS = ['information', 'warning'] as const;
const KindSchema = z.enum(ANNOUNCEMENT_KINDS);
const InstantSchema = z.iso.datetime({ offset: true });

export const NewAnnouncementSchema = z.strictObject({
  kind: KindSchema,
  text: z.strictObject({ fr: WordsSchema, en: WordsSchema }),
  /** Ids of the companies that are told; null: all. */
  partners: z.array(z.string().max(64)).min(1).max(MOST_COMPANIES_TOLD).nullable(),
  from: InstantSchema,
  until: InstantSchema,
});
export type NewAnnouncement = z.input<typeof NewAnnouncementSchema>;

/** What the people of a company are shown now. */
export const ShownAnnouncementsSchema = z.object({
  value: z.array(
    z.object({
      announcementId: z.string(),
      kind: KindSchema,
      text: z.object({ fr: z.string(), en: z.string() }),
    }),
  ),
});
export type ShownAnnouncements = z.infer<typeof ShownAnnouncementsSchema>;

export const AnnouncementsQuerySchema = z.strictObject(pageSchema(200));

export const AnnouncementSchema = z.object({
  announcementId: z.string(),
  kind: KindSchema,
  text: z.object({ fr: z.string(), en: z.string() }),
  partners: z.array(z.string()).nullable(),
  from: z.string(),
  until: z.string(),
  state: z.enum(['planned', 'shown', 'over']),
});
export type AnnouncementView = z.infer<typeof AnnouncementSchema>;

export const AnnouncementsSchema = z.object({
  value: z.array(AnnouncementSchema),
  nextLink: z.string().nullable().optional(),
});
export type Announcements = z.infer<typeof AnnouncementsSchema>;
