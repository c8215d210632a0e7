import { z } from 'zod';
import { LocalTextSchema } from './common.ts';
import { LONGEST_DESCRIPTION, LONGEST_HEADLINE, PROFILE_SLUG_FORM } from './forms.ts';

const LANGUAGE_FORM = /^[a-z]{2}$/;

function isWebAddress(text: string): boolean {
  try {
    const url = new URL(text);
    return (
      (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === ''
    );
  } catch {
    return false;
  }
}

const textSchema = (most: number) => z.string().trim().max(most);
const bothLanguages = (most: number) => z.strictObject({ fr: textSchema(most), en: textSchema(most) });

/** A change of the profile: what is not named stays. Publishing is a field like the others. */
export const ChangeBusinessProfileSchema = z.strictObject({
  slug: z
    .string()
    .regex(PROFILE_SLUG_FORM)
    .meta({ format: 'profile-slug', description: 'Lower-case letters, digits and hyphens, at most 60' })
    .optional(),
  published: z.boolean().optional(),
  headline: bothLanguages(LONGEST_HEADLINE).optional(),
  description: bothLanguages(LONGEST_DESCRIPTION).optional(),
  website: z
    .string()
    .trim()
    .max(300)
    .refine(isWebAddress)
    .meta({ format: 'web-address', description: 'An address that begins with https://' })
    .nullable()
    .optional(),
  languages: z.array(z.string().regex(LANGUAGE_FORM)).max(20).optional(),
  hiddenLocations: z.array(z.uuid()).max(500).optional(),
  takesEnquiries: z.boolean().optional(),
  recipients: z.array(z.uuid()).max(50).optional(),
});
export type ChangeBusinessProfile = z.input<typeof ChangeBusinessProfileSchema>;

/** Why the operator of the programme keeps a profile from being shown, in words that the company reads. */
export const SuspendProfileSchema = z.strictObject({ reason: z.string().trim().min(1).max(1_000) });

const ProfileLevelSchema = z.object({
  programme: z.string(),
  programmeName: LocalTextSchema,
  competency: z.string(),
  name: LocalTextSchema,
  level: z.string(),
  levelName: LocalTextSchema,
  /** Last day on which it is shown unless the membership is renewed. */
  validThrough: z.string().nullable(),
});

export const BusinessProfileSchema = z.object({
  slug: z.string(),
  /** Where customers find it. */
  address: z.string(),
  publishedAt: z.string().nullable(),
  headline: LocalTextSchema,
  description: LocalTextSchema,
  website: z.string().nullable(),
  languages: z.array(z.string()),
  hiddenLocations: z.array(z.string()),
  takesEnquiries: z.boolean(),
  /** Since when and why the operator of the programme keeps it from being shown. */
  suspension: z.object({ at: z.string(), reason: z.string() }).nullable(),
  logo: z.object({ path: z.string(), width: z.number(), height: z.number() }).nullable(),
  locations: z.array(
    z.object({
      locationId: z.string(),
      name: z.string(),
      city: z.string().nullable(),
      country: z.string().nullable(),
    }),
  ),
  levels: z.array(ProfileLevelSchema),
  /** Who is told of an enquiry, and who could be. */
  recipients: z.array(z.string()),
  possibleRecipients: z.array(z.object({ userId: z.string(), displayName: z.string() })),
  /** Whether anything has been saved yet. */
  saved: z.boolean(),
});
export type BusinessProfileView = z.infer<typeof BusinessProfileSchema>;
