/** What goes with a case without anybody asking for it, made as the downloads are: of the person it concerns alone. */
import { buffer } from 'node:stream/consumers';
import { SKILLS_REPORT_COLUMNS } from '../contract/skills-report.ts';
import { USERS_REPORT_COLUMNS } from '../contract/users-report.ts';
import { findPartner } from '../store/partners-store.ts';
import { ownProfile } from './profile/own-profile.ts';
import { profileDocument } from './profile/profile-document.ts';
import { today } from './shared/as-of.ts';
import type { PackageAsked, PackCase, PackedFile } from './shared/case-package.ts';
import type { ReportFile } from './shared/report-file.ts';
import type { Services } from './shared/services.ts';
import { usersReportRows } from './shared/users-report-rows.ts';
import { skillsReportFile } from './skills-report/skills-report-workbook.ts';
import { usersReportFile } from './users-report/users-report-file.ts';

const SYSTEM = { kind: 'system', name: 'cases' } as const;

async function packed(kind: PackedFile['kind'], file: ReportFile): Promise<PackedFile> {
  const { fileName, mediaType, content } = file;
  return { kind, fileName, mediaType, bytes: await buffer(content) };
}

async function usersReport(services: Services, asked: PackageAsked): Promise<PackedFile> {
  const { partnerId, userId, locale, by } = asked;
  const at = services.now();
  const day = today(at);
  const { rows, partner } = await services.database.readAsTenant(
    { partnerId, actor: SYSTEM },
    async (tx) => ({
      rows: (await usersReportRows(tx, day)).filter((row) => row.userId === userId),
      partner: (await findPartner(tx, partnerId))!.name,
    }),
  );
  const about = { partner, asOf: { validAt: day, knownAt: null }, by, at };
  const order = { partnerId, rows, columns: USERS_REPORT_COLUMNS, format: 'xlsx', locale, about } as const;
  return packed('users-report', usersReportFile(order));
}

/** By the first programme of the company, with all skills: what nothing names is told too. */
async function skillsReport(services: Services, asked: PackageAsked): Promise<PackedFile> {
  const { partnerId, userId, locale, by } = asked;
  const at = services.now();
  const [{ programme }] = await services.programmesOf(partnerId);
  const answer = await services.answers.of(partnerId, programme, { validAt: today(at), knownAt: null });
  const rows = answer.reportRows(true).filter((row) => row.userId === userId);
  const order = { rows, columns: SKILLS_REPORT_COLUMNS, format: 'xlsx', locale, by, at } as const;
  return packed('skills-report', skillsReportFile(answer, order));
}

async function profile(services: Services, { partnerId, userId, locale }: PackageAsked): Promise<PackedFile> {
  const at = services.now();
  const own = await ownProfile(services, { partnerId, userId }, { validAt: today(at), knownAt: null });
  const { fileName, mediaType, content } = await profileDocument(own, locale, at);
  return { kind: 'profile', fileName, mediaType, bytes: content };
}

export function casePackage(services: Services): PackCase {
  return async (asked) => [
    await usersReport(services, asked),
    await skillsReport(services, asked),
    await profile(services, asked),
  ];
}
