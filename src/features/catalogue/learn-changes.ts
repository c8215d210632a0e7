/** What a catalogue file of Microsoft Learn says otherwise of the skills that a programme names, and the files with that. */
import type { CatalogueProblem } from '../../catalogue/catalogue-problem.ts';
import { checkFiles } from '../../catalogue/check-programme.ts';
import { type EditSource, editSkillsFile, type SkillEdit } from '../../catalogue/edit-skills-file.ts';
import { comparableTitle, type SkillFinder, skillFinder } from '../../catalogue/find-skill.ts';
import { programmeOf } from '../../catalogue/load-programme.ts';
import type { ProgrammeFiles } from '../../catalogue/programme-files.ts';
import type { LearnField } from '../../contract/learn-catalogue.ts';
import type { Programme, Skill } from '../../domain/catalogue/catalogue.ts';
import { evaluate } from '../../domain/evaluation/evaluate.ts';
import { formatDay } from '../../domain/time/day.ts';
import {
  type LearnCatalogue,
  type LearnCatalogueFailure,
  type LearnEntry,
  parseMsLearnCatalogue,
} from '../../sources/ms-learn-catalogue.ts';

export interface LearnChange {
  readonly skill: string;
  /** As it is now. */
  readonly title: string;
  readonly field: LearnField;
  /** Of `validity`: `role-based` or `none`. */
  readonly before: string | null;
  readonly after: string;
}

/** Something is said of a skill that the programme knows and is not taken over. */
export interface LearnLeftOut {
  readonly skill: string;
  readonly uid: string;
  /** `renewal`: so many days that the rules of the programme know no such validity; `twice`: another entry says something else. */
  readonly reason: 'renewal' | 'twice';
  readonly value: string;
}

export interface LearnUnknown {
  readonly uid: string;
  readonly title: string | null;
  /** Its title is that of several skills. */
  readonly ambiguous: boolean;
}

export interface LearnReading {
  /** Skills of the file, and how many of them the programme names. */
  readonly read: number;
  readonly known: number;
  readonly changes: readonly LearnChange[];
  readonly leftOut: readonly LearnLeftOut[];
  /** Skills that the programme does not name. */
  readonly unknown: readonly LearnUnknown[];
  readonly notUnderstood: readonly string[];
  readonly notUnderstoodMore: number;
  /** Path → text of the files with the changes. */
  readonly files: Readonly<Record<string, string>>;
  /** What is wrong with these files, their examples included. */
  readonly problems: readonly CatalogueProblem[];
}

export type LearnOutcome =
  | { readonly kind: 'read'; readonly reading: LearnReading }
  | { readonly kind: 'unreadable'; readonly failure: LearnCatalogueFailure };

export interface LearnQuestion {
  readonly files: ProgrammeFiles;
  readonly bytes: Uint8Array;
  readonly take: readonly LearnField[];
  /** `YYYY-MM-DD` on which the file was read. */
  readonly day: string;
}

const PREFIXES: Readonly<Record<LearnEntry['kind'], string>> = {
  exam: 'exam',
  certification: 'cert',
  credential: 'credential',
};

type Found = { readonly kind: 'found'; readonly skill: Skill } | { readonly kind: 'unknown' | 'ambiguous' };

/** By a code first, by the title else; an exam is never taken for the certification of the same name. */
function skillOf(find: SkillFinder, { kind, codes, title }: LearnEntry): Found {
  for (const code of codes) {
    const found = find(`${PREFIXES[kind]}:${code}`);
    if (found.kind === 'found') return found;
  }
  if (kind === 'exam' || title === null) return { kind: 'unknown' };
  const named = find(title, kind);
  if (named.kind !== 'found') return { kind: named.kind };
  return named.skill.kind === kind ? named : { kind: 'unknown' };
}

const DAYS_OF_YEAR = 365;
const LEAP_DAYS = 2;

/** `null`: the programme has no validity of so many days. */
function validityOf(days: number, { validity }: Programme): Skill['validity'] | null {
  if (days === 0) return 'none';
  const years = validity.at(-1)?.years ?? null;
  const over = years === null ? -1 : days - years * DAYS_OF_YEAR;
  return over >= 0 && over <= LEAP_DAYS ? 'role-based' : null;
}

type Said = Omit<LearnChange, 'skill' | 'title'>;

function titleSaid({ title }: LearnEntry, skill: Skill): Said | null {
  if (title === null || comparableTitle(title) === comparableTitle(skill.title)) return null;
  return { field: 'title', before: skill.title, after: title };
}

