import { readTable } from '../../src/files/read-table.ts';
import type { Table } from '../../src/files/table.ts';
import { foldText } from '../../src/sources/fold-text.ts';
import type { SourceTable } from '../../src/sources/read-source-table.ts';
import type { SkillFinder } from '../../src/sources/skill-record-candidate.ts';
import type { SourceRow } from '../../src/sources/source-row.ts';

export async function tableOf(content: Uint8Array | string): Promise<Table> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const result = await readTable(bytes);
  if (result.kind === 'unreadable') throw new Error(JSON.stringify(result.failure));
  return result.table;
}

export function rowsOf<Candidate>(source: SourceTable<Candidate>): readonly SourceRow<Candidate>[] {
  if (source.kind === 'failed') throw new Error(JSON.stringify(source.failure));
  return [...source.rows];
}

export function candidatesOf<Candidate>(rows: readonly SourceRow<Candidate>[]): readonly Candidate[] {
  return rows.flatMap((row) => (row.kind === 'candidate' ? [row.candidate] : []));
}

/** One word per row: what became of it. */
export function answersOf<Candidate>(rows: readonly SourceRow<Candidate>[]): readonly string[] {
  return rows.map((row) => {
    if (row.kind === 'candidate') return `${row.line} taken`;
    if (row.kind === 'repeated') return `${row.line} repeats ${row.firstLine}`;
    return `${row.line} ${row.rejection.reason} ${row.rejection.field ?? '-'}`;
  });
}

const SKILLS: readonly (readonly [id: string, ...names: string[]])[] = [
  ['exam:70-346', '70-346', 'Managing Office 365 Identities and Requirements'],
  ['exam:70-347', '70-347', 'Enabling Office 365 Services'],
  ['exam:70-761', '70-761'],
  ['exam:70-762', '70-762'],
  ['exam:70-764', '70-764', '764', 'Administering a SQL Database Infrastructure'],
  ['exam:70-765', '70-765', 'Provisioning SQL Databases'],
  ['exam:AZ-104', 'AZ-104', 'Microsoft Azure Administrator'],
  ['exam:70-473', '70-473'],
  ['exam:70-475', '70-475', 'Designing Big Data'],
  ['cert:designing-big-data', 'Designing Big Data'],
  ['cert:azure-administrator-associate', 'Azure Administrator Associate'],
  ['cert:azure-fundamentals', 'Azure Fundamentals'],
  ['cert:mcsa-office-365', 'MCSA: Office 365'],
  ['assessment:TA-DP-FOUNDATIONAL', 'Technical Assessment for Data Platform - Foundational'],
];

/** Finds among a few invented entries the way the catalogue does: id, code, then title without its prefix. */
export const findSkill: SkillFinder = (text) => {
  const wanted = foldText(text.replace(/^Microsoft Certified:/i, ''));
  const found = SKILLS.filter((names) => names.some((name) => foldText(name) === wanted)).map(([id]) => ({
    id,
  }));
  if (found.length === 0) return { kind: 'unknown' };
  return found.length === 1 ? { kind: 'found', skill: found[0]! } : { kind: 'ambiguous', candidates: found };
};
