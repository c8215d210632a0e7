/** What a company holds, may buy and has ordered, on a day. */
import type { HoldingView, Memberships, OfferView } from '../../contract/memberships.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { findOffer, type MembershipPolicy } from '../../domain/membership/membership-policy.ts';
import { type Holding, nextAnniversary } from '../../domain/membership/membership-terms.ts';
import { type OfferStanding, offerStandings } from '../../domain/membership/offer-eligibility.ts';
import { anniversaryOf, isOpen } from '../../domain/membership/renewal-window.ts';
import { type Day, formatDay, parseDay } from '../../domain/time/day.ts';
import { missingThings } from '../shared/missing-things.ts';
import { namedOption } from '../shared/option-names.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { levelStandingView, partnerHoldings } from '../shared/partner-lifecycle.ts';
import type { PaymentGateway } from '../shared/payment-gateway.ts';
import { eligibilityQuestion, membershipOf } from './offer-question.ts';
import { type OrderBook, orderView } from './order-view.ts';

/** So many ways to a level that is not met are told. */
const WAYS_TOLD = 3;

function printed(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
}

function holdingView({ offer, ...holding }: Holding, day: Day): HoldingView {
  const { window } = holding;
  return {
    offer: offer.id,
    name: offer.name,
    level: offer.level,
    state: holding.state,
    activeFrom: formatDay(holding.from),
    anniversary: formatDay(holding.anniversary),
    replacedOn: printed(holding.replacedOn),
    renewed: holding.renewed,
    window: {
      era: window.era,
      opens: formatDay(window.opens),
      closes: formatDay(window.closes),
      open: isOpen(window, day),
    },
  };
}

function nameOf({ competencies }: Programme, competency: string) {
  return competencies.find(({ id }) => id === competency)!.name;
}

/** The options in which the least is missing to a level: people, figures that are unknown, and those that fall short. */
function nearestWays({ evaluation, programme }: PartnerAnswer, level: string): OfferView['nearest'] {
  const ways = evaluation.competencies
    .filter((result) => result.level === level && result.outcome !== 'met')
    .map((result) => {
      const { unknown, missed } = missingThings(result, programme);
      return { result, unknown, missed, distance: result.shortfall.people + unknown.length + missed.length };
    })
    .sort((left, right) => left.distance - right.distance);
  return ways.slice(0, WAYS_TOLD).map(({ result, unknown, missed }) => {
    const { name, optionName } = namedOption(programme, result);
    return {
      competency: result.competency,
      name,
      option: optionName,
      people: result.shortfall.people,
      unknown,
      missed,
    };
  });
}

function offerView(answer: PartnerAnswer, policy: MembershipPolicy, standing: OfferStanding): OfferView {
  const { programme, evaluation } = answer;
  const { offer, reason } = standing;
  const met = new Set([
    ...evaluation.competencies
      .filter(({ level, outcome }) => level === offer.level && outcome === 'met')
      .map(({ competency }) => competency),
    ...evaluation.attained
      .filter(({ level, exempt }) => level === offer.level && exempt === true)
      .map(({ competency }) => competency),
  ]);
  const short = reason === 'level-not-met' || reason === 'level-undetermined';
  return {
    offer: offer.id,
    name: offer.name,
    level: offer.level,
    act: standing.act,
    reason,
    because: standing.because === null ? null : (findOffer(policy, standing.because)?.name ?? null),
    opens: printed(standing.opens),
    closes: printed(standing.closes),
    begins: formatDay(standing.begins),
    anniversary: formatDay(anniversaryOf(policy, standing.begins)),
    price: standing.price,
    metBy: [...met].map((competency) => ({ competency, name: nameOf(programme, competency) })),
    nearest: short && offer.level !== null ? nearestWays(answer, offer.level) : [],
  };
}

export function memberships(
  answer: PartnerAnswer,
  book: Omit<OrderBook, 'day'>,
  payments: PaymentGateway | null,
): Memberships {
  const { programme, evaluation } = answer;
  const policy = membershipOf(programme);
  const day = parseDay(answer.asOf.validAt)!;
  const holdings = partnerHoldings(answer, programme, day);
  const orders = book.orders.filter((order) => order.programme === programme.id);
  const standings = offerStandings(policy, eligibilityQuestion(answer, holdings, orders));
  return {
    value: [...holdings].reverse().map((holding) => holdingView(holding, day)),
    offers: standings.map((standing) => offerView(answer, policy, standing)),
    orders: orders.map((order) => orderView(programme, order, { ...book, day })),
    nextAnniversary: printed(nextAnniversary(holdings, day)),
    levels: answer.levelStandings().map((standing) => levelStandingView(programme, standing)),
    payment: {
      transferDays: policy.transferDays,
      cancellationDays: policy.cancellationDays,
      cards: payments === null ? null : [...payments.testCards],
    },
    asOf: evaluation.asOf,
    programme: programme.id,
    catalogueVersion: programme.version,
  };
}
