import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { SKILLS_REPORT_COLUMNS } from '../contract/skills-report.ts';
import type { Programme } from '../domain/catalogue/catalogue.ts';
import { asOfQuery } from '../features/shared/as-of.ts';
import { findProgramme } from '../features/shared/partner-programmes.ts';
import type { Services } from '../features/shared/services.ts';
import { emptyReportMessage } from '../features/skills-report/empty-report.ts';
import { chosenRows, skillsReport } from '../features/skills-report/skills-report-query.ts';
import { reportFile } from '../features/skills-report/skills-report-workbook.ts';
import { type PartnerId, parsePartnerId } from '../store/partner-id.ts';
import { CommandFailure } from './command.ts';
import type { CommandIo } from './command-io.ts';
import { type CommandContext, withJalon } from './jalon.ts';
import { localeOption, optionalDay, optionalTime, parseOptions, required } from './options.ts';

const FORMATS = ['xlsx', 'csv', 'tsv', 'json'] as const;

/** A file that failed half-way is not left behind. */
async function toFile(path: string, content: NodeJS.ReadableStream): Promise<void> {
  try {
    await pipeline(content, createWriteStream(path));
  } catch (error) {
    const { code } = error as { code?: string };
    await rm(path, { force: true });
    if (
      code === 'ENOENT' ||
      code === 'EACCES' ||
      code === 'EISDIR' ||
      code === 'EROFS' ||
      code === 'ENOSPC'
    ) {
      throw new CommandFailure(`${path} cannot be written (${code}).`);
    }
    throw error;
  }
}

async function programmeOf(services: Services, partnerId: PartnerId, asked?: string): Promise<Programme> {
  const found = await findProgramme(services, partnerId, asked);
  switch (found.kind) {
    case 'found':
      return found.programme;
    case 'unknown-programme':
      throw new CommandFailure(
        `--programme ${asked} is not in the catalogue (it has: ${found.known.join(', ')}).`,
      );
    case 'not-enrolled': {
      const own = found.enrolledIn.length === 0 ? 'none' : found.enrolledIn.join(', ');
      throw new CommandFailure(
        `Partner "${partnerId}" does not take part in ${asked} (it takes part in: ${own}).`,
      );
    }
  }
}

export async function reportSkillsCommand(
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
  const partnerId = parsePartnerId(required(values.partner, '--partner'));
  const format = FORMATS.find((each) => each === (values.format ?? 'csv'));
  if (format === undefined)
    throw new CommandFailure(`--format "${values.format}" is not one of ${FORMATS.join(', ')}.`);
  const locale = localeOption(values.lang);
  const asOf = optionalDay(values['as-of'], '--as-of') ?? undefined;
  const knownAt = optionalTime(values['known-at'], '--known-at');

  return withJalon(context, async ({ services, answers }) => {
    if (partnerId === null || !(await services.gate.partnerExists(partnerId))) {
      throw new CommandFailure(`There is no partner "${values.partner}".`);
    }
    const times = asOfQuery({ asOf, knownAt }, context.now());
    const programme = await programmeOf(services, partnerId, values.programme);
    const answer = await answers.of(partnerId, programme, times);
    const { all, chosen } = chosenRows(answer, {}, locale);
    if (all.length === 0) {
      io.stderr.write(`${emptyReportMessage(locale)}\n`);
      return 1;
    }
    if (format === 'json') {
      const report = skillsReport(answer, { top: 10_000 }, { reports: [], accounts: [] }, locale, '/');
      const text = `${JSON.stringify({ ...report, value: chosen, nextLink: null })}\n`;
      if (values.out === undefined) io.stdout.write(text);
      else await toFile(values.out, (await import('node:stream')).Readable.from([text]));
      return 0;
    }
    const file = reportFile(answer, {
      rows: chosen,
      columns: SKILLS_REPORT_COLUMNS,
      format,
      locale,
      by: 'jalon report skills',
      at: context.now(),
    });
    if (values.out === undefined) {
      await pipeline(file.content, io.stdout, { end: false });
    } else {
      await toFile(values.out, file.content);
    }
    return 0;
  });
}
