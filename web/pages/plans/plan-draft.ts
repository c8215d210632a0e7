/** What the planner is asked, as it stands in the address of the page, so that it can be sent to a colleague. */
import type { UrlState } from '../../components/url-state.ts';

export interface DraftTarget {
  readonly competency: string;
  readonly level: string;
  /** `null`: whichever option is cheapest. */
  readonly option: string | null;
}

export interface DraftCost {
  readonly money: number;
  readonly hours: number;
}

export interface DraftPin {
  readonly person: string;
  readonly skill: string;
}

export interface PlanDraft {
  readonly targets: readonly DraftTarget[];
  /** `YYYY-MM-DD`; `null` while the page proposes the day. */
  readonly by: string | null;
  /** Departures the levels are to survive. */
  readonly survive: number;
  /** Money at most; `null` without a limit. */
  readonly budget: number | null;
  /** The levels are wanted with this probability at least; `null`: every attempt is taken to succeed. */
  readonly confidence: number | null;
  /** With which an attempt succeeds, where a probability is wanted. */
  readonly success: number;
  /** Of one exam or certification that has no price of its own. */
  readonly cost: DraftCost;
  /** Skill id → its own price. */
  readonly costs: Readonly<Record<string, DraftCost>>;
  /** People who are not to be trained. */
  readonly without: readonly string[];
  /** Hours of training at most, by person. */
  readonly maxHours: Readonly<Record<string, number>>;
  /** What people learn in any case. */
  readonly pins: readonly DraftPin[];
  /** What somebody else learns, if anybody. */
  readonly barred: readonly DraftPin[];
}

export const MOST_DEPARTURES = 3;

/** What an exam of Microsoft costs and takes, as a first proposal. */
export const USUAL_COST: DraftCost = { money: 165, hours: 40 };

/** How many attempts of ten succeed, and how sure the levels are to be, as first proposals. */
export const USUAL_SUCCESS = 0.8;
export const USUAL_CONFIDENCE = 0.9;

/** Between the parts of one thing; no id of a catalogue or a person holds it. */
const PART = '~';
const NEXT = ',';

const partsOf = (text: string | undefined): readonly (readonly string[])[] =>
  (text ?? '')
    .split(NEXT)
    .filter((item) => item !== '')
    .map((item) => item.split(PART));

/** A number of an address; anything else is `null`. */
function amount(text: string | undefined): number | null {
  if (text === undefined || !/^\d+(\.\d+)?$/.test(text)) return null;
  return Number(text);
}

/** A probability of an address; anything else is `null`. */
function share(text: string | undefined): number | null {
  const found = amount(text);
  return found === null || found > 1 ? null : found;
}

function costOf([money, hours]: readonly (string | undefined)[]): DraftCost | null {
  const [price, time] = [amount(money), amount(hours)];
  return price === null || time === null ? null : { money: price, hours: time };
}

const pairsOf = (text: string | undefined): readonly DraftPin[] =>
  partsOf(text).flatMap(([person, skill]) =>
    person === undefined || skill === undefined ? [] : [{ person, skill }],
  );

/** Reads an address; what cannot be read is left out, as if it had not been asked. */
export function readDraft(url: UrlState): PlanDraft {
  const survive = amount(url.survive) ?? 0;
  return {
    targets: partsOf(url.targets).flatMap(([competency, level, option]) =>
      competency === undefined || level === undefined ? [] : [{ competency, level, option: option ?? null }],
    ),
    by: /^\d{4}-\d{2}-\d{2}$/.test(url.by ?? '') ? url.by! : null,
    survive: Number.isInteger(survive) ? Math.min(survive, MOST_DEPARTURES) : 0,
    budget: amount(url.budget),
    confidence: share(url.confidence),
    success: share(url.success) ?? USUAL_SUCCESS,
    cost: costOf(partsOf(url.cost)[0] ?? []) ?? USUAL_COST,
    costs: Object.fromEntries(
      partsOf(url.costs).flatMap(([skill, ...price]) => {
        const cost = costOf(price);
        return skill === undefined || cost === null ? [] : [[skill, cost]];
      }),
    ),
    without: partsOf(url.without).flatMap(([person]) => person ?? []),
    maxHours: Object.fromEntries(
      partsOf(url.hours).flatMap(([person, most]) => {
        const hours = amount(most);
        return person === undefined || hours === null ? [] : [[person, hours]];
      }),
    ),
    pins: pairsOf(url.pins),
    barred: pairsOf(url.barred),
  };
}

