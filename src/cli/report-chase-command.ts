import { chaseListFile } from '../features/chase-list/chase-list-file.ts';
import { chaseList, chaseRows } from '../features/chase-list/chase-list-query.ts';
import { asOfQuery } from '../features/shared/as-of.ts';
import { ASSOCIATE_REMINDER_KIND } from '../features/shared/reminder-cycle.ts';
import { lastWrittenByUser } from '../store/mail-store.ts';
import type { CommandIo } from './command-io.ts';
import { type CommandContext, withJalon } from './jalon.ts';
import { localeOption, optionalDay, optionalTime, parseOptions, required } from './options.ts';
import { formatOption, jsonReport, knownPartner, programmeOption, writeReport } from './report-output.ts';

const SYSTEM = { kind: 'system', name: 'jalon report chase' } as const;

export async function reportChaseCommand(
  args: string[],
  io: CommandIo,
  context: CommandContext,
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
    const at = await services.database.readAsTenant({ partnerId, actor: SYSTEM }, (tx) =>
      lastWrittenByUser(tx, ASSOCIATE_REMINDER_KIND),
    );
    const reminded = { at, now: context.now() };
    if (answer.partner.origin === 'native') {
      io.stderr.write(`Partner "${partnerId}" was never in PMC: there is nobody to chase.\n`);
    }
    if (format === 'json') {
      const report = chaseList(answer, { query: {}, reminded, locale, url: '/' });
      const value = chaseRows(answer, reminded, locale);
      await writeReport(io, values.out, jsonReport({ ...report, value, nextLink: null }));
      return 0;
    }
    const rows = chaseRows(answer, reminded, locale);
    const order = { rows, format, locale, by: 'jalon report chase', at: context.now() };
    await writeReport(io, values.out, chaseListFile(answer, order).content);
    return 0;
  });
}
