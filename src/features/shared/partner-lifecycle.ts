/** The state of every level of a company, from its facts and its memberships alone. */
import type { LevelChangeView, LevelStateView } from '../../contract/memberships.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { EvaluationResult } from '../../domain/evaluation/evaluation-result.ts';
import type { FactsExemption } from '../../domain/facts/facts-document.ts';
import { coveringTerms } from '../../domain/membership/covering-terms.ts';
import {
  type LevelFacts,
  type LifecycleChange,
  type LifecycleState,
  levelState,
  lifecycleHistory,
  type MetSpan,
} from '../../domain/membership/lifecycle.ts';
import { findOffer } from '../../domain/membership/membership-policy.ts';
import { type Holding, holdingsOn } from '../../domain/membership/membership-terms.ts';
import { companyEra } from '../../domain/membership/renewal-window.ts';
import type { CompetencyLevelState } from '../../domain/membership/shown-levels.ts';
import { type LevelSpans, levelKey } from '../../domain/projection/level-history.ts';
import { addYears, type Day, formatDay, parseDay } from '../../domain/time/day.ts';
import { hasProgress } from './competency-status.ts';
import { lossCauseViews } from './loss-cause-view.ts';
import type { LoadedPartner, PartnerAnswer } from './partner-answer.ts';

export interface LevelStanding extends CompetencyLevelState {
  readonly lostOn: Day | null;
  /** Since when, as far as was looked back. */
  readonly since: Day | null;
}

/** So far back the history of a level is told, or to its first membership. */
const YEARS_TOLD = 2;

/** A level that lapsed is told as lapsed for so long; what was held before is a matter of its history. */
const LAPSE_TOLD_YEARS = 1;

/** What the company holds on a day; nothing where the programme sells nothing. */
export function partnerHoldings(
  { partner, facts }: Pick<LoadedPartner, 'partner' | 'facts'>,
  { membership }: Programme,
  day: Day,
): readonly Holding[] {
  if (membership === null) return [];
  const moved = partner.movedFromPmcOn === null ? null : parseDay(partner.movedFromPmcOn);
  const closedOn = partner.mergedAt == null ? null : parseDay(partner.mergedAt.slice(0, 10));
  const company = { ...companyEra(moved, partner.origin), closedOn };
  return holdingsOn(membership, facts.memberships ?? [], company, day);
}

/** Without a membership the present is all that matters: a level is met today or it is not. */
function spansOfToday({ competencies, attained }: EvaluationResult): LevelSpans {
  const met: MetSpan = { from: null, until: null, exempt: false, causes: [] };
  const spans = new Map<string, readonly MetSpan[]>();
  for (const level of attained) if (level.exempt) spans.set(levelKey(level), [{ ...met, exempt: true }]);
  for (const level of competencies) if (level.outcome === 'met') spans.set(levelKey(level), [met]);
  return spans;
}

function levelFactsOf(
  { levels }: Programme,
  holdings: readonly Holding[],
  spans: LevelSpans,
  { competency, level }: { readonly competency: string; readonly level: string },
): LevelFacts {
  return {
    spans: spans.get(levelKey({ competency, level })) ?? [],
    terms: coveringTerms(levels, holdings, level),
  };
}

/** An exemption holds a level beyond the loss of its requirements. */
function exemptBeyond(exemptions: readonly FactsExemption[], lostOn: Day | null): Day | null {
  if (lostOn === null) return null;
  const ends = exemptions.map(({ until }) => (until ? parseDay(until.slice(0, 10)) : null));
  if (ends.includes(null)) return null;
  return Math.max(lostOn, ...(ends as Day[])) as Day;
}

/** By `competency/level`, the first day on which the level is lost by what is known. */
function knownLosses(answer: PartnerAnswer): ReadonlyMap<string, Day | null> {
  const { risk, ends } = answer.riskOfYear();
  const losses = new Map<string, Day | null>();
  for (const end of ends) losses.set(levelKey(end), parseDay(end.on));
  for (const level of risk.levels) {
    const exemptions = (answer.facts.exemptions ?? []).filter((each) => levelKey(each) === levelKey(level));
    const lost = level.firstLossDate === null ? null : parseDay(level.firstLossDate);
    losses.set(levelKey(level), exemptBeyond(exemptions, lost));
  }
  return losses;
}

function levelsOf({ programme }: PartnerAnswer) {
  return programme.competencies.flatMap(({ id, options }) => {
    const named = new Set(options.flatMap((option) => option.levels.map(({ level }) => level)));
    return programme.levels
      .filter((level) => named.has(level.id))
      .map((level) => ({ competency: id, level: level.id }));
  });
}

