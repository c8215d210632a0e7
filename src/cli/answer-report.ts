/** The commands that write a report made of a company's answer: one set of options, one way to what they ask. */
import type { Locale } from '../contract/common.ts';
import { asOfQuery } from '../features/shared/as-of.ts';
import type { PartnerAnswer } from '../features/shared/partner-answer.ts';
import type { Services } from '../features/shared/services.ts';
import type { PartnerId } from '../store/partner-id.ts';
import { type CommandContext, withJalon } from './jalon.ts';
import { localeOption, optionalDay, optionalTime, parseOptions, required } from './options.ts';
import { formatOption, knownPartner, programmeOption } from './report-output.ts';

export interface AskedReport {
  readonly services: Services;
  readonly partnerId: PartnerId;
  readonly answer: PartnerAnswer;
  readonly format: ReturnType<typeof formatOption>;
  readonly locale: Locale;
  /** File to write to; stdout without one. */
  readonly out: string | undefined;
}

/** @throws CommandFailure for options that are not understood, before the database is opened where that is possible. */
export async function withAnswerReport(
  args: string[],
  context: CommandContext,
  write: (asked: AskedReport) => Promise<number>,
): Promise<number> {
  const { values } = parseOptions(args, {
    partner: { type: 'string' },
    format: { type: 'string' },
    lang: { type: 'string' },
    programme: { type: 'string' },
    'as-of': { type: 'string' },
    'known-at': { type: 'string' },
    out: { type: 'string' },
  });
  const asked = required(values.partner, '--partner');
  const format = formatOption(values.format);
  const locale = localeOption(values.lang);
  const asOf = optionalDay(values['as-of'], '--as-of') ?? undefined;
  const knownAt = optionalTime(values['known-at'], '--known-at');
  return withJalon(context, async ({ services, answers }) => {
    const partnerId = await knownPartner(services, asked);
    const times = asOfQuery({ asOf, knownAt }, context.now());
    const programme = await programmeOption(services, partnerId, values.programme);
    const answer = await answers.of(partnerId, programme, times);
    return write({ services, partnerId, answer, format, locale, out: values.out });
  });
}
