import { describe, expect, it } from 'vitest';
import { caseState } from '../../../src/domain/diagnosis/case-state.ts';
import { checkList } from '../../../src/domain/diagnosis/checks.ts';
import { diagnoseCompany } from '../../../src/domain/diagnosis/diagnose-company.ts';
import {
  diagnosePerson,
  type JudgedSkillRecord,
  type PersonSituation,
  type SituationAssociation,
} from '../../../src/domain/diagnosis/diagnose-person.ts';
import { endOfDay } from '../../../src/domain/diagnosis/expected-by.ts';
import { parseDay } from '../../../src/domain/time/day.ts';

const NOW = Date.parse('2026-03-10T12:00:00Z');
const HOUR = 3_600_000;
const HERE = { associated: true } as const;

const association: SituationAssociation = {
  provider: 'microsoft-learning',
  accountId: '100',
  via: 'partner-center',
  from: NOW - 1_000 * HOUR,
  until: null,
  elsewhere: false,
  nextPossibleOn: null,
  email: 'ana@work.example',
};

const record: JudgedSkillRecord = {
  recordId: 'r1',
  skill: 'exam:A',
  provider: 'microsoft-learning',
  accountId: '100',
  achievedOn: '2025-01-10',
  counts: true,
  reason: null,
};

const sound: PersonSituation = {
  status: 'active',
  workEmail: 'ana@work.example',
  today: '2026-03-10',
  employedFrom: null,
  employedUntil: null,
  disabledOn: null,
  providers: ['microsoft-learning'],
  associations: [association],
  pmcEndsOn: null,
  merges: [],
  others: [],
  unmatched: [],
  records: [record],
  skill: null,
  now: NOW,
  delays: (_source, event) => (event === 'merge' ? 24 : 72),
};

const missed = {
  id: 'exam:B',
  named: true,
  achievedOn: null,
  achievedBy: null,
  provider: 'microsoft-learning',
};

function causes(changes: Partial<PersonSituation>): string[] {
  return diagnosePerson({ ...sound, ...changes }).findings.map(({ cause }) => cause);
}

describe('somebody with whom nothing is wrong', () => {
  it('is told of nothing, check by check, and that no case would help', () => {
    const diagnosis = diagnosePerson(sound);
    expect(checkList(diagnosis.findings, true).every(({ state }) => state === 'clear')).toBe(true);
    expect(caseState(diagnosis, HERE)).toEqual({
      allowed: false,
      expectedBy: null,
      reason: 'nothing-missing',
    });
  });
});

describe('the account', () => {
  it.each<[string, Partial<PersonSituation>]>([
    ['not-associated', { associations: [] }],
    ['person-left', { employedUntil: '2026-03-10' }],
    ['person-left', { status: 'left' }],
    ['no-user-account', { status: 'disabled', disabledOn: '2026-03-01' }],
    ['not-yet-employed', { employedFrom: '2026-03-11' }],
    ['pmc-only', { associations: [{ ...association, via: 'pmc' }], pmcEndsOn: '2026-03-11' }],
    ['pmc-window-over', { associations: [{ ...association, via: 'pmc' }], pmcEndsOn: '2026-03-10' }],
    ['association-ended', { associations: [{ ...association, until: NOW - HOUR }] }],
    ['associated-elsewhere', { associations: [{ ...association, until: NOW, elsewhere: true }] }],
    ['different-email', { associations: [{ ...association, email: 'ana@mail.example' }] }],
  ])('shows %s', (cause, changes) => {
    expect(causes(changes)).toEqual([cause]);
  });

  it('with the same address in other letters has the same address', () => {
    expect(causes({ associations: [{ ...association, email: 'Ana@Work.example' }] })).toEqual([]);
  });

  it('associated again after it ended is associated', () => {
    const ended = { ...association, from: 0, until: NOW - HOUR };
    expect(causes({ associations: [ended, association] })).toEqual([]);
  });
});

describe('a delay', () => {
  it.each([
    [71, ['source-delay']],
    [72, ['no-records']],
  ])('after %i hours says %j of somebody of whom nothing has come', (hours, expected) => {
    const begun = { ...association, from: NOW - hours * HOUR };
    expect(causes({ associations: [begun], records: [] })).toEqual(expected);
  });

  it('is not waited for once something has come by the association', () => {
    expect(causes({ associations: [{ ...association, from: NOW - HOUR }] })).toEqual([]);
  });

  it('counts from the end of the day of an exam', () => {
    const achievedBy = endOfDay(parseDay('2026-03-08')!);
    const found = diagnosePerson({ ...sound, skill: { ...missed, achievedBy } });
    expect(caseState(found, HERE)).toEqual({
      allowed: false,
      expectedBy: '2026-03-12T00:00:00.000Z',
      reason: 'source-delay',
    });
  });

  it('of several is told the longest first', () => {
    const merges = [{ provider: 'microsoft-learning', accountId: '9', at: NOW - HOUR }];
    const found = diagnosePerson({
      ...sound,
      records: [],
      merges,
      associations: [{ ...association, from: NOW - HOUR }],
    });
    expect(found.pending.map(({ event }) => event)).toEqual(['new-association', 'merge']);
  });
});

