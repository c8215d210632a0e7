/** What comes to an end on a known day: certificates, the window of PMC, overrides. */
import { peopleLeftInPmc, pmcWindowEnd } from '../../domain/chase-list/pmc-associations.ts';
import { renewalOpensOn } from '../../domain/evaluation/renewal-opening.ts';
import {
  endingTarget,
  expiryTarget,
  nextStepDay,
  type StepTarget,
  stepComeDue,
  stepOwed,
} from '../../domain/notices/notice-steps.ts';
import { skillsReportRows } from '../../domain/skills-report/skills-report-rows.ts';
import { type Day, formatDay, parseDay } from '../../domain/time/day.ts';
import type { NoticedCertificate } from '../shared/notices/notice-content.ts';
import type { NoticeDraft } from '../shared/notices/raise-notices.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { type DueNotices, earliest } from './due-notices.ts';

/** So many certificates are named to the company; its report has the others. */
const NAMED = 10;

interface Expiring {
  readonly target: StepTarget;
  readonly certificate: NoticedCertificate;
}

/** Certificates that count today and expire, each once whatever number of programmes it counts in. */
function expiringCertificates(answers: readonly PartnerAnswer[]): readonly Expiring[] {
  const found = new Map<string, Expiring>();
  for (const { programme, facts, verdicts, asOf } of answers) {
    const question = { programme, day: parseDay(asOf.validAt)! };
    for (const row of skillsReportRows(facts.people ?? [], verdicts, question)) {
      const { expiresOn } = row;
      if (!row.countsNow || expiresOn === null || found.has(row.recordId)) continue;
      const opens = renewalOpensOn({ skill: row.skillId, achievedOn: row.achievedOn, expiresOn }, programme);
      found.set(row.recordId, {
        target: expiryTarget(expiresOn, programme.reminders.certificates),
        certificate: {
          person: row.personId,
          title: row.skillTitle,
          expiresOn: formatDay(expiresOn),
          renewalFrom: opens === null ? null : formatDay(opens),
        },
      });
    }
  }
  return [...found.values()].sort((left, right) => left.target.on - right.target.on);
}

/** One notice a person for everything of one day and step. */
function toPeople(expiring: readonly Expiring[], day: Day): readonly NoticeDraft[] {
  const groups = new Map<string, { key: string; certificates: NoticedCertificate[] }>();
  for (const { target, certificate } of expiring) {
    const step = stepOwed(target, day);
    if (step === null) continue;
    const key = `certificate-expiry ${certificate.expiresOn} ${step.offset}`;
    const group = groups.get(`${certificate.person} ${key}`) ?? { key, certificates: [] };
    group.certificates.push(certificate);
    groups.set(`${certificate.person} ${key}`, group);
  }
  return [...groups.values()].map(({ key, certificates }) => {
    const { person, expiresOn } = certificates[0]!;
    return { content: { kind: 'certificate-expiry', expiresOn, certificates }, key, userId: person };
  });
}

/** One notice a day to the company for everything whose step has come since the last round. */
function toCompany(expiring: readonly Expiring[], ranOn: Day | null, day: Day): readonly NoticeDraft[] {
  const due = expiring.filter(({ target }) => stepComeDue(target, ranOn, day) !== null);
  const last = due.at(-1);
  if (last === undefined) return [];
  const first = due.slice(0, NAMED).map(({ certificate }) => certificate);
  const until = last.certificate.expiresOn;
  const content = { first, count: due.length, until, within: last.target.on - day };
  return [
    {
      content: { kind: 'certificates-expiring', ...content },
      key: `certificates-expiring ${formatDay(day)}`,
      userId: null,
    },
  ];
}

function pmcNotices({ facts, programme, asOf }: PartnerAnswer, day: Day): DueNotices {
  const endsOn = pmcWindowEnd(facts.partner, programme);
  if (endsOn === null) return { drafts: [], next: null };
  const target = endingTarget(parseDay(endsOn)!, programme.reminders.pmcWindow);
  const step = stepOwed(target, day);
  const people = step === null ? 0 : peopleLeftInPmc(facts, asOf.validAt).length;
  const drafts: NoticeDraft[] =
    people === 0
      ? []
      : [
          {
            content: { kind: 'pmc-window-ending', endsOn, people },
            key: `pmc-window-ending ${endsOn} ${step!.offset}`,
            userId: null,
          },
        ];
  return { drafts, next: nextStepDay(target, day) };
}

function overrideNotices({ facts, programme }: PartnerAnswer, day: Day): DueNotices {
  const ending = (facts.exemptions ?? []).flatMap(({ competency, level, until }) => {
    const on = until ? parseDay(until.slice(0, 10)) : null;
    const known = programme.competencies.some(({ id }) => id === competency);
    if (on === null || !known) return [];
    return [{ competency, level, on, target: endingTarget(on, programme.reminders.overrides) }];
  });
  return {
    drafts: ending.flatMap(({ competency, level, on, target }): NoticeDraft[] => {
      const step = stepOwed(target, day);
      if (step === null) return [];
      const until = formatDay(on);
      return [
        {
          content: { kind: 'override-ending', programme: programme.id, competency, level, until },
          key: `override-ending ${programme.id} ${competency}/${level} ${until} ${step.offset}`,
          userId: null,
        },
      ];
    }),
    next: earliest(ending.map(({ target }) => nextStepDay(target, day))),
  };
}

/**
 * @param answers of that day, by each programme of the company
 * @param ranOn the day of the last round; null before the first one
 */
export function endingNotices(answers: readonly PartnerAnswer[], day: Day, ranOn: Day | null): DueNotices {
  const expiring = expiringCertificates(answers);
  const pmc = answers.map((answer) => pmcNotices(answer, day));
  const others = [...pmc, ...answers.map((answer) => overrideNotices(answer, day))];
  return {
    drafts: [
      ...toPeople(expiring, day),
      ...toCompany(expiring, ranOn, day),
      ...others.flatMap(({ drafts }) => drafts),
    ],
    next: earliest([
      ...expiring.map(({ target }) => nextStepDay(target, day)),
      ...others.map(({ next }) => next),
    ]),
  };
}
