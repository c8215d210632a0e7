import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogueRoot } from '../../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../../src/catalogue/load-programme.ts';
import { CompetencyDetailSchema, CompetencyStatusSchema } from '../../src/contract/competencies.ts';
import { OwnSkillSchema } from '../../src/contract/profile.ts';
import { RiskSchema } from '../../src/contract/risk.ts';
import { RecordWaySchema } from '../../src/contract/skills-report.ts';
import type { Programme } from '../../src/domain/catalogue/catalogue.ts';
import type { FactsDocument } from '../../src/domain/facts/facts-document.ts';
import { competencyDetail } from '../../src/features/competencies/competency-detail.ts';
import { risk } from '../../src/features/risk/risk-query.ts';
import { competencyStatuses } from '../../src/features/shared/competency-status.ts';
import { lossCauseViews } from '../../src/features/shared/loss-cause-view.ts';
import { ownSkills } from '../../src/features/shared/own-skills.ts';
import { type PartnerAnswer, partnerAnswer } from '../../src/features/shared/partner-answer.ts';
import type { DirectoryEntry } from '../../src/features/shared/person-refs.ts';
import { recordWay } from '../../src/features/shared/record-way.ts';

const COMPETENCY = 'project-and-portfolio-management';

function person(id: string, skill: string, more: object = {}) {
  const account = `acc-${id}`;
  return {
    id,
    employedFrom: '2015-01-01',
    associations: [
      {
        accountId: account,
        provider: 'microsoft-learning',
        via: 'partner-center' as const,
        from: '2017-02-01',
      },
    ],
    records: [
      {
        id: `r-${id}`,
        accountId: account,
        skill,
        achievedOn: '2018-01-10',
        expiresOn: '2019-01-10',
        source: 'microsoft-learning',
        recordedAt: '2018-01-11T00:00:00Z',
      },
    ],
    ...more,
  };
}

function entry(userId: string): DirectoryEntry {
  return {
    userId,
    firstName: 'Ada',
    lastName: userId.toUpperCase(),
    workEmail: `${userId}@contoso.example`,
    status: 'active',
    technical: true,
    employedFrom: '2015-01-01',
    employedUntil: null,
  };
}

let programme: Programme;
beforeAll(async () => {
  programme = await loadProgramme(join(catalogueRoot(), 'microsoft-competencies'));
});

function answerFor(facts: FactsDocument, validAt: string): PartnerAnswer {
  const directory = new Map((facts.people ?? []).map(({ id }) => [id, entry(id)]));
  const partner = {
    id: 'contoso',
    name: 'Contoso',
    mpnId: '1',
    country: 'FR',
    market: 'developed' as const,
    origin: 'native' as const,
    movedFromPmcOn: null,
    enrolled: true,
  };
  return partnerAnswer({ partner, facts, directory, evidenceVersion: 1 }, programme, {
    validAt,
    knownAt: null,
  });
}

/** People who each hold every skill that some option of the competency names: its highest level is met. */
function winners(until: (id: string) => object): FactsDocument {
  const competency = programme.competencies.find(({ id }) => id === COMPETENCY)!;
  const skills = new Set<string>();
  JSON.stringify(competency.options, (key, value) => {
    if (key === 'skill' && typeof value === 'string') skills.add(value);
    return value;
  });
  const people = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8'].map((id) => {
    const base = person(id, [...skills][0]!);
    const records = [...skills].map((skill, index) => ({
      ...base.records[0]!,
      id: `r-${id}-${index}`,
      skill,
    }));
    return { ...base, records, ...until(id) };
  });
  return { partner: { id: 'contoso', market: 'developed' }, people, complete: true };
}

