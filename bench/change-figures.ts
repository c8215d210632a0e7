/** One large partner: a record of one person changes, and the whole counted again. */
import type { Programme } from '../src/domain/catalogue/catalogue.ts';
import { compileProgramme } from '../src/domain/evaluation/compile-programme.ts';
import type { FactsPerson } from '../src/domain/facts/facts-document.ts';
import { FactsReader } from '../src/domain/facts/facts-reader.ts';
import { FactsTable } from '../src/domain/facts/facts-table.ts';
import { readFacts } from '../src/domain/facts/read-facts.ts';
import { CountingIntervals } from '../src/domain/network/counting-intervals.ts';
import { LivePartner } from '../src/domain/network/live-partner.ts';
import { NetworkLevels } from '../src/domain/network/network-levels.ts';
import { ASKED_ON, inventedPartner } from './invented-network.ts';
import { packDocuments } from './pack-network.ts';

/** The first tenth of the changes only warms the compiler up. */
const WARM_UP_SHARE = 10;
const WHOLE_ROUNDS = 30;
/** A number without common divisors with the sizes, so that people are taken from all over the partner. */
const STRIDE = 7_919;

export interface ChangeFigures {
  readonly people: number;
  readonly records: number;
  /** Seconds. */
  readonly p50: number;
  readonly p99: number;
  readonly wholeBest: number;
  readonly wholeMedian: number;
}

function seconds(work: () => void): number {
  const started = performance.now();
  work();
  return (performance.now() - started) / 1000;
}

function quantile(values: readonly number[], share: number): number {
  return [...values].sort((left, right) => left - right)[Math.floor((values.length - 1) * share)]!;
}

/** The same person with the first record gone, or dated otherwise. */
function changed(person: FactsPerson, round: number): FactsPerson {
  const [first, ...others] = person.records ?? [];
  if (first === undefined || round % 2 === 0) return { ...person, sameAs: null, records: others };
  return { ...person, sameAs: null, records: [{ ...first, achievedOn: '2016-02-29' }, ...others] };
}

export function changeFigures(programme: Programme, people: number, changes: number): ChangeFigures {
  const document = inventedPartner(programme, people);
  const { segments, size } = packDocuments(programme, [document]);
  const [segment] = segments;
  const day = ASKED_ON;
  const compiled = compileProgramme(programme, day);
  const levels = new NetworkLevels(programme, day);
  const live = new LivePartner(levels.programme, segment!, 0);
  const intervals = new CountingIntervals(compiled);
  const table = new FactsTable();
  const reader = new FactsReader();
  const everybody = [...document.people!].sort((left, right) => (left.id < right.id ? -1 : 1));
  const individuals = everybody.filter(({ sameAs }) => !sameAs);
  const times = Array.from({ length: changes }, (_, round) => {
    const place = (round * STRIDE) % individuals.length;
    const facts = { ...document, people: [changed(individuals[place]!, round)], metrics: [] };
    return seconds(() => {
      if (readFacts(facts, compiled, null, table, reader) !== null) throw new Error('refused');
      intervals.collect(table, 0);
      live.change(place, intervals);
    });
  }).slice(changes / WARM_UP_SHARE);
  const whole = Array.from({ length: WHOLE_ROUNDS }, () => seconds(() => void levels.evaluate(segment!)));
  return {
    people,
    records: size.records,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    wholeBest: Math.min(...whole),
    wholeMedian: quantile(whole, 0.5),
  };
}
