import { chaseListFile } from '../features/chase-list/chase-list-file.ts';
import { chaseList, chaseRows } from '../features/chase-list/chase-list-query.ts';
import { ASSOCIATE_REMINDER_KIND } from '../features/shared/reminder-cycle.ts';
import { lastWrittenByUser } from '../store/mail-store.ts';
import { withAnswerReport } from './answer-report.ts';
import type { CommandIo } from './command-io.ts';
import type { CommandContext } from './jalon.ts';
import { jsonReport, writeReport } from './report-output.ts';

const SYSTEM = { kind: 'system', name: 'jalon report chase' } as const;

export async function reportChaseCommand(
  args: string[],
  io: CommandIo,
  context: CommandContext,
): Promise<number> {
  return withAnswerReport(args, context, async ({ services, partnerId, answer, format, locale, out }) => {
    const at = await services.database.readAsTenant({ partnerId, actor: SYSTEM }, (tx) =>
      lastWrittenByUser(tx, ASSOCIATE_REMINDER_KIND),
    );
    const reminded = { at, now: context.now() };
    if (answer.partner.origin === 'native') {
      io.stderr.write(`Partner "${partnerId}" was never in PMC: there is nobody to chase.\n`);
    }
    const rows = chaseRows(answer, reminded, locale);
    if (format === 'json') {
      const report = chaseList(answer, { query: {}, reminded, locale, url: '/' });
      await writeReport(io, out, jsonReport({ ...report, value: rows, nextLink: null }));
      return 0;
    }
    const order = { rows, format, locale, by: 'jalon report chase', at: context.now() };
    await writeReport(io, out, chaseListFile(answer, order).content);
    return 0;
  });
}
