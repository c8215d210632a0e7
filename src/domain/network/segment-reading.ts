/** One segment as one programme sees it: its skills by the programme's numbers, its companies when they are needed. */
import { FactsReader } from '../facts/facts-reader.ts';
import { FactsTable } from '../facts/facts-table.ts';
import { readFacts } from '../facts/read-facts.ts';
import { CompanyReader } from './company-facts.ts';
import type { BareAnswers, NetworkProgramme } from './network-programme.ts';
import { HAS_ASSETS, HAS_ENROLMENTS, type NetworkSegment } from './network-segment.ts';
import { type HeldDays, unpackPartner } from './unpack-partner.ts';

export class SegmentReading {
  readonly segment: NetworkSegment;
  /** Skill number of the segment → of the programme, -1 for skills that no requirement in force names. */
  readonly skillNumbers: Int32Array;
  private readonly programme: NetworkProgramme;
  private readonly companies: CompanyReader;
  /** Bits of the metrics that the requirements of each option read. */
  private readonly metricBits: Int32Array;
  private partnerRead = -1;
  private readonly skills: readonly string[];
  private readonly wholeFacts = new FactsTable();
  private readonly reader = new FactsReader();
  private wholeRead = -1;
  /** What changed since the segment was packed, where one partner is kept up to date. */
  private readonly changedPeople = new Map<number, HeldDays>();
  private changedCompany: FactsTable | null = null;

  constructor(segment: NetworkSegment, programme: NetworkProgramme) {
    this.segment = segment;
    this.programme = programme;
    const { skills, texts } = segment.texts();
    this.skills = skills;
    const { skillNumbers, predicatesOf, metricNumbers } = programme.compiled;
    this.skillNumbers = Int32Array.from(skills, (id) => {
      const number = skillNumbers.get(id) ?? -1;
      return number >= 0 && predicatesOf[number]!.length > 0 ? number : -1;
    });
    this.companies = new CompanyReader(segment.companies, texts, programme.compiled);
    const bitOf = new Map<number, number>();
    texts.forEach((text, index) => {
      const metric = metricNumbers.get(text);
      if (metric !== undefined) bitOf.set(metric, 1 << ((index + 1) % 32));
    });
    this.metricBits = Int32Array.from(programme.metricsOf, (metrics) =>
      metrics.reduce((bits, metric) => bits | (bitOf.get(metric) ?? 0), 0),
    );
  }

  /** From now on the individual at this place holds these skills; only where a single partner is read. */
  changeIndividual(place: number, held: HeldDays): void {
    this.changedPeople.set(place, held);
    this.wholeRead = -1;
  }

  /** From now on these are the facts of the company, people apart; only where a single partner is read. */
  changeCompany(facts: FactsTable): void {
    this.changedCompany = facts;
    this.wholeRead = -1;
  }

  /** The partner's track, in programmes that have tracks. */
  track(partner: number): string | null {
    const { defaultTrack } = this.programme.compiled.programme;
    if (this.changedCompany !== null) return this.changedCompany.track;
    if (defaultTrack === null || (this.segment.marks[partner]! & HAS_ENROLMENTS) === 0) return defaultTrack;
    return this.company(partner).track;
  }

  /** The answers of a company of this kind that has nothing. */
  bareAnswers(partner: number): BareAnswers {
    return this.programme.bareAnswers(this.segment.marks[partner]!, this.track(partner));
  }

  /** Whether the company has nothing, people apart, that the requirements of the option could read. */
  isBare(partner: number, option: number): boolean {
    const { marks, metricBits } = this.segment;
    if (this.changedCompany !== null || this.programme.followMembership[option] === 1) return false;
    return (marks[partner]! & HAS_ASSETS) === 0 && (metricBits[partner]! & this.metricBits[option]!) === 0;
  }

  /** The company's facts as far as the option reads them; valid until another partner's are asked. */
  companyFor(partner: number, option: number): FactsTable {
    if (this.programme.needPeople[option] === 1) return this.whole(partner);
    if (this.isBare(partner, option)) return this.bareAnswers(partner).facts;
    return this.companyWith(partner, this.programme.metricsOf[option]!);
  }

  /** The company's facts with the values of these metrics, without people. */
  companyWith(partner: number, metrics: readonly number[]): FactsTable {
    const facts = this.company(partner);
    if (this.changedCompany === null) this.companies.fill(metrics);
    return facts;
  }

  /** The company's facts without people and metrics. */
  company(partner: number): FactsTable {
    if (this.changedCompany !== null) return this.changedCompany;
    if (this.partnerRead !== partner) this.companies.open(this.segment.firstByte[partner]!);
    this.partnerRead = partner;
    return this.companies.facts;
  }

  /** Everything, people as they count and all metrics. */
  whole(partner: number): FactsTable {
    const { wholeFacts } = this;
    if (this.wholeRead === partner) return wholeFacts;
    this.wholeRead = partner;
    const { compiled } = this.programme;
    const metrics = Array.from({ length: compiled.metricNumbers.size }, (_, metric) => metric);
    const company = this.companyWith(partner, metrics);
    const document = unpackPartner(this.segment, partner, this.skills, company.document, this.changedPeople);
    const problem = readFacts(document, compiled, null, wholeFacts, this.reader);
    if (problem !== null) throw new Error(`a packed partner is refused: ${problem.path} ${problem.problem}`);
    wholeFacts.complete = company.complete;
    company.metricValues.forEach((values, metric) => {
      wholeFacts.metricValues[metric]!.push(...values);
    });
    return wholeFacts;
  }
}
