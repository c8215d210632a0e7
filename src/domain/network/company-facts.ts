/**
 * What belongs to a company rather than to its people, in few bytes: metrics as series, everything that repeats as
 * a number of a text. Only what rules read is kept.
 */

import type { CompiledProgramme } from '../evaluation/compiled-programme.ts';
import type { FactsDocument, FactsMetric } from '../facts/facts-document.ts';
import { FactsTable } from '../facts/facts-table.ts';
import { withFiguresOn } from '../facts/figures-on.ts';
import { enrolledTrack, isInWindow } from '../facts/read-company-facts.ts';
import { formatMonth, type Month, parseMonth } from '../time/day.ts';
import { PackedReader, PackedWriter } from './packed-bytes.ts';

/** Texts that repeat, numbered from 1 in the order of their first use; 0 stands for none. */
export class TextNumbers {
  readonly texts: string[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(text: string | null | undefined): number {
    if (text === null || text === undefined) return 0;
    let number = this.numbers.get(text);
    if (number === undefined) {
      number = this.texts.push(text);
      this.numbers.set(text, number);
    }
    return number;
  }

  clear(): void {
    this.texts.length = 0;
    this.numbers.clear();
  }
}

const MARKETS = [null, 'developed', 'developing'] as const;
const COMPLETE = 4;
const FIRST_MONTH = 1970 * 12;
const NOTHING: readonly never[] = [];

function isSameSeries(left: FactsMetric, right: FactsMetric): boolean {
  return (
    left.metric === right.metric &&
    (left.association ?? null) === (right.association ?? null) &&
    (left.competency ?? null) === (right.competency ?? null) &&
    (left.track ?? null) === (right.track ?? null)
  );
}

function seriesOf(metrics: readonly FactsMetric[]): readonly (readonly FactsMetric[])[] {
  const series: FactsMetric[][] = [];
  for (const entry of metrics) {
    const known = series.findLast((entries) => isSameSeries(entries[0]!, entry));
    if (known === undefined) series.push([entry]);
    else known.push(entry);
  }
  return series;
}

export function writeCompany(document: FactsDocument, texts: TextNumbers, out: PackedWriter): void {
  const { partner, memberships = [], assets = [], exemptions = [], enrolments = [] } = document;
  const { metrics = [] } = withFiguresOn(document, null);
  const market = MARKETS.indexOf(partner.market ?? null);
  out.natural(market + (document.complete === true ? COMPLETE : 0));
  out.natural(texts.numberOf(partner.movedFromPmcOn));
  const list = <T>(items: readonly T[], fields: (item: T) => readonly (string | null | undefined)[]) => {
    out.natural(items.length);
    for (const item of items) for (const field of fields(item)) out.natural(texts.numberOf(field));
  };
  list(memberships, ({ offer, activeFrom, anniversary }) => [offer, activeFrom, anniversary]);
  list(assets, ({ asset, from, until }) => [asset, from, until]);
  list(exemptions, ({ competency, level, from, until }) => [competency, level, from, until]);
  list(enrolments, ({ programme, track }) => [programme, track]);
  const series = seriesOf(metrics);
  out.natural(series.length);
  const body = new PackedWriter();
  for (const entries of series) {
    const { metric, association, competency, track } = entries[0]!;
    body.reset();
    for (const field of [association, competency, track]) body.natural(texts.numberOf(field));
    body.natural(entries.length);
    let before = FIRST_MONTH;
    for (const { month, value } of entries) {
      const number = parseMonth(month)!;
      body.number(number - before);
      body.number(value);
      before = number;
    }
    // Its length goes before a series, so that a reader passes over those it does not need.
    out.natural(texts.numberOf(metric));
    out.natural(body.length);
    out.append(body.written());
  }
}

/** Reads companies back, one after the other, into one facts table without people. */
export class CompanyReader {
  readonly facts = new FactsTable();
  private readonly texts: readonly string[];
  private readonly compiled: CompiledProgramme;
  private readonly from: PackedReader;
  /** Number of a text → of the metric it names, or -1. */
  private readonly metricNumbers: Int32Array;
  private readonly metricNames: readonly string[];
  private readonly months = new Map<number, string>();
  /** Number of the metric of each series of the company, then the place where its values begin. */
  private readonly series: number[] = [];
  private seriesCount = 0;
  /** 1 for metrics whose values are in the table. */
  private readonly filled: Uint8Array;

