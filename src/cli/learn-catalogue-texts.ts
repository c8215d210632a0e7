/** What a catalogue file of Microsoft Learn says otherwise of a programme, as lines of a terminal. */
import type { Locale } from '../contract/common.ts';
import type { LearnField } from '../contract/learn-catalogue.ts';
import { printedDay } from '../contract/messages/printed-day.ts';
import type { LearnChange, LearnLeftOut, LearnReading } from '../features/catalogue/learn-changes.ts';
import type { LearnCatalogueFailure } from '../sources/ms-learn-catalogue.ts';

interface Words {
  readonly summary: (read: number, known: number) => string;
  readonly changes: (count: number) => string;
  readonly fields: Readonly<Record<LearnField, string>>;
  readonly change: (field: string, before: string, after: string) => string;
  readonly nothing: string;
  readonly validity: Readonly<Record<string, string>>;
  readonly leftOut: Readonly<Record<LearnLeftOut['reason'], (one: LearnLeftOut) => string>>;
  readonly unknown: (count: number) => string;
  readonly notUnderstood: (count: number) => string;
  readonly more: (count: number) => string;
  readonly problems: (count: number) => string;
  readonly draft: (folder: string, changed: string) => string;
  readonly noDraft: string;
}

const ENGLISH: Words = {
  summary: (read, known) => `skills read: ${read}, of which the programme names: ${known}`,
  changes: (count) =>
    count === 0 ? 'nothing differs' : count === 1 ? '1 difference' : `${count} differences`,
  change: (field, before, after) => `${field}: ${before} → ${after}`,
  fields: { title: 'title', retired: 'retirement', validity: 'renewal' },
  nothing: 'none',
  validity: { 'role-based': 'expires, by the rule of the programme', none: 'does not expire' },
  leftOut: {
    renewal: ({ skill, value }) =>
      `left out: ${skill}: a renewal every ${value} days, which the rules of the programme do not know`,
    twice: ({ skill, uid, value }) =>
      `left out: ${skill}: the file also says ${value}, in another entry (${uid})`,
  },
  unknown: (count) => `skills that the programme does not name, not used: ${count} (--json lists them)`,
  notUnderstood: (count) => `places of the file that were not understood: ${count}`,
  more: (count) => `and ${count} more`,
  problems: (count) => `problems to mend in the draft: ${count}`,
  draft: (folder, changed) => `draft written: ${folder} (changed: ${changed})`,
  noDraft: 'no draft was written',
};

const FRENCH: Words = {
  summary: (read, known) => `qualifications lues : ${read}, dont le programme nomme : ${known}`,
  changes: (count) =>
    count === 0 ? 'aucune différence' : count === 1 ? '1 différence' : `${count} différences`,
  change: (field, before, after) => `${field} : ${before} → ${after}`,
  fields: { title: 'titre', retired: 'retrait', validity: 'renouvellement' },
  nothing: 'aucun',
  validity: { 'role-based': 'expire, selon la règle du programme', none: 'n’expire pas' },
  leftOut: {
    renewal: ({ skill, value }) =>
      `laissé de côté : ${skill} : un renouvellement tous les ${value} jours, que les règles du programme ne connaissent pas`,
    twice: ({ skill, uid, value }) =>
      `laissé de côté : ${skill} : le fichier dit aussi ${value}, dans une autre entrée (${uid})`,
  },
  unknown: (count) =>
    `qualifications que le programme ne nomme pas, non utilisées : ${count} (--json les énumère)`,
  notUnderstood: (count) => `passages du fichier qui n’ont pas été compris : ${count}`,
  more: (count) => `et ${count} de plus`,
  problems: (count) => `problèmes à régler dans le projet : ${count}`,
  draft: (folder, changed) => `projet écrit : ${folder} (modifié : ${changed})`,
  noDraft: 'aucun projet n’a été écrit',
};

const WORDS: Readonly<Record<Locale, Words>> = { fr: FRENCH, en: ENGLISH };

function valueText(field: LearnField, value: string | null, locale: Locale): string {
  const words = WORDS[locale];
  if (value === null) return words.nothing;
  if (field === 'retired') return printedDay(value, locale);
  return field === 'title' ? value : words.validity[value]!;
}

function changeLines(changes: readonly LearnChange[], locale: Locale): readonly string[] {
  let last = '';
  return changes.flatMap(({ skill, title, field, before, after }) => {
    const heading = skill === last ? [] : [`  ${skill} (${title})`];
    last = skill;
    const { change, fields } = WORDS[locale];
    const [from, to] = [before, after].map((value) => valueText(field, value, locale));
    return [...heading, `    ${change(fields[field], from!, to!)}`];
  });
}

/** All that the file says otherwise, and what of it is not taken. */
export function learnLines(reading: LearnReading, locale: Locale): readonly string[] {
  const { read, known, changes, leftOut, unknown, notUnderstood, notUnderstoodMore, problems } = reading;
  const words = WORDS[locale];
  return [
    words.summary(read, known),
    words.changes(changes.length),
    ...changeLines(changes, locale),
    ...leftOut.map((one) => words.leftOut[one.reason](one)),
    ...(unknown.length === 0 ? [] : [words.unknown(unknown.length)]),
    ...(notUnderstood.length === 0 ? [] : [words.notUnderstood(notUnderstood.length + notUnderstoodMore)]),
    ...notUnderstood.map((path) => `  ${path}`),
    ...(notUnderstoodMore === 0 ? [] : [`  ${words.more(notUnderstoodMore)}`]),
    ...(problems.length === 0 ? [] : [words.problems(problems.length)]),
  ];
}

/** @param changed files; `null`: nothing differs */
export function draftLine(folder: string, changed: readonly string[] | null, locale: Locale): string {
  return changed === null ? WORDS[locale].noDraft : WORDS[locale].draft(folder, changed.join(', '));
}

/** Why a file cannot be read, with its place, and what to do. */
export function learnFailureText(file: string, failure: LearnCatalogueFailure): string {
  const place = [
    file,
    ...('line' in failure ? [`line ${failure.line}`] : []),
    ...('column' in failure ? [`column ${failure.column}`] : []),
  ].join(', ');
  const sentence = sentenceOf(failure);
  return `${place}: ${failure.kind}: ${sentence}. Nothing was written.`;
}

function sentenceOf(failure: LearnCatalogueFailure): string {
  switch (failure.kind) {
    case 'empty-file':
      return 'the file is empty. Download it again';
    case 'file-too-large':
      return `the file is too large (${failure.size} bytes, at most ${failure.limit}). Ask the address for the parts with skills only: type=certifications,mergedCertifications,exams,appliedSkills`;
    case 'wrong-format':
      return `this is not JSON (found: ${failure.found}). Download the catalogue again`;
    case 'bad-encoding':
      return 'some characters cannot be read. Save the file as UTF-8';
    case 'bad-json':
      return 'the JSON is malformed or incomplete here. Download the file again';
    case 'not-a-catalogue':
      return `this JSON is no catalogue of Microsoft Learn (keys found: ${failure.foundKeys.join(', ') || 'none'})`;
  }
}