function retirementSaid({ retiredOn }: LearnEntry, skill: Skill): Said | null {
  const before = skill.retiredOn === null ? null : formatDay(skill.retiredOn);
  return retiredOn === null || retiredOn === before ? null : { field: 'retired', before, after: retiredOn };
}

function renewalSaid(
  { uid, renewalDays }: LearnEntry,
  skill: Skill,
  programme: Programme,
): Said | LearnLeftOut | null {
  if (renewalDays === null) return null;
  const after = validityOf(renewalDays, programme);
  if (after === null) return { skill: skill.id, uid, reason: 'renewal', value: String(renewalDays) };
  return after === skill.validity ? null : { field: 'validity', before: skill.validity, after };
}

type Comparison = Pick<LearnReading, 'known' | 'changes' | 'leftOut' | 'unknown'>;

function compared(
  { entries }: LearnCatalogue,
  programme: Programme,
  take: readonly LearnField[],
): Comparison {
  const find = skillFinder(programme);
  const changes = new Map<string, LearnChange>();
  const leftOut: LearnLeftOut[] = [];
  const unknown: LearnUnknown[] = [];
  const known = new Set<string>();
  for (const entry of entries) {
    const found = skillOf(find, entry);
    if (found.kind !== 'found') {
      unknown.push({ uid: entry.uid, title: entry.title, ambiguous: found.kind === 'ambiguous' });
      continue;
    }
    const { skill } = found;
    known.add(skill.id);
    const said = [
      titleSaid(entry, skill),
      retirementSaid(entry, skill),
      renewalSaid(entry, skill, programme),
    ];
    for (const each of said) {
      if (each === null) continue;
      if ('reason' in each) {
        if (take.includes('validity')) leftOut.push(each);
        continue;
      }
      if (!take.includes(each.field)) continue;
      const key = `${skill.id} ${each.field}`;
      const first = changes.get(key);
      if (first === undefined) changes.set(key, { skill: skill.id, title: skill.title, ...each });
      else if (first.after !== each.after) {
        leftOut.push({ skill: skill.id, uid: entry.uid, reason: 'twice', value: each.after });
      }
    }
  }
  return { known: known.size, changes: [...changes.values()], leftOut, unknown };
}

function editsOf(changes: readonly LearnChange[], programme: Programme): ReadonlyMap<string, SkillEdit> {
  const edits = new Map<string, SkillEdit>();
  for (const { skill, field, after } of changes) {
    const before = edits.get(skill) ?? {};
    // A day that is known takes the place of one by which it is only known to have happened.
    const bound = field === 'retired' && programme.skills.get(skill)?.retiredBefore != null;
    const value = field === 'validity' && after === 'none' ? null : after;
    edits.set(skill, { ...before, [field]: value, ...(bound && { 'retired-before': null }) });
  }
  return edits;
}

/** The skills stand in the programme's own file, or in the one that it shares. */
function withEdits(
  texts: ProgrammeFiles['texts'],
  edits: ReadonlyMap<string, SkillEdit>,
  source: EditSource,
): ReadonlyMap<string, string> {
  const fresh = new Map(texts);
  for (const [path, text] of texts) {
    if (path !== 'skills.yaml' && !path.startsWith('../')) continue;
    fresh.set(path, editSkillsFile(text, edits, source).text);
  }
  return fresh;
}

/** The files make a programme: they are those in force. */
export function readLearnFile({ files, bytes, take, day }: LearnQuestion): LearnOutcome {
  const parsed = parseMsLearnCatalogue(bytes);
  if (parsed.kind === 'failed') return { kind: 'unreadable', failure: parsed.failure };
  const { programme } = programmeOf(files);
  if (programme === null) throw new Error(`the files of ${files.id} make no programme`);
  const { catalogue } = parsed;
  const found = compared(catalogue, programme, take);
  const source = { key: `ms-learn-${day}`, text: `Catalogue of Microsoft Learn, file read on ${day}` };
  const texts = withEdits(files.texts, editsOf(found.changes, programme), source);
  const { problems } = checkFiles({ id: files.id, texts }, evaluate);
  return {
    kind: 'read',
    reading: {
      read: catalogue.entries.length,
      ...found,
      notUnderstood: catalogue.notUnderstood.map(({ path }) => path),
      notUnderstoodMore: catalogue.notUnderstoodMore,
      files: Object.fromEntries(texts),
      problems,
    },
  };
}
