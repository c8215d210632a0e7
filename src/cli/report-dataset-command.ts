import { DATA_SET_NAMES } from '../contract/data-sets.ts';
import { dataSetFile } from '../features/data-sets/data-set-file.ts';
import { chosenTable, dataSetPage } from '../features/data-sets/data-set-query.ts';
import { dataSetTable } from '../features/shared/report-tables/data-set-table.ts';
import { withAnswerReport } from './answer-report.ts';
import { CommandFailure } from './command.ts';
import type { CommandIo } from './command-io.ts';
import type { CommandContext } from './jalon.ts';
import { jsonReport, writeReport } from './report-output.ts';

const SYSTEM = { kind: 'system', name: 'jalon report dataset' } as const;

export async function reportDatasetCommand(
  [asked = '', ...args]: string[],
  io: CommandIo,
  context: CommandContext,
): Promise<number> {
  const name = DATA_SET_NAMES.find((each) => each === asked);
  if (name === undefined) {
    throw new CommandFailure(`"${asked}" is not a data set. There are: ${DATA_SET_NAMES.join(', ')}.`);
  }
  return withAnswerReport(args, context, async ({ services, partnerId, answer, format, locale, out }) => {
    const table = await services.database.readAsTenant({ partnerId, actor: SYSTEM }, (tx) =>
      dataSetTable(name, answer, { locale, mayNames: true }, tx),
    );
    const chosen = chosenTable(table, { format }, locale);
    if (format === 'json') {
      const page = dataSetPage(chosen, { top: Number.MAX_SAFE_INTEGER }, answer, '/');
      await writeReport(io, out, jsonReport(page));
      return 0;
    }
    const about = { by: SYSTEM.name, at: context.now() };
    await writeReport(io, out, dataSetFile({ name, answer, chosen, format, locale, ...about }).content);
    return 0;
  });
}
