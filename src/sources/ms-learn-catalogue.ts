/**
 * The catalogue of Microsoft Learn as its public address answers it (`{ certifications, mergedCertifications, exams,
 * appliedSkills, modules, … }`): what it says of skills. Its parts and their keys have changed over the years: one that is
 * missing is no error, and what cannot be understood is named.
 */

import { parseDay } from '../domain/time/day.ts';
import { type JsonFailure, readJson } from '../files/read-json.ts';
import { isJsonObject, type NotUnderstood } from './lenient-json.ts';

export type LearnKind = 'exam' | 'certification' | 'credential';

export interface LearnEntry {
  /** `certification.azure-administrator`, `exam.az-104` */
  readonly uid: string;
  readonly kind: LearnKind;
  /** Codes by which a skill may be known: of the uid, of the address, as printed. Lower case. */
  readonly codes: readonly string[];
  /** Without “Microsoft Certified:” and the number of an exam. */
  readonly title: string | null;
  /** `YYYY-MM-DD` */
  readonly retiredOn: string | null;
  /** Days after which it expires; 0: never; null: not said. */
  readonly renewalDays: number | null;
}

export interface LearnCatalogue {
  readonly entries: readonly LearnEntry[];
  readonly notUnderstood: readonly NotUnderstood[];
  /** Beyond those listed. */
  readonly notUnderstoodMore: number;
}

export type LearnCatalogueFailure =
  | JsonFailure
  | { readonly kind: 'not-a-catalogue'; readonly foundKeys: readonly string[] };

export type ParsedLearnCatalogue =
  | { readonly kind: 'catalogue'; readonly catalogue: LearnCatalogue }
  | { readonly kind: 'failed'; readonly failure: LearnCatalogueFailure };

/** Certifications with one exam stand in a part of their own, which says most of them: it is read first. */
const PARTS: ReadonlyMap<string, LearnKind> = new Map([
  ['mergedcertifications', 'certification'],
  ['certifications', 'certification'],
  ['exams', 'exam'],
  ['appliedskills', 'credential'],
]);

const OTHER_PARTS = new Set([
  'modules',
  'units',
  'learningpaths',
  'courses',
  'levels',
  'roles',
  'products',
  'subjects',
]);

const SHOWN_KEYS = 20;
const MOST_NOTED = 100;
const LONGEST_TITLE = 300;

interface Written {
  readonly key: string;
  /** `undefined`: nothing, as when the key is missing. */
  readonly content: unknown;
}

/** Whatever the case of its letters, with or without underscores: both have been seen. */
function foldedKeys(value: Readonly<Record<string, unknown>>): ReadonlyMap<string, Written> {
  const folded = new Map<string, Written>();
  for (const [key, content] of Object.entries(value)) {
    const name = key.replaceAll('_', '').toLowerCase();
    if (!folded.has(name)) folded.set(name, { key, content: content ?? undefined });
  }
  return folded;
}

type Note = (path: string) => void;

class Item {
  private readonly keys: ReadonlyMap<string, Written>;
  private readonly path: string;
  private readonly note: Note;

  constructor(value: Readonly<Record<string, unknown>>, path: string, note: Note) {
    this.keys = foldedKeys(value);
    this.path = path;
    this.note = note;
  }

  text(name: string): string {
    const content = this.keys.get(name)?.content ?? '';
    if (typeof content === 'string') return content.trim();
    this.wrong(name);
    return '';
  }

  /** A day, or an instant, of which the day is meant. */
  day(name: string): string | null {
    const text = this.text(name);
    if (text === '') return null;
    const day = text.slice(0, 10);
    if (parseDay(day) !== null && /^(?:$|T)/.test(text.slice(10))) return day;
    this.wrong(name);
    return null;
  }

  days(name: string): number | null {
    const content = this.keys.get(name)?.content ?? null;
    if (content === null || content === '') return null;
    const days = typeof content === 'string' ? Number(content) : content;
    if (typeof days === 'number' && Number.isInteger(days) && days >= 0) return days;
    this.wrong(name);
    return null;
  }

