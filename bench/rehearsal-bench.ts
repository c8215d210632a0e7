/**
 * A change of the rules rehearsed on an invented network that has been loaded: evidence in memory, as threads receive it.
 * Run with `npx tsx bench/rehearsal-bench.ts [companies]`; it prints a table and asserts nothing.
 */
import { join } from 'node:path';
import { catalogueRoot } from '../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../src/catalogue/load-programme.ts';
import type { AttainmentOption, Programme, Requirement } from '../src/domain/catalogue/catalogue.ts';
import { evidenceToBytes } from '../src/domain/evidence/evidence-bytes.ts';
import { packPeople } from '../src/domain/evidence/pack-people.ts';
import { catalogueDifference } from '../src/domain/rehearsal/catalogue-difference.ts';
import { lastDayToRehearse } from '../src/domain/rehearsal/rehearsal-days.ts';
import type { Day } from '../src/domain/time/day.ts';
import { type CompanyToRehearse, followCatalogueOrder } from '../src/features/catalogue/catalogue-order.ts';
import { asStored } from './as-stored.ts';
import { printTable } from './bench-table.ts';
import { ASKED_ON, FULL_NETWORK, inventedNetwork } from './invented-network.ts';

const companies = Number(process.argv[2] ?? FULL_NETWORK / 100);
const THREADS = 2;

const programme = await loadProgramme(join(catalogueRoot(), 'microsoft-competencies'));

function retiring(skill: string, retiredOn: Day): Programme {
  const skills = new Map(programme.skills);
  skills.set(skill, { ...skills.get(skill)!, retiredOn, retiredBefore: null });
  return { ...programme, version: `without ${skill}`, skills };
}

const loaded = [...inventedNetwork(programme, companies, ASKED_ON)].map(({ people, ...facts }, partner) => {
  const evidence = evidenceToBytes(
    packPeople((people ?? []).map((one, place) => asStored(one, partner, place))),
  );
  return {
    partnerId: facts.partner.id,
    company: { partner: { origin: 'native' }, facts },
    evidence,
  } as unknown as CompanyToRehearse;
});

function moreOf(requirement: Requirement): Requirement {
  switch (requirement.kind) {
    case 'people':
      return { ...requirement, count: requirement.count + 1 };
    case 'all-of':
    case 'any-of':
      return { ...requirement, of: requirement.of.map(moreOf) };
    default:
      return requirement;
  }
}

type OptionLevel = AttainmentOption['levels'][number];

function oneMore(of: OptionLevel): OptionLevel {
  if (of.level !== 'gold') return of;
  return { ...of, sets: of.sets.map((set) => ({ ...set, requirement: moreOf(set.requirement) })) };
}

const rows: (string | number)[][] = [];

function measure(what: string, after: Programme): void {
  const follow = followCatalogueOrder();
  const last = lastDayToRehearse(programme, after, catalogueDifference(programme, after), ASKED_ON);
  follow({ kind: 'prepare', question: { before: programme, after, first: ASKED_ON, last } });
  // Compiled by then.
  follow({ kind: 'rehearse', companies: loaded.slice(0, loaded.length / 10) });
  const before = process.cpuUsage();
  const answer = follow({ kind: 'rehearse', companies: loaded });
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  const concerned = answer.kind === 'rehearsed' ? answer.concerned.length : 0;
  rows.push([what, concerned, (seconds * 1e6) / companies, ((seconds / companies) * FULL_NETWORK) / THREADS]);
}

measure('an exam of one competency is retired', retiring('exam:70-764', ASKED_ON));
measure('an exam of several competencies is retired', retiring('exam:70-532', ASKED_ON));
measure('retired skills count for six months', {
  ...programme,
  version: 'six months',
  retirement: { ...programme.retirement, countsForMonths: 6 },
});

measure('certifications are valid for a year', {
  ...programme,
  version: 'a year',
  validity: [{ from: null, years: 1 }],
});
measure('a source is no longer recognised', {
  ...programme,
  version: 'fewer sources',
  recognisedSources: programme.recognisedSources.slice(1),
});
measure('every gold asks for one person more', {
  ...programme,
  version: 'one more',
  competencies: programme.competencies.map((competency) => ({
    ...competency,
    options: competency.options.map((option) => ({ ...option, levels: option.levels.map(oneMore) })),
  })),
});

console.log(
  `${companies} companies in memory; ${FULL_NETWORK} on ${THREADS} threads as far as processors go`,
);
printTable(
  ['change', 'companies concerned', 'CPU µs for each', `CPU seconds of each thread for ${FULL_NETWORK}`],
  rows,
);
