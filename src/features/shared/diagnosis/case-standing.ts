import { type CaseState, type CaseSubject, caseState } from '../../../domain/diagnosis/case-state.ts';
import { diagnosePerson, isAssociated } from '../../../domain/diagnosis/diagnose-person.ts';
import { conflict, type HttpProblem } from '../../../http/problem.ts';
import type { TenantTransaction } from '../../../store/database.ts';
import type { PartnerId } from '../../../store/partner-id.ts';
import type { User } from '../../../store/users-store.ts';
import { today } from '../as-of.ts';
import { answersOfEach } from '../partner-programmes.ts';
import type { Services } from '../services.ts';
import { finderFor } from '../skill-finders.ts';
import { askedSkill } from './asked-skill.ts';
import { loadSituation } from './load-situation.ts';

export interface CaseAbout {
  readonly about: CaseSubject;
  /** As it was typed: an id, a code or a title. */
  readonly skill: string | null;
  /** `YYYY-MM-DD` */
  readonly achievedOn: string | null;
}

/** Says of a person whether a case would help now; the transaction sees the company. */
export type CaseStanding = (tx: TenantTransaction, user: User, asked: CaseAbout) => Promise<CaseState>;

/** What the diagnosis says of a case, for a company; its facts are loaded once, before any transaction. */
export async function caseStandingFor(services: Services, partnerId: PartnerId): Promise<CaseStanding> {
  const day = today(services.now());
  const answers = await answersOfEach(services, partnerId, { validAt: day, knownAt: null });
  const programmes = answers.map(({ programme }) => programme);
  const find = await finderFor(services, partnerId);
  return async (tx, user, { about, skill, achievedOn }) => {
    const missed = about === 'missing-skill' ? skill : null;
    const { situation } = await loadSituation(tx, answers, {
      user,
      skill: missed === null ? null : askedSkill(missed, achievedOn ?? undefined, programmes, find, day),
      mayElsewhere: false,
    });
    return caseState(diagnosePerson(situation), { associated: isAssociated(situation), about });
  };
}

type Obstacle = NonNullable<CaseState['reason']>;

const TOLD: Readonly<Record<Obstacle, readonly [title: string, whatToDo: string]>> = {
  'person-left': ['The person has left the company.', 'Correct the day of departure if it is wrong.'],
  'no-user-account': ['The user account is disabled.', 'Enable it first.'],
  'not-associated': [
    'A learning account has to be associated with the company first.',
    'The person associates it; the diagnosis leads there.',
  ],
  'source-delay': ['The source still has time to tell.', 'Open the case after that.'],
  'would-not-count': [
    'No competency of the company asks for this skill.',
    'Check its code or title; with the skill it would not count either.',
  ],
  'nothing-missing': [
    'Support cannot help here.',
    'The diagnosis says how it stands and who can act; if the skill was achieved anew, say on which day.',
  ],
};

/** The refusal of a case that would not help, or not yet: with the instant from which on it can be opened. */
export function caseRefused({ reason, expectedBy }: CaseState): HttpProblem {
  const [title, whatToDo] = TOLD[reason!];
  const waits = reason === 'source-delay' && expectedBy !== null;
  const until = waits ? `It will have told by ${expectedBy}. ` : '';
  return conflict(`case-${reason}`, title, {
    detail: `No case was opened. ${until}${whatToDo}`,
    ...(waits ? { expectedBy } : {}),
  });
}