  private wrong(name: string): void {
    this.note(`${this.path}.${this.keys.get(name)!.key}`);
  }
}

function plainTitle(title: string): string | null {
  const plain = title
    .replace(/\s+/g, ' ')
    .replace(/^microsoft certified: /i, '')
    .replace(/^exam [a-z0-9-]+: /i, '')
    .trim();
  return plain === '' || plain.length > LONGEST_TITLE ? null : plain;
}

/** The last part of an address that names something: `…/certifications/azure-administrator/?practice` is the administrator. */
function slugOfAddress(url: string): string {
  const path = url.split(/[?#]/)[0]!.replace(/\/+$/, '');
  return path.slice(path.lastIndexOf('/') + 1);
}

function readEntry(item: Item, kind: LearnKind, note: () => void): LearnEntry | null {
  const uid = item.text('uid') || item.text('id');
  if (uid === '') {
    note();
    return null;
  }
  const codes = [uid.slice(uid.indexOf('.') + 1), item.text('displayname'), slugOfAddress(item.text('url'))];
  return {
    uid,
    kind,
    codes: [...new Set(codes.map((code) => code.toLowerCase()).filter((code) => code !== ''))],
    title: plainTitle(item.text('title')),
    retiredOn: item.day('retirementdate'),
    renewalDays: kind === 'exam' ? null : item.days('renewalfrequencyindays'),
  };
}

/** Both say something of one thing: what the first leaves open the other tells. */
function united(first: LearnEntry, other: LearnEntry): LearnEntry {
  return {
    ...first,
    codes: [...new Set([...first.codes, ...other.codes])],
    title: first.title ?? other.title,
    retiredOn: first.retiredOn ?? other.retiredOn,
    renewalDays: first.renewalDays ?? other.renewalDays,
  };
}

function readEntries(parts: ReadonlyMap<string, Written>, note: Note): readonly LearnEntry[] {
  const byUid = new Map<string, LearnEntry>();
  for (const [part, kind] of PARTS) {
    const { key, content: items = [] } = parts.get(part) ?? { key: part, content: [] };
    if (!Array.isArray(items)) {
      note(key);
      continue;
    }
    for (const [place, value] of items.entries()) {
      const path = `${key}[${place}]`;
      if (!isJsonObject(value)) {
        note(path);
        continue;
      }
      const entry = readEntry(new Item(value, path, note), kind, () => note(`${path}.uid`));
      if (entry === null) continue;
      const known = byUid.get(entry.uid);
      byUid.set(entry.uid, known === undefined ? entry : united(known, entry));
    }
  }
  return [...byUid.values()];
}

/** @param bytes JSON of at most `DEFAULT_TABLE_LIMITS.maxBytes` */
export function parseMsLearnCatalogue(bytes: Uint8Array): ParsedLearnCatalogue {
  const read = readJson(bytes);
  if (read.kind === 'unreadable') return { kind: 'failed', failure: read.failure };
  const keys = isJsonObject(read.value) ? Object.keys(read.value) : [];
  const parts = isJsonObject(read.value) ? foldedKeys(read.value) : new Map<string, Written>();
  if (![...PARTS.keys()].some((part) => parts.has(part))) {
    return { kind: 'failed', failure: { kind: 'not-a-catalogue', foundKeys: keys.slice(0, SHOWN_KEYS) } };
  }
  const notUnderstood: NotUnderstood[] = [];
  let more = 0;
  const noted = (path: string, reason: NotUnderstood['reason']) => {
    // A name that is no text is missing as well.
    if (notUnderstood.at(-1)?.path === path) return;
    if (notUnderstood.length < MOST_NOTED) notUnderstood.push({ path, reason });
    else more += 1;
  };
  for (const [part, { key }] of parts) {
    if (!PARTS.has(part) && !OTHER_PARTS.has(part)) noted(key, 'unknown-key');
  }
  const entries = readEntries(parts, (path) => noted(path, 'wrong-type'));
  return { kind: 'catalogue', catalogue: { entries, notUnderstood, notUnderstoodMore: more } };
}
