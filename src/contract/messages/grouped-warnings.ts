import type { WarningCode } from '../../domain/evaluation/evaluation-result.ts';
import type { WarningView } from '../explanation.ts';

export interface GroupedWarning {
  readonly code: WarningCode;
  readonly count: number;
  /** The day of the rules, of warnings that have one. */
  readonly from: string | null;
  readonly until: string | null;
  /** Ids of what the warnings are about, each once, in the order in which they stand. */
  readonly competencies: readonly string[];
  readonly levels: readonly { readonly competency: string; readonly level: string }[];
  readonly things: readonly string[];
}

function texts(values: readonly unknown[]): string[] {
  return [...new Set(values.filter((value) => typeof value === 'string'))];
}

function grouped(code: WarningCode, warnings: readonly WarningView[]): GroupedWarning {
  const levels = new Map<string, { competency: string; level: string }>();
  for (const { competency, level } of warnings) {
    if (typeof competency === 'string' && typeof level === 'string')
      levels.set(`${competency}/${level}`, { competency, level });
  }
  return {
    code,
    count: warnings.length,
    from: texts(warnings.map(({ from }) => from))[0] ?? null,
    until: texts(warnings.map(({ until }) => until))[0] ?? null,
    competencies: texts(warnings.map(({ competency }) => competency)),
    levels: [...levels.values()],
    things: texts(warnings.map(({ path }) => path)),
  };
}

/** Remarks of one kind, and of one day where they have one, are one sentence however many they are. */
export function groupedWarnings(warnings: readonly WarningView[]): readonly GroupedWarning[] {
  const groups = new Map<string, WarningView[]>();
  for (const warning of warnings) {
    const key = `${warning.code} ${warning.until ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), warning]);
  }
  return [...groups.values()].map((group) => grouped(group[0]!.code, group));
}