const joined = (items: readonly (readonly (string | number | null)[])[]): string | undefined =>
  items.length === 0
    ? undefined
    : items.map((parts) => parts.filter((part) => part !== null).join(PART)).join(NEXT);

/** The address of a draft; what is as proposed does not stand in it. */
export function printDraft(draft: PlanDraft): UrlState {
  const { targets, by, survive, budget, confidence, success, cost, costs, without, maxHours, pins, barred } =
    draft;
  const pairs = (list: readonly DraftPin[]) => joined(list.map(({ person, skill }) => [person, skill]));
  const usual = cost.money === USUAL_COST.money && cost.hours === USUAL_COST.hours;
  return {
    targets: joined(targets.map(({ competency, level, option }) => [competency, level, option])),
    by: by ?? undefined,
    survive: survive === 0 ? undefined : String(survive),
    budget: budget === null ? undefined : String(budget),
    confidence: confidence === null ? undefined : String(confidence),
    success: success === USUAL_SUCCESS ? undefined : String(success),
    cost: usual ? undefined : `${cost.money}${PART}${cost.hours}`,
    costs: joined(Object.entries(costs).map(([skill, { money, hours }]) => [skill, money, hours])),
    without: joined(without.map((person) => [person])),
    hours: joined(Object.entries(maxHours)),
    pins: pairs(pins),
    barred: pairs(barred),
  };
}

const isTarget = (a: DraftTarget, b: DraftTarget) => a.competency === b.competency && a.level === b.level;

/** Chooses a level of a competency, or lets it go where it was chosen. */
export function withTarget(draft: PlanDraft, target: DraftTarget): PlanDraft {
  const others = draft.targets.filter((one) => !isTarget(one, target));
  return { ...draft, targets: others.length < draft.targets.length ? others : [...others, target] };
}

/** The same targets, one of them by another option. */
export function withOption(draft: PlanDraft, target: DraftTarget): PlanDraft {
  return { ...draft, targets: draft.targets.map((one) => (isTarget(one, target) ? target : one)) };
}

const isNot = (a: DraftPin) => (b: DraftPin) => a.person !== b.person || a.skill !== b.skill;

/** Somebody is not to be trained, or may be again; what was said of single actions goes with it. */
export function withPerson(draft: PlanDraft, person: string, excluded: boolean): PlanDraft {
  const without = draft.without.filter((one) => one !== person);
  if (!excluded) return { ...draft, without };
  const ofOthers = (pin: DraftPin) => pin.person !== person;
  return {
    ...draft,
    without: [...without, person],
    pins: draft.pins.filter(ofOthers),
    barred: draft.barred.filter(ofOthers),
  };
}

/** Pins an action, or lets it go where it was pinned. */
export function withPin(draft: PlanDraft, { person, skill }: DraftPin): PlanDraft {
  const pin = { person, skill };
  const pins = draft.pins.filter(isNot(pin));
  return {
    ...draft,
    pins: pins.length < draft.pins.length ? pins : [...pins, pin],
    barred: draft.barred.filter(isNot(pin)),
  };
}

/** Leaves an action to others, or allows it again. */
export function withBar(draft: PlanDraft, { person, skill }: DraftPin): PlanDraft {
  const pin = { person, skill };
  const barred = draft.barred.filter(isNot(pin));
  return {
    ...draft,
    barred: barred.length < draft.barred.length ? barred : [...barred, pin],
    pins: draft.pins.filter(isNot(pin)),
  };
}
