/** One segment as one programme sees it: its skills by the programme's numbers, its companies when they are needed. */
import { FactsTable } from '../facts/facts-table.ts';
import { CompanyReader } from './company-facts.ts';
import type { NetworkProgramme } from './network-programme.ts';
import { HAS_ASSETS, type NetworkSegment } from './network-segment.ts';
import { PackedReader } from './packed-bytes.ts';

export class SegmentReading {
  readonly segment: NetworkSegment;
  /** Skill number of the segment → of the programme, -1 for skills that no requirement in force names. */
  readonly skillNumbers: Int32Array;
  private readonly programme: NetworkProgramme;
  private readonly companies: CompanyReader;
  private readonly reader: PackedReader;
  /** Bits of the metrics that requirements read. */
  private readonly metricBits: number;
  private readonly facts = new FactsTable();
  private partnerRead = -1;

  constructor(segment: NetworkSegment, programme: NetworkProgramme) {
    this.segment = segment;
    this.programme = programme;
    const { skills, texts } = segment.texts();
    const { skillNumbers, predicatesOf } = programme.compiled;
    this.skillNumbers = Int32Array.from(skills, (id) => {
      const number = skillNumbers.get(id) ?? -1;
      return number >= 0 && predicatesOf[number]!.length > 0 ? number : -1;
    });
    this.companies = new CompanyReader(texts, programme.compiled);
    this.reader = new PackedReader(segment.companies);
    let bits = 0;
    texts.forEach((text, index) => {
      if (programme.metricsRead.has(text)) bits |= 1 << ((index + 1) % 32);
    });
    this.metricBits = bits;
  }

  /** Whether the company has nothing that requirements could read but people. */
  isBare(partner: number): boolean {
    const { marks, metricBits } = this.segment;
    return (marks[partner]! & HAS_ASSETS) === 0 && (metricBits[partner]! & this.metricBits) === 0;
  }

  /** The company's facts without people; valid until those of another partner are asked for. */
  company(partner: number): FactsTable {
    if (this.partnerRead === partner) return this.facts;
    if (this.isBare(partner)) return this.programme.bareAnswers(this.segment.marks[partner]!).facts;
    return this.wholeCompany(partner);
  }

  /** The same with memberships and exemptions, which no requirement reads. */
  wholeCompany(partner: number): FactsTable {
    if (this.partnerRead === partner) return this.facts;
    this.reader.at = this.segment.firstByte[partner]!;
    const id = this.reader.text();
    this.companies.read(id, this.reader, this.facts);
    this.partnerRead = partner;
    return this.facts;
  }
}