describe('a missed skill', () => {
  it('is looked for where it may be: on another account, or nowhere', () => {
    const other = {
      provider: 'microsoft-learning',
      accountId: '200',
      by: 'certificate',
      beside: '100',
      records: 3,
    } as const;
    expect(causes({ skill: missed, others: [{ ...other, holdsSkill: true }] })).toEqual([
      'other-account',
      'no-records',
    ]);
    expect(causes({ skill: missed, others: [{ ...other, holdsSkill: false }] })).toEqual(['no-records']);
  });

  it('that no option names would not count, whoever is asked', () => {
    const found = diagnosePerson({ ...sound, skill: { ...missed, named: false } });
    expect(found.findings.map(({ cause }) => cause)).toEqual(['not-named']);
    expect(caseState(found, HERE).reason).toBe('would-not-count');
  });

  it('that a source corrected is not missed while another record of it counts', () => {
    const voided = {
      ...record,
      recordId: 'r0',
      counts: false,
      reason: { code: 'voided', params: {} },
    } as const;
    expect(causes({ records: [voided, record] })).toEqual([]);
    expect(causes({ records: [voided] })).toEqual(['voided']);
  });
});

describe('a skill that was achieved anew', () => {
  const expired = {
    ...record,
    counts: false,
    reason: { code: 'expired', params: { on: '2026-01-01' } },
  } as const;
  const again = (achievedOn: string | null) => ({
    ...missed,
    id: record.skill,
    achievedOn,
    achievedBy: achievedOn === null ? null : endOfDay(parseDay(achievedOn)!),
  });
  const found = (achievedOn: string | null, more: Partial<PersonSituation> = {}) =>
    diagnosePerson({ ...sound, records: [expired], skill: again(achievedOn), ...more });

  it('is missing though the one before it is known and has expired', () => {
    expect(found('2026-02-01').findings.map(({ cause }) => cause)).toEqual(['expired', 'no-records']);
    expect(caseState(found('2026-02-01'), HERE).allowed).toBe(true);
    expect(caseState(found('2026-03-09'), HERE)).toMatchObject({
      reason: 'source-delay',
      expectedBy: '2026-03-13T00:00:00.000Z',
    });
  });

  it('is not missing where no day is told, where it has come, or where what is known counts', () => {
    for (const one of [
      found(null),
      found('2025-01-10'),
      found('2026-02-01', { records: [record] }),
      found('2026-02-01', { records: [expired, { ...expired, achievedOn: '2026-02-03' }] }),
    ]) {
      expect(caseState(one, HERE)).toMatchObject({ allowed: false, reason: 'nothing-missing' });
    }
  });
});

describe('a case', () => {
  const at = (hours: number, changes: Partial<PersonSituation> = {}) =>
    diagnosePerson({
      ...sound,
      records: [],
      associations: [{ ...association, from: NOW - hours * HOUR }],
      ...changes,
    });

  it.each(['missing-skill', 'merge'] as const)('about %s is off until the delay is over', (about) => {
    const from = NOW - 72 * HOUR;
    const off = at(0, { associations: [{ ...association, from: from + 1 }] });
    expect(caseState(off, { ...HERE, about })).toEqual({
      allowed: false,
      expectedBy: '2026-03-10T12:00:00.001Z',
      reason: 'source-delay',
    });
    expect(caseState(at(72), { ...HERE, about }).allowed).toBe(true);
  });

  it('about accounts to be merged helps where nothing is found to be missing, but not without an account', () => {
    expect(caseState(diagnosePerson(sound), { ...HERE, about: 'merge' }).allowed).toBe(true);
    const alone = diagnosePerson({ ...sound, associations: [] });
    expect(caseState(alone, { associated: false, about: 'merge' }).reason).toBe('not-associated');
  });

  it('waits for the account of the skill, though another one is associated', () => {
    const elsewhere = { ...association, provider: 'partner-university' };
    const missing = at(100, { associations: [elsewhere], skill: missed });
    expect(missing.findings.map(({ cause }) => cause)).toEqual(['not-associated']);
    expect(caseState(missing, HERE)).toMatchObject({ allowed: false, reason: 'not-associated' });
  });

  it('about a record that is disputed never waits', () => {
    expect(caseState(at(1), { associated: false, about: 'dispute' }).allowed).toBe(true);
  });
});

describe('a reader who may not see skills', () => {
  it('is told which checks are hidden, and nothing of records', () => {
    const expired = {
      ...record,
      counts: false,
      reason: { code: 'expired', params: { on: '2026-01-01' } },
    } as const;
    const { findings } = diagnosePerson({ ...sound, records: [expired] });
    const shown = checkList(findings, false);
    expect(shown.find(({ check }) => check === 'valid')).toEqual({
      check: 'valid',
      state: 'hidden',
      findings: [],
    });
    expect(checkList(findings, true).find(({ check }) => check === 'valid')?.state).toBe('found');
  });
});

describe('a company', () => {
  const person = (changes: Partial<PersonSituation>, records = 0, associated = false) => ({
    userId: 'u',
    associated,
    records,
    diagnosis: diagnosePerson({ ...sound, records: [], ...changes }),
  });
  const alone = person({ associations: [] });
  const linked = person({}, 0, true);
  const fresh = person({ associations: [{ ...association, from: NOW }] }, 0, true);

  it.each([
    ['not-enrolled', { enrolled: false, origin: 'native', people: [alone] }],
    ['nobody', { enrolled: true, origin: 'native', people: [] }],
    ['created-here', { enrolled: true, origin: 'native', people: [alone] }],
    ['nobody-associated-before-move', { enrolled: true, origin: 'moved', people: [alone] }],
    ['nobody-associated', { enrolled: true, origin: 'pmc', people: [alone] }],
    ['waiting', { enrolled: true, origin: 'native', people: [alone, fresh] }],
    ['no-records', { enrolled: true, origin: 'native', people: [alone, linked] }],
    [null, { enrolled: true, origin: 'native', people: [alone, person({}, 1, true)] }],
  ] as const)('has no skills data because: %s', (cause, situation) => {
    expect(diagnoseCompany(situation).cause).toBe(cause);
  });
});
