import type { ImportRow } from '../../contract/imports.ts';
import type { ImportContext } from './import-context.ts';
import { importMetrics } from './import-metrics.ts';
import { importSkillRecords } from './import-skill-records.ts';
import { importUsers } from './import-users.ts';
import type { ImportRows } from './read-import-file.ts';

/** Imports the rows `[from, until)` of a file in the transaction of the context, and answers each. */
export function importRows(
  content: ImportRows,
  from: number,
  until: number,
  context: ImportContext,
): Promise<ImportRow[]> {
  switch (content.about) {
    case 'users':
      return importUsers(content.rows.slice(from, until), context);
    case 'skill-records':
      return importSkillRecords(content.rows.slice(from, until), context);
    case 'metrics':
      return importMetrics(content.rows.slice(from, until), context);
  }
}
