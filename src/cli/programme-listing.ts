/** A programme as `jalon catalogue list` shows it. */
import type { LocalText, Programme } from '../domain/catalogue/catalogue.ts';
import { formatDay } from '../domain/time/day.ts';

export interface ProgrammeCounts {
  readonly competencies: number;
  readonly options: number;
  readonly skills: number;
}

export interface ProgrammeListing {
  readonly id: string;
  readonly name: LocalText;
  readonly version: string;
  readonly documentedUntil: string | null;
  readonly levels: readonly string[];
  readonly counts: ProgrammeCounts;
  readonly competencies: readonly {
    readonly id: string;
    readonly name: LocalText;
    readonly options: readonly {
      readonly id: string | null;
      readonly name: LocalText;
      readonly levels: readonly string[];
    }[];
  }[];
}

export function summariseProgramme({ competencies, skills }: Programme): ProgrammeCounts {
  const options = competencies.reduce((sum, competency) => sum + competency.options.length, 0);
  return { competencies: competencies.length, options, skills: skills.size };
}

export function describeCounts({ competencies, options, skills }: ProgrammeCounts): string {
  return `competencies: ${competencies}, options: ${options}, skills: ${skills}`;
}

export function describeProgramme(programme: Programme): ProgrammeListing {
  const { id, name, version, documentedUntil, levels, competencies } = programme;
  return {
    id,
    name,
    version,
    documentedUntil: documentedUntil === null ? null : formatDay(documentedUntil),
    levels: levels.map((level) => level.id),
    counts: summariseProgramme(programme),
    competencies: competencies.map((competency) => ({
      id: competency.id,
      name: competency.name,
      options: competency.options.map((option) => ({
        id: option.id,
        name: option.name,
        levels: option.levels.map(({ level }) => level),
      })),
    })),
  };
}