/** Every level that is begun, met, held or was held; competencies in the order of the programme. */
export function levelStandings(answer: PartnerAnswer): readonly LevelStanding[] {
  const { evaluation } = answer;
  const day = parseDay(answer.asOf.validAt)!;
  const oldest = addYears(day, -LAPSE_TOLD_YEARS);
  const holdings = partnerHoldings(answer, answer.programme, day).filter(
    ({ anniversary }) => anniversary > oldest,
  );
  const first = holdings.map(({ from }) => from).filter((from) => from <= day);
  const spans = first.length === 0 ? spansOfToday(evaluation) : answer.levelSpans(Math.min(...first) as Day);
  const losses = knownLosses(answer);
  const begun = new Set(
    evaluation.competencies.filter(({ requirements = [] }) => requirements.some(hasProgress)).map(levelKey),
  );
  return levelsOf(answer).flatMap((level): LevelStanding[] => {
    const facts = levelFactsOf(answer.programme, holdings, spans, level);
    const lostOn = losses.get(levelKey(level)) ?? null;
    const state = levelState(facts, { started: begun.has(levelKey(level)), lostOn }, day);
    if (state === null) return [];
    const since = first.length === 0 ? null : (lifecycleHistory(facts, day).at(-1)?.on ?? null);
    return [{ ...level, ...state, lostOn, since: state.state === 'started' ? null : since }];
  });
}

/** Every change of the levels of one competency in the last years, the latest first. */
export function competencyHistory(
  answer: PartnerAnswer,
  competency: string,
): readonly (LifecycleChange & { readonly level: string })[] {
  const day = parseDay(answer.asOf.validAt)!;
  const holdings = partnerHoldings(answer, answer.programme, day);
  const from = Math.min(addYears(day, -YEARS_TOLD), ...holdings.map((holding) => holding.from)) as Day;
  const spans = answer.levelSpans(from);
  return levelsOf(answer)
    .filter((level) => level.competency === competency)
    .flatMap((level) => {
      const facts = levelFactsOf(answer.programme, holdings, spans, level);
      return lifecycleHistory(facts, day).map((change) => ({ ...change, level: level.level }));
    })
    .sort((left, right) => right.on - left.on);
}

/** A level in one state, from a day to the day on which it was in another. */
export interface LevelEpisode {
  readonly competency: string;
  readonly level: string;
  readonly state: LifecycleState;
  /** `null`: since the first day that was looked at or before, or, of one that is begun, on no certain day. */
  readonly from: Day | null;
  /** First day on which it was no longer in this state; `null` while it is. */
  readonly until: Day | null;
}

/** The states of each level one after the other, the oldest first; the last of each as it stands on the day. */
export function levelEpisodes(answer: PartnerAnswer): readonly LevelEpisode[] {
  const day = parseDay(answer.asOf.validAt)!;
  const holdings = partnerHoldings(answer, answer.programme, day);
  const from = Math.min(addYears(day, -YEARS_TOLD), ...holdings.map((holding) => holding.from)) as Day;
  const spans = answer.levelSpans(from);
  const standings = new Map(answer.levelStandings().map((standing) => [levelKey(standing), standing.state]));
  return levelsOf(answer).flatMap((level): LevelEpisode[] => {
    const facts = levelFactsOf(answer.programme, holdings, spans, level);
    const changes = lifecycleHistory(facts, day);
    const first = {
      // Bought or met on the very day, it is known since when; else it may have been so before.
      on: changes.some(({ on }) => on === from) ? from : null,
      state: levelState(facts, { started: false, lostOn: null }, from)?.state ?? null,
    };
    const turns = [first, ...changes.filter(({ on }) => on > from)].filter(
      ({ state }, at, all) => at === 0 || state !== all[at - 1]!.state,
    );
    const present = standings.get(levelKey(level)) ?? null;
    return turns.flatMap(({ on, state }, at): LevelEpisode[] => {
      const until = turns[at + 1]?.on ?? null;
      const shown = until === null ? present : state;
      return shown === null ? [] : [{ ...level, state: shown, from: on, until }];
    });
  });
}

function printed(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
}

export function levelStandingView({ competencies }: Programme, standing: LevelStanding): LevelStateView {
  const { competency, level, state } = standing;
  return {
    competency,
    name: competencies.find(({ id }) => id === competency)!.name,
    level,
    state,
    since: printed(standing.since),
    anniversary: printed(standing.anniversary),
    graceUntil: printed(standing.graceUntil),
    lostOn: printed(standing.lostOn),
  };
}

/** The history for a reader with or without the right to names. */
export function competencyHistoryView(
  answer: PartnerAnswer,
  competency: string,
  mayNames: boolean,
): LevelChangeView[] {
  const { membership } = answer.programme;
  return competencyHistory(answer, competency).map(({ on, level, state, cause, offer, losses }) => ({
    on: formatDay(on),
    level,
    state,
    cause,
    offer: membership === null || offer === null ? null : (findOffer(membership, offer)?.name ?? null),
    losses: lossCauseViews(answer, competency, losses, mayNames),
  }));
}
