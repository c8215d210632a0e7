/**
 * What belongs to a company rather than to its people, in few bytes: metrics as series, everything that repeats as
 * a number of a text. Only what rules read is kept.
 */
import type { CompiledProgramme } from '../evaluation/compiled-programme.ts';
import type { FactsDocument, FactsMetric } from '../facts/facts-document.ts';
import type { FactsTable } from '../facts/facts-table.ts';
import { keepMetric } from '../facts/read-company-facts.ts';
import { formatMonth, type Month, parseMonth } from '../time/day.ts';
import type { PackedReader, PackedWriter } from './packed-bytes.ts';

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
  const { partner, metrics = [], memberships = [], assets = [], exemptions = [], enrolments = [] } = document;
  const market = MARKETS.indexOf(partner.market ?? null);
  out.natural(market + (document.complete === true ? COMPLETE : 0));
  out.natural(texts.numberOf(partner.movedFromPmcOn));
  const list = <T>(items: readonly T[], fields: (item: T) => readonly (string | null | undefined)[]) => {
    out.natural(items.length);
    for (const item of items) for (const field of fields(item)) out.natural(texts.numberOf(field));
  };
  list(memberships, ({ offer, activeFrom, anniversary }) => [offer, activeFrom, anniversary]);
  list(assets, ({ asset, from, until }) => [asset, from, until]);
  list(exemptions, ({ competency, level, until }) => [competency, level, until]);
  list(enrolments, ({ programme, track }) => [programme, track]);
  const series = seriesOf(metrics);
  out.natural(series.length);
  for (const entries of series) {
    const { metric, association, competency, track } = entries[0]!;
    for (const field of [metric, association, competency, track]) out.natural(texts.numberOf(field));
    out.natural(entries.length);
    for (const { month, value } of entries) {
      out.number(parseMonth(month)! - FIRST_MONTH);
      out.number(value);
    }
  }
}

/** Reads companies back, each into a facts table without people. */
export class CompanyReader {
  private readonly texts: readonly string[];
  private readonly compiled: CompiledProgramme;
  private readonly months = new Map<number, string>();

  constructor(texts: readonly string[], compiled: CompiledProgramme) {
    this.texts = texts;
    this.compiled = compiled;
  }

  read(partner: string, from: PackedReader, table: FactsTable): void {
    const { compiled } = this;
    const flags = from.natural();
    const market = MARKETS[flags % COMPLETE]!;
    const movedFromPmcOn = this.text(from);
    const memberships = this.list(from, () => ({
      offer: this.text(from)!,
      activeFrom: this.text(from)!,
      anniversary: this.text(from),
    }));
    const assets = this.list(from, () => ({
      asset: this.text(from)!,
      from: this.text(from),
      until: this.text(from),
    }));
    const exemptions = this.list(from, () => ({
      competency: this.text(from)!,
      level: this.text(from)!,
      until: this.text(from),
    }));
    const enrolments = this.list(from, () => ({ programme: this.text(from)!, track: this.text(from) }));
    const about = { id: partner, market, movedFromPmcOn };
    table.start({ partner: about, memberships, assets, exemptions, enrolments }, compiled.metricNumbers.size);
    table.partner = partner;
    table.market = market;
    table.complete = flags >= COMPLETE;
    this.readMetrics(from, table);
  }

  private readMetrics(from: PackedReader, table: FactsTable): void {
    const { compiled } = this;
    for (let series = from.natural(); series > 0; series--) {
      const metric = this.text(from)!;
      const association = this.text(from);
      const competency = this.text(from);
      const track = this.text(from);
      for (let count = from.natural(); count > 0; count--) {
        const month = from.number() + FIRST_MONTH;
        const value = from.number();
        const entry = { metric, month: this.monthText(month), value, association, competency, track };
        keepMetric(table, compiled, entry, month as Month);
      }
    }
  }

  private list<T>(from: PackedReader, item: () => T): readonly T[] {
    const count = from.natural();
    return count === 0 ? [] : Array.from({ length: count }, item);
  }

  private text(from: PackedReader): string | null {
    const number = from.natural();
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