describe('a partner that holds a level', () => {
  it('loses it on the day after the certificates expire, and the answer says by which record', () => {
    const answer = answerFor(
      winners(() => ({})),
      '2018-06-01',
    );
    const attained = answer.evaluation.attained.find(({ competency }) => competency === COMPETENCY);
    expect(attained).toBeDefined();
    const end = answer.riskOfYear().ends.find(({ competency }) => competency === COMPETENCY)!;
    expect(end).toMatchObject({ level: attained!.level, on: '2019-01-11', cause: [{ kind: 'expired' }] });
    const [cause] = lossCauseViews(answer, COMPETENCY, end.cause, true);
    expect(cause).toMatchObject({ peopleCount: 8, people: [{ id: 'p1' }, { id: 'p2' }, { id: 'p3' }] });
    expect(cause!.records).toHaveLength(3);
  });

  it('loses it earlier when people leave before', () => {
    const answer = answerFor(
      winners(() => ({ employedUntil: '2018-09-01' })),
      '2018-06-01',
    );
    const end = answer.riskOfYear().ends.find(({ competency }) => competency === COMPETENCY)!;
    expect(end).toMatchObject({ on: '2018-09-01', cause: [{ kind: 'person-left' }] });
  });

  it('gives every competency and its detail in the shape of the contract', () => {
    const answer = answerFor(
      winners(() => ({})),
      '2018-06-01',
    );
    const ends = new Map(answer.riskOfYear().ends.map((end) => [`${end.competency}/${end.level}`, end.on]));
    const statuses = competencyStatuses(programme, answer.evaluation, ends);
    expect(statuses).toHaveLength(programme.competencies.length);
    for (const status of statuses) CompetencyStatusSchema.parse(status);
    expect(statuses.find(({ competency }) => competency === COMPETENCY)!.endsOn).toBe('2019-01-11');
    for (const competency of programme.competencies) {
      CompetencyDetailSchema.parse(competencyDetail(answer, competency, true));
    }
  });

  it('is at risk until its anniversary, else for twelve months, and says who must not leave', () => {
    const facts = winners((id) => ({ employedUntil: id === 'p1' ? null : '2018-09-01' }));
    const memberships = [
      { offer: 'gold', activeFrom: '2017-08-01', anniversary: '2018-08-01' },
      { offer: 'silver', activeFrom: '2016-08-01', anniversary: '2017-08-01' },
    ];
    const renewing = RiskSchema.parse(risk(answerFor({ ...facts, memberships }, '2018-06-01'), null, true));
    expect([renewing.until, renewing.value[0]!.firstLossDate]).toEqual(['2018-08-01', null]);
    const year = risk(answerFor(facts, '2018-06-01'), null, true);
    expect(year.until).toBe('2019-06-01');
    const gold = year.value.find(({ competency, level }) => competency === COMPETENCY && level === 'gold')!;
    expect(gold).toMatchObject({
      firstLossDate: '2018-09-01',
      cause: [{ kind: 'person-left', peopleCount: 7 }],
    });
    const later = risk(answerFor(facts, '2018-10-01'), '2018-11-01', true);
    for (const level of later.value)
      expect(level.criticalPeople).toMatchObject([{ id: 'p1', firstName: 'Ada' }]);
    expect(JSON.stringify(risk(answerFor(facts, '2018-10-01'), null, false))).not.toContain('Ada');
  });

  it('names nobody to a reader without the right to personal data', () => {
    const answer = answerFor(
      winners(() => ({})),
      '2018-06-01',
    );
    const competency = programme.competencies.find(({ id }) => id === COMPETENCY)!;
    const detail = JSON.stringify(competencyDetail(answer, competency, false));
    expect(detail).toContain('"seats"');
    expect(detail).not.toMatch(/contoso\.example|Ada/);
  });
});

describe('a person', () => {
  const facts: FactsDocument = {
    partner: { id: 'contoso' },
    people: [person('p1', 'exam:70-764'), person('p2', 'exam:no-rule-names-this')],
  };

  it('sees what each record counts for, and why one does not', () => {
    const answer = answerFor(facts, '2018-06-01');
    const [counting] = ownSkills([answer], 'p1').map((skill) => OwnSkillSchema.parse(skill));
    expect(counting).toMatchObject({ countsNow: true, reason: null, expiresOn: '2019-01-10' });
    expect(counting!.countsFor.length).toBeGreaterThan(0);
    const [unnamed] = ownSkills([answer], 'p2');
    expect(unnamed).toMatchObject({ countsNow: false, reason: { code: 'not-named' }, countsFor: [] });
  });

  it('follows the way of a record from its achievement to its counting', () => {
    const way = RecordWaySchema.parse(recordWay(answerFor(facts, '2018-06-01'), 'r-p1', true));
    expect(way.steps.map(({ step, done }) => [step, done])).toEqual([
      ['achieved', true],
      ['received', true],
      ['associated', true],
      ['counted', true],
    ]);
    expect(recordWay(answerFor(facts, '2018-06-01'), 'no-such-record', true)).toBeNull();
  });
});