  constructor(companies: Uint8Array, texts: readonly string[], compiled: CompiledProgramme) {
    this.texts = texts;
    this.compiled = compiled;
    this.from = new PackedReader(companies);
    this.metricNumbers = Int32Array.from(['', ...texts], (text) => compiled.metricNumbers.get(text) ?? -1);
    this.metricNames = [...compiled.metricNumbers.keys()];
    this.facts.start(this.facts.document, compiled.metricNumbers.size);
    this.filled = new Uint8Array(compiled.metricNumbers.size);
  }

  /** Goes to the company whose bytes begin at `at`. No values of metrics are in the table yet. */
  open(at: number): void {
    const { from, facts, series } = this;
    from.at = at;
    const id = from.text();
    const flags = from.natural();
    const market = MARKETS[flags % COMPLETE]!;
    const movedFromPmcOn = this.text();
    const memberships = this.list(() => ({
      offer: this.text()!,
      activeFrom: this.text()!,
      anniversary: this.text(),
    }));
    const assets = this.list(() => ({ asset: this.text()!, from: this.text(), until: this.text() }));
    const exemptions = this.list(() => ({
      competency: this.text()!,
      level: this.text()!,
      from: this.text(),
      until: this.text(),
    }));
    const enrolments = this.list(() => ({ programme: this.text()!, track: this.text() }));
    const partner = { id, market, movedFromPmcOn };
    facts.document = { partner, memberships, assets, exemptions, enrolments };
    facts.partner = id;
    facts.market = market;
    facts.complete = flags >= COMPLETE;
    facts.track = enrolledTrack(this.compiled.programme, enrolments);
    this.emptyMetrics();
    let seriesCount = 0;
    for (let count = from.natural(); count > 0; count--) {
      const metric = this.metricNumbers[from.natural()]!;
      const length = from.natural();
      if (metric >= 0) {
        series[seriesCount++] = metric;
        series[seriesCount++] = from.at;
      }
      from.at += length;
    }
    this.seriesCount = seriesCount;
  }

  private emptyMetrics(): void {
    for (let metric = 0; metric < this.filled.length; metric++) {
      if (this.filled[metric] === 0) continue;
      this.facts.metricValues[metric]!.length = 0;
      this.filled[metric] = 0;
    }
  }

  /** Brings the values of metrics of the open company into the table. */
  fill(metrics: readonly number[]): void {
    const { series, filled } = this;
    for (const metric of metrics) {
      if (filled[metric] === 1) continue;
      filled[metric] = 1;
      for (let index = 0; index < this.seriesCount; index += 2) {
        if (series[index] === metric) this.fillSeries(metric, series[index + 1]!);
      }
    }
  }

  private fillSeries(number: number, at: number): void {
    const { from, facts, compiled } = this;
    from.at = at;
    const metric = this.metricNames[number]!;
    const association = this.text();
    const competency = this.text();
    const track = this.text();
    let month = FIRST_MONTH;
    for (let count = from.natural(); count > 0; count--) {
      month += from.number();
      const value = from.number();
      if (isInWindow(compiled, month)) {
        const entry = { metric, month: this.monthText(month), value, association, competency, track };
        facts.metricValues[number]!.push(entry);
      }
    }
  }

  private list<T>(item: () => T): readonly T[] {
    const count = this.from.natural();
    return count === 0 ? NOTHING : Array.from({ length: count }, item);
  }

  private text(): string | null {
    const number = this.from.natural();
    return number === 0 ? null : this.texts[number - 1]!;
  }

  private monthText(month: number): string {
    let text = this.months.get(month);
    if (text === undefined) {
      text = formatMonth(month as Month);
      this.months.set(month, text);
    }
    return text;
  }
}
