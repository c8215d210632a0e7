import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { LOSS_CAUSE_TEXTS } from '../../src/contract/messages/loss-cause-texts.ts';
import { REASON_NAMES, REASON_TEXTS } from '../../src/contract/messages/reason-texts.ts';
import { WARNING_TEXTS } from '../../src/contract/messages/warning-texts.ts';
import { REASON_CODES, WARNING_CODES } from '../../src/domain/evaluation/evaluation-result.ts';
import { en } from '../../web/messages/en/all.ts';
import { fr } from '../../web/messages/fr/all.ts';

const web = fileURLToPath(new URL('../../web', import.meta.url));

const french: Readonly<Record<string, string>> = fr;
const english: Readonly<Record<string, string>> = en;
const ids = Object.keys(french);

function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return path.endsWith('messages') ? [] : sourcesBelow(path);
    return /\.tsx?$/.test(entry.name) ? [readFileSync(path, 'utf8')] : [];
  });
}

type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** Names of everything that is filled in, with its kind, so that a plural is a plural in both languages. */
function argumentsOf(ast: Ast, into = new Set<string>()): Set<string> {
  for (const part of ast) {
    if ('value' in part && part.type !== 0) into.add(part.value);
    if ('options' in part) for (const option of Object.values(part.options)) argumentsOf(option.value, into);
  }
  return into;
}

function placeholders(text: string, locale: string): string[] {
  return [...argumentsOf(new IntlMessageFormat(text, locale).getAst())].sort();
}

/** Words that are the same in both languages. */
const SAME_IN_BOTH = new Set([
  'nav.mpn',
  'chart.point',
  'performance.chip',
  'matrix.option',
  'matrix.chip',
  'programme.label',
  'designation.column.score',
  'score.missing',
  'plans.target',
  'plans.target.option',

  'search.group.pages',
  'search.group.actions',
  'download.xlsx',
  'download.csv',
  'report.column.mcid',
  'report.chip',
  'report.summary.reason',
  'learning.exams.account',
  'learning.mcid',
  'profile.language.fr',
  'profile.language.en',
  'level.silver',
  'level.gold',
  'level.base',
  'nav.menu',
  'import.rows.tab',
  'import.effect.level',
  'competency.option.progress',
  'overview.expiring.month',
  'businessProfile.logo',
  'referrals.chip',
  'referrals.column.message',
  'referrals.email',
  'referrals.message',
]);

/** Before ; : ! ? » and after « stands a no-break space; quotes and apostrophes are typographic. */
const BAD_FRENCH = / [;:!?»]|« |[a-zà-ÿ]'[a-zà-ÿ]|"/i;

describe('messages of the pages', () => {
  it('exist in both languages', () => {
    expect(Object.keys(english).sort()).toEqual([...ids].sort());
  });

  it.each(ids)('%s asks for the same values in French and English', (id) => {
    expect(placeholders(english[id]!, 'en')).toEqual(placeholders(french[id]!, 'fr'));
  });

  it('are translated', () => {
    const same = ids.filter((id) => french[id] === english[id] && !SAME_IN_BOTH.has(id));
    expect(same).toEqual([]);
  });

  it('are all used by a page', () => {
    const code = sourcesBelow(web).join('\n');
    expect(ids.length).toBeGreaterThan(300);
    expect(ids.filter((id) => !code.includes(`'${id}'`))).toEqual([]);
  });

  it('keep French typography', () => {
    expect(ids.filter((id) => BAD_FRENCH.test(french[id]!))).toEqual([]);
  });

  it('do not shout', () => {
    expect(ids.filter((id) => /!/.test(french[id]! + english[id]!))).toEqual([]);
  });
});

describe('causes of a loss', () => {
  const kinds = Object.keys(LOSS_CAUSE_TEXTS.en) as (keyof typeof LOSS_CAUSE_TEXTS.en)[];
  it.each(kinds)('%s has a sentence in both languages, with the same values', (kind) => {
    expect(placeholders(LOSS_CAUSE_TEXTS.en[kind], 'en')).toEqual(
      placeholders(LOSS_CAUSE_TEXTS.fr[kind], 'fr'),
    );
    expect(LOSS_CAUSE_TEXTS.fr[kind]).not.toBe(LOSS_CAUSE_TEXTS.en[kind]);
    expect(LOSS_CAUSE_TEXTS.fr[kind]).not.toMatch(BAD_FRENCH);
  });
});

describe('reasons', () => {
  it.each(REASON_CODES)('%s has a sentence and a name in both languages, with the same values', (code) => {
    expect(placeholders(REASON_TEXTS.en[code], 'en')).toEqual(placeholders(REASON_TEXTS.fr[code], 'fr'));
    expect(REASON_TEXTS.fr[code]).not.toBe(REASON_TEXTS.en[code]);
    expect(REASON_TEXTS.fr[code]).not.toMatch(BAD_FRENCH);
    expect(REASON_NAMES.fr[code]).not.toBe('');
    expect(REASON_NAMES.en[code]).not.toBe('');
  });
});

describe('remarks of an answer', () => {
  it.each(WARNING_CODES)('%s has a sentence in both languages, with the same values', (code) => {
    expect(placeholders(WARNING_TEXTS.en[code], 'en')).toEqual(placeholders(WARNING_TEXTS.fr[code], 'fr'));
    expect(WARNING_TEXTS.fr[code]).not.toBe(WARNING_TEXTS.en[code]);
    expect(WARNING_TEXTS.fr[code]).not.toMatch(BAD_FRENCH);
    // A code is for programs.
    expect(`${WARNING_TEXTS.fr[code]} ${WARNING_TEXTS.en[code]}`).not.toContain(code);
  });
});
