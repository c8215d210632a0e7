import { z } from 'zod';
import { DaySchema, LocaleSchema } from './common.ts';

/** The place of an entry among those of all companies. */
export interface AuditPlace {
  readonly at: Date;
  readonly partnerId: string;
  readonly sequence: number;
}

const PlaceSchema = z.tuple([z.iso.datetime(), z.string().max(64), z.number().int().positive()]);

export function printAuditPlace({ at, partnerId, sequence }: AuditPlace): string {
  return `${at.toISOString()}~${partnerId}~${sequence}`;
}

const AfterSchema = z
  .string()
  .max(120)
  .meta({ description: 'Where the page before ended: taken from nextLink' })
  .transform((text, context): AuditPlace => {
    const [at, partnerId, sequence] = text.split('~');
    const read = PlaceSchema.safeParse([at, partnerId, Number(sequence)]);
    if (read.success) return { at: new Date(read.data[0]), partnerId: read.data[1], sequence: read.data[2] };
    context.issues.push({ code: 'custom', input: text });
    return z.NEVER;
  });

/** Who acted, or what was acted on: a work e-mail, the id of a person, or a name such as `system:sign-in`. */
const PartySchema = z.string().trim().min(1).max(254);

export const NetworkAuditQuerySchema = z.strictObject({
  /** Id of the company whose trail is asked for; `network` is that of operators and support. */
  company: z.string().max(64).optional(),
  actor: PartySchema.optional(),
  subject: PartySchema.optional(),
  action: z.string().max(100).optional(),
  /** First and last day, by UTC. */
  from: DaySchema.optional(),
  until: DaySchema.optional(),
  after: AfterSchema.optional(),
  top: z.coerce.number().int().min(1).max(500).optional(),
  format: z.enum(['json', 'csv']).optional(),
  lang: LocaleSchema.optional(),
});

export const NetworkAuditEventSchema = z.object({
  partnerId: z.string(),
  partnerName: z.string(),
  /** Its number in the trail of the company. */
  sequence: z.number().int(),
  at: z.string(),
  actor: z.string(),
  /** Null of programs and of people who were erased. */
  actorName: z.string().nullable(),
  action: z.string(),
  /** What was done, in words. */
  label: z.object({ fr: z.string(), en: z.string() }),
  subject: z.string().nullable(),
  subjectName: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
});
export type NetworkAuditEvent = z.infer<typeof NetworkAuditEventSchema>;

export const NetworkAuditSchema = z.object({
  value: z.array(NetworkAuditEventSchema),
  nextLink: z.string().nullable(),
});
export type NetworkAudit = z.infer<typeof NetworkAuditSchema>;
