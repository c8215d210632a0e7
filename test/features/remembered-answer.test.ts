import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogueRoot } from '../../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../../src/catalogue/load-programme.ts';
import type { Programme } from '../../src/domain/catalogue/catalogue.ts';
import type { Evidence } from '../../src/domain/evidence/evidence.ts';
import { factsOf } from '../../src/domain/evidence/evidence-facts.ts';
import { mergeEvidence } from '../../src/domain/evidence/merge-evidence.ts';
import { packPeople } from '../../src/domain/evidence/pack-people.ts';
import type { FactsPerson } from '../../src/domain/facts/facts-document.ts';
import { overview } from '../../src/features/overview/overview-query.ts';
import {
  type PartnerAnswer,
  partnerAnswer,
  type RememberedAnswer,
} from '../../src/features/shared/partner-answer.ts';
import type { Directory } from '../../src/features/shared/person-refs.ts';
import { skillsReport } from '../../src/features/skills-report/skills-report-query.ts';

const SKILLS = ['exam:70-764', 'exam:70-765', 'exam:70-767', 'exam:70-768', 'exam:unheard-of'];
const NAMES = ['Noël', 'noel', 'Ädams', 'Zoë', 'Émile', 'Weber 2', 'Weber 10'];

let programme: Programme;
beforeAll(async () => {
  programme = await loadProgramme(join(catalogueRoot(), 'microsoft-competencies'));
});

function idOf(number: number): string {
  return `p${String(number).padStart(3, '0')}`;
}

/** Somebody whose records depend on the number and on how often something was told. */
function person(number: number, told: number): FactsPerson {
  const id = idOf(number);
  const accountId = `acc-${id}`;
  return {
    id,
    employedFrom: '2015-01-01',
    employedUntil: (number + told) % 11 === 0 ? '2018-01-01' : null,
    associations: [{ accountId, provider: 'microsoft-learning', from: '2017-01-01', until: null }],
    records: Array.from({ length: 1 + ((number + told) % 4) }, (_, index) => ({
      id: `r-${(number * 37 + told * 11 + index) % 101}-${id}-${index}`,
      accountId,
      skill: SKILLS[(number + told + index) % SKILLS.length]!,
      achievedOn: `2017-0${1 + ((number + index) % 9)}-11`,
      expiresOn: (number + told) % 3 === 0 ? '2018-11-30' : null,
      source: 'microsoft-learning',
    })),
  };
}

const directory: Directory = new Map(
  Array.from({ length: 60 }, (_, number) => [
    idOf(number),
    {
      userId: idOf(number),
      firstName: NAMES[number % 5]!,
      lastName: NAMES[(number * 3) % NAMES.length]!,
      workEmail: `${idOf(number)}@contoso.example`,
      status: 'active' as const,
      technical: number % 2 === 0,
      employedFrom: null,
      employedUntil: null,
    },
  ]),
);

function answerFor(evidence: Evidence, before: RememberedAnswer | null): PartnerAnswer {
  const partner = {
    id: 'contoso',
    name: 'Contoso',
    mpnId: null,
    country: 'FR',
    market: 'developed' as const,
    origin: 'native' as const,
    movedFromPmcOn: null,
    enrolled: true,
  };
  const facts = factsOf(evidence, { partner: { id: 'contoso', market: 'developed' } });
  const loaded = { partner, facts, directory, evidenceVersion: 1 };
  return partnerAnswer(loaded, programme, { validAt: '2018-06-01', knownAt: null }, new Set(), before);
}

function everythingOf(answer: PartnerAnswer): string {
  const holders = { reports: [], accounts: [] };
  return JSON.stringify([
    answer.evaluation,
    answer.riskOfYear(),
    overview(answer, answer.reportRows(false), [], true),
    ...(['fr', 'en'] as const).flatMap((locale) =>
      [{}, { all: 'true' as const }].map((query) => skillsReport(answer, query, holders, locale, '/')),
    ),
  ]);
}

describe('an answer that takes over what an earlier one remembers', () => {
  it('says to the letter what an answer without memory says, fact after fact', () => {
    const first = packPeople(Array.from({ length: 50 }, (_, number) => person(number, 0)));
    let before = answerFor(first, null);
    everythingOf(before);
    const segments = [first];
    for (let told = 1; told <= 12; told++) {
      // Somebody else each time, now and then somebody new, and once somebody leaves for good.
      segments.push(packPeople([person((told * 17) % 56, told)], told === 5 ? [idOf(7)] : []));
      const evidence = mergeEvidence(segments);
      const answer = answerFor(evidence, before.remembered());
      if (told % 4 !== 0) expect(everythingOf(answer)).toBe(everythingOf(answerFor(evidence, null)));
      before = answer;
    }
  });

  it('hands on the same rows of people of whom nothing new is told', () => {
    const first = packPeople(Array.from({ length: 50 }, (_, number) => person(number, 0)));
    const before = answerFor(first, null);
    const rows = before.reportRows(false);
    const after = answerFor(mergeEvidence([first, packPeople([person(3, 1)])]), before.remembered());
    const others = after.reportRows(false).filter(({ userId }) => userId !== idOf(3));
    expect(others.length).toBeGreaterThan(60);
    expect(others.every((row) => rows.includes(row))).toBe(true);
  });
});
