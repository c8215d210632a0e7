/**
 * `jalon catalogue impact --from A --to B`: what two versions of programme files say otherwise and, where facts are given,
 * which companies gain or lose which level by it, and on which days. No database.
 */
import { createReadStream } from 'node:fs';
import { type Readable, Writable } from 'node:stream';
import { loadProgramme } from '../catalogue/load-programme.ts';
import type { Programme, Skill } from '../domain/catalogue/catalogue.ts';
import type { CatalogueDifference, SkillDifference } from '../domain/rehearsal/catalogue-difference.ts';
import { Rehearsal, type RehearsedChange } from '../domain/rehearsal/rehearsal.ts';
import { lastDayToRehearse } from '../domain/rehearsal/rehearsal-days.ts';
import { type RulesSpan, saysTheSame } from '../domain/rehearsal/rule-differences.ts';
import { type Day, formatDay, parseDay } from '../domain/time/day.ts';
import { answerStream } from './answer-stream.ts';
import { describeRequirement } from './describe-requirement.ts';
import { badDay, factsArguments, required, UsageProblem } from './facts-command.ts';
import { programmesIn } from './programmes-in.ts';

export interface ImpactIo {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
}

const USAGE =
  'jalon catalogue impact --from DIR --to DIR [--facts FILE|-] [--as-of YYYY-MM-DD] [--until YYYY-MM-DD] [--json]';

