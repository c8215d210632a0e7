import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { HttpProblem, notFound } from '../../http/problem.ts';
import { recentlyUsed } from '../../http/recently-used.ts';
import type { Database } from '../../store/database.ts';
import { type Enrolment, enrolmentsOf } from '../../store/enrolments-store.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import type { AsOf } from './as-of.ts';
import type { PartnerAnswer } from './partner-answer.ts';
import type { PartnerAnswers, PartnerProgramme, ProgrammesOf, Services } from './services.ts';

/** Companies whose enrolments are kept in memory. */
const MOST_COMPANIES = 10_000;

const SYSTEM = { kind: 'system', name: 'evaluation' } as const;

/**
 * The programmes of the enrolments, the default one first. A company that takes part in none is answered about the
 * default one, so that its pages say what would be needed. Programmes that are not installed here are left out.
 */
function programmesOfEnrolments(
  enrolments: readonly Enrolment[],
  programmes: ReadonlyMap<string, Programme>,
  byDefault: Programme,
): readonly [PartnerProgramme, ...PartnerProgramme[]] {
  const enrolled = enrolments.flatMap(({ programme: id, track }): PartnerProgramme[] => {
    const programme = programmes.get(id);
    return programme === undefined
      ? []
      : [{ programme, track: track ?? programme.defaultTrack, enrolled: true }];
  });
  const [first, ...others] = enrolled.sort(
    (a, b) => Number(b.programme === byDefault) - Number(a.programme === byDefault),
  );
  if (first === undefined) return [{ programme: byDefault, track: byDefault.defaultTrack, enrolled: false }];
  return [first, ...others];
}

interface Known {
  readonly answers: PartnerAnswers;
  readonly programme: () => Programme;
  readonly programmes: ReadonlyMap<string, Programme>;
}

/** Enrolments are facts: they are read again only when a fact of the company has changed. */
export function programmesOfPartners(
  database: Database,
  { answers, programme, programmes }: Known,
): ProgrammesOf {
  const known = recentlyUsed<readonly Enrolment[]>(MOST_COMPANIES, () => 1);
  return async (partnerId, evidence) => {
    const key = `${partnerId} ${evidence ?? (await answers.version(partnerId))}`;
    let enrolments = known.get(key);
    if (enrolments === undefined) {
      enrolments = await database.readAsTenant({ partnerId, actor: SYSTEM }, enrolmentsOf);
      known.set(key, enrolments);
    }
    // The rules may be others than when it was asked last.
    return programmesOfEnrolments(enrolments, programmes, programme());
  };
}

/** The answers of a company by each of its programmes, for what is asked about a person and not about a programme. */
export async function answersOfEach(
  { answers, programmesOf }: Pick<Services, 'answers' | 'programmesOf'>,
  partnerId: PartnerId,
  asOf: AsOf,
): Promise<readonly [PartnerAnswer, ...PartnerAnswer[]]> {
  const [first, ...others] = await programmesOf(partnerId);
  const found = [await answers.of(partnerId, first.programme, asOf)] as [PartnerAnswer, ...PartnerAnswer[]];
  for (const { programme } of others) found.push(await answers.of(partnerId, programme, asOf));
  return found;
}

export type FoundProgramme =
  | { readonly kind: 'found'; readonly programme: Programme }
  | { readonly kind: 'unknown-programme'; readonly known: readonly string[] }
  | { readonly kind: 'not-enrolled'; readonly enrolledIn: readonly string[] };

/** The programme that a question about a company means: the one it names, else the first of the company. */
export async function findProgramme(
  { programmes, programmesOf }: Pick<Services, 'programmes' | 'programmesOf'>,
  partnerId: PartnerId,
  asked: string | undefined,
  evidence?: string,
): Promise<FoundProgramme> {
  const own = await programmesOf(partnerId, evidence);
  if (asked === undefined) return { kind: 'found', programme: own[0].programme };
  const found = own.find(({ programme }) => programme.id === asked);
  if (found !== undefined) return { kind: 'found', programme: found.programme };
  if (!programmes.has(asked)) return { kind: 'unknown-programme', known: [...programmes.keys()] };
  const enrolledIn = own.filter(({ enrolled }) => enrolled).map(({ programme }) => programme.id);
  return { kind: 'not-enrolled', enrolledIn };
}

/**
 * The same for a route: a refusal says what to do.
 * @param evidence the version of the company's evidence, where it has been asked for
 */
export async function askedProgramme(
  services: Pick<Services, 'programmes' | 'programmesOf'>,
  partnerId: PartnerId,
  asked: string | undefined,
  evidence?: string,
): Promise<Programme> {
  const found = await findProgramme(services, partnerId, asked, evidence);
  switch (found.kind) {
    case 'found':
      return found.programme;
    case 'unknown-programme':
      throw notFound('programme-not-found', 'There is no such programme.');
    case 'not-enrolled':
      throw new HttpProblem(404, 'not-enrolled', 'The company does not take part in this programme.', {
        detail: 'A programme operator can enrol it. Its rules can be read without.',
      });
  }
}