const OPTIONS = {
  from: { type: 'string' },
  to: { type: 'string' },
  facts: { type: 'string' },
  'as-of': { type: 'string' },
  until: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

interface Versions {
  readonly id: string;
  readonly before: Programme;
  readonly after: Programme;
}

interface ImpactOf extends Versions {
  readonly rehearsal: Rehearsal;
  readonly first: Day;
  readonly last: Day;
}

/** Programmes of the one place with those of the other, by their ids; what only one place has has no other version. */
async function versionsIn(from: string, to: string): Promise<readonly Versions[]> {
  const [before, after] = [await programmesIn(from), await programmesIn(to)];
  const both = before.filter(({ id }) => after.some((other) => other.id === id));
  if (both.length === 0) {
    throw new UsageProblem(`${from} and ${to} have no programme in common; the folders are named by its id`);
  }
  return Promise.all(
    both.map(async ({ id, folder }) => ({
      id,
      before: await loadProgramme(folder),
      after: await loadProgramme(after.find((other) => other.id === id)!.folder),
    })),
  );
}

function dayAsked(option: string, value: string): Day {
  const day = parseDay(value);
  if (day === null) throw new UsageProblem(badDay(option, value));
  return day;
}

function impactOf({ id, before, after }: Versions, first: Day, until: string | undefined): ImpactOf {
  const far = { before, after, first, last: first };
  const { difference } = new Rehearsal(far);
  const last =
    until === undefined ? lastDayToRehearse(before, after, difference, first) : dayAsked('until', until);
  if (last < first)
    throw new UsageProblem(`--until ${formatDay(last)} is before --as-of ${formatDay(first)}`);
  return { id, before, after, first, last, rehearsal: new Rehearsal({ ...far, last }) };
}

const dayOrNull = (day: Day | null) => (day === null ? null : formatDay(day));

function changeJson({ kind, competency, level, on, until, keptUntil }: RehearsedChange) {
  const days = { on: formatDay(on), until: dayOrNull(until), keptUntil: dayOrNull(keptUntil) };
  return { kind, competency, level, ...days };
}

function skillJson(skill: Skill | null) {
  if (skill === null) return null;
  const { retiredOn, retiredBefore, ...rest } = skill;
  return { ...rest, retiredOn: dayOrNull(retiredOn), retiredBefore: dayOrNull(retiredBefore) };
}

function differenceJson({ policies, skills, competencies, rules }: CatalogueDifference) {
  return {
    policies,
    skills: skills.map((one) => ({ ...one, before: skillJson(one.before), after: skillJson(one.after) })),
    competencies,
    rules: rules.map((one) => ({
      ...one,
      spans: one.spans.map((span) => ({ ...span, from: dayOrNull(span.from), until: dayOrNull(span.until) })),
    })),
  };
}

function textOfField(skill: Skill, field: SkillDifference['fields'][number]): string {
  const value = skill[field];
  if (value === null) return 'none';
  if (field === 'retiredOn' || field === 'retiredBefore') return formatDay(value as Day);
  return Array.isArray(value) ? value.join(', ') || 'none' : String(value);
}

function describeSkill({ skill, before, after, fields }: SkillDifference): readonly string[] {
  if (before === null) return [`skill ${skill}: new (${after!.title})`];
  if (after === null) return [`skill ${skill}: gone`];
  return fields.map(
    (field) => `skill ${skill}, ${field}: ${textOfField(before, field)} → ${textOfField(after, field)}`,
  );
}

function describeDays({ from, until }: RulesSpan): string {
  const begin = from === null ? 'ever since' : `from ${formatDay(from)}`;
  return until === null ? begin : `${begin} until ${formatDay(until)}`;
}

function describeDifference({
  policies,
  skills,
  competencies,
  rules,
}: CatalogueDifference): readonly string[] {
  const lines = [
    ...policies.map(({ policy, before, after }) =>
      before === null && after === null
        ? `${policy}: other than before`
        : `${policy}: ${before ?? 'none'} → ${after ?? 'none'}`,
    ),
    ...competencies.map(({ competency, kind }) => `competency ${competency}: ${kind}`),
    ...skills.flatMap(describeSkill),
    ...rules.flatMap(({ competency, option, level, spans }) =>
      spans.map(
        (span) =>
          `${competency} ${option === null ? '' : `${option} `}${level}, ${describeDays(span)}: ` +
          `${describeRequirement(span.before)} → ${describeRequirement(span.after)}`,
      ),
    ),
  ];
  return lines.length === 0 ? ['nothing differs'] : lines;
}

function describeChange({ kind, competency, level, on, until, keptUntil }: RehearsedChange): string {
  const end = until === null ? '' : `, until ${formatDay(until)}`;
  const kept = keptUntil === null ? '' : `, held by a membership until ${formatDay(keptUntil)}`;
  return `${kind} ${competency} ${level} on ${formatDay(on)}${end}${kept}`;
}

interface Concerned {
  readonly partner: string;
  readonly programme: string;
  readonly changes: readonly RehearsedChange[];
}

/** @returns the companies that the change concerns, how many were asked, and what is wrong with the facts. */
async function rehearseFacts(impacts: readonly ImpactOf[], file: string, io: ImpactIo) {
  const concerned: Concerned[] = [];
  let companies = 0;
  const input = file === '-' ? io.stdin : createReadStream(file);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const problem = await answerStream(input, nowhere, (facts) => {
    for (const { id, rehearsal } of impacts) {
      const changes = rehearsal.of(facts);
      if ('kind' in changes) return changes;
      if (changes.length > 0) concerned.push({ partner: facts.partner.id, programme: id, changes });
    }
    companies++;
    return '';
  });
  return { concerned, companies, problem };
}

function write(io: ImpactIo, lines: readonly string[]): void {
  for (const line of lines) io.stdout.write(`${line}\n`);
}

/** @returns the exit code: 0 whatever the answer, 2 for bad usage or bad input; throws `CatalogueError`. */
export async function catalogueImpact(args: string[], io: ImpactIo, today: string): Promise<number> {
  const options = factsArguments(args, OPTIONS, USAGE);
  const versions = await versionsIn(required(options.from, 'from', USAGE), required(options.to, 'to', USAGE));
  const first = dayAsked('as-of', options['as-of'] ?? today);
  const impacts = versions.map((each) => impactOf(each, first, options.until));
  const { facts } = options;
  const rehearsed = facts === undefined ? null : await rehearseFacts(impacts, facts, io);
  if (rehearsed?.problem != null) {
    io.stderr.write(`jalon catalogue: ${facts === '-' ? 'standard input' : facts}: ${rehearsed.problem}\n`);
    return 2;
  }
  if (options.json) {
    const programmes = impacts.map(({ id, before, after, first: from, last, rehearsal }) => ({
      programme: id,
      from: before.version,
      to: after.version,
      asOf: formatDay(from),
      until: formatDay(last),
      difference: differenceJson(rehearsal.difference),
    }));
    const found = rehearsed && {
      companies: rehearsed.companies,
      partners: rehearsed.concerned.map((one) => ({ ...one, changes: one.changes.map(changeJson) })),
    };
    io.stdout.write(`${JSON.stringify({ programmes, ...found }, null, 2)}\n`);
    return 0;
  }
  for (const { id, before, after, rehearsal } of impacts) {
    if (impacts.length > 1 && saysTheSame(before.version, after.version)) continue;
    write(io, [`${id} ${before.version} → ${after.version}`]);
    write(
      io,
      describeDifference(rehearsal.difference).map((line) => `  ${line}`),
    );
  }
  if (rehearsed === null) return 0;
  write(io, [`${rehearsed.companies} companies asked, ${rehearsed.concerned.length} concerned`]);
  for (const { partner, changes } of rehearsed.concerned) {
    write(io, [partner, ...changes.map((change) => `  ${describeChange(change)}`)]);
  }
  return 0;
}
