/** Checks the parts of a facts document that belong to the company rather than to a person. */
import type { Programme } from '../catalogue/catalogue.ts';
import type { CompiledProgramme } from '../evaluation/compiled-programme.ts';
import { parseMonth } from '../time/day.ts';
import type {
  FactsAsset,
  FactsEnrolment,
  FactsExemption,
  FactsMembership,
  FactsMetric,
} from './facts-document.ts';
import type { FactsReader, Unchecked } from './facts-reader.ts';
import { ALWAYS, type FactsTable, NEVER } from './facts-table.ts';
import { KnownFields } from './known-fields.ts';

const METRIC_FIELDS = new KnownFields('metric', 'month', 'value', 'association', 'competency', 'track');
const MEMBERSHIP_FIELDS = new KnownFields('offer', 'activeFrom', 'anniversary');
const ASSET_FIELDS = new KnownFields('asset', 'from', 'until');
const EXEMPTION_FIELDS = new KnownFields('competency', 'level', 'from', 'until', 'reason');
const ENROLMENT_FIELDS = new KnownFields('programme', 'track');

/** Whether requirements on the compiled day may read values of a month. */
export function isInWindow({ metricsFrom, window }: CompiledProgramme, month: number): boolean {
  return month >= metricsFrom && month <= window.to;
}

/** Replaces the values by those of another day's window; the document has been checked before. */
export function reloadMetrics(table: FactsTable, compiled: CompiledProgramme): void {
  for (const values of table.metricValues) values.length = 0;
  for (const entry of table.document.metrics ?? []) {
    const number = compiled.metricNumbers.get(entry.metric);
    const month = parseMonth(entry.month);
    if (number === undefined || month === null || !isInWindow(compiled, month)) continue;
    table.metricValues[number]!.push(entry);
  }
}

/** Keeps the values of the months that are read; a metric that the programme does not know is none of its business. */
export function readMetrics(
  reader: FactsReader,
  table: FactsTable,
  compiled: CompiledProgramme,
  metrics: readonly unknown[],
): void {
  for (let index = 0; index < metrics.length; index++) {
    reader.enter('metrics', index);
    const entry: Unchecked<FactsMetric> = reader.object(metrics[index]);
    const number = compiled.metricNumbers.get(reader.text(entry.metric, 'metric'));
    const month = reader.month(entry.month, 'month');
    reader.number(entry.value, 'value');
    reader.optionalText(entry.association, 'association');
    reader.optionalText(entry.competency, 'competency');
    reader.optionalText(entry.track, 'track');
    reader.noteUnknownFields(entry, METRIC_FIELDS);
    if (number !== undefined && isInWindow(compiled, month)) {
      table.metricValues[number]!.push(entry as FactsMetric);
    }
  }
}

export function readMemberships(reader: FactsReader, memberships: readonly unknown[]): void {
  for (let index = 0; index < memberships.length; index++) {
    reader.enter('memberships', index);
    const entry: Unchecked<FactsMembership> = reader.object(memberships[index]);
    reader.text(entry.offer, 'offer');
    reader.day(entry.activeFrom, 'activeFrom');
    reader.optionalDay(entry.anniversary, 'anniversary', NEVER);
    reader.noteUnknownFields(entry, MEMBERSHIP_FIELDS);
  }
}

export function readAssets(reader: FactsReader, assets: readonly unknown[]): void {
  for (let index = 0; index < assets.length; index++) {
    reader.enter('assets', index);
    const entry: Unchecked<FactsAsset> = reader.object(assets[index]);
    reader.text(entry.asset, 'asset');
    const from = reader.optionalDay(entry.from, 'from', ALWAYS);
    reader.interval(from, reader.optionalDay(entry.until, 'until', NEVER), 'until', entry.until);
    reader.noteUnknownFields(entry, ASSET_FIELDS);
  }
}

export function readExemptions(
  reader: FactsReader,
  { levels }: Programme,
  exemptions: readonly unknown[],
): void {
  const known = levels.map((level) => level.id);
  for (let index = 0; index < exemptions.length; index++) {
    reader.enter('exemptions', index);
    const entry: Unchecked<FactsExemption> = reader.object(exemptions[index]);
    reader.text(entry.competency, 'competency');
    reader.text(entry.level, 'level');
    reader.oneOf(entry.level, 'level', known);
    const from = reader.optionalDay(entry.from, 'from', ALWAYS);
    reader.interval(from, reader.optionalDay(entry.until, 'until', NEVER), 'until', entry.until);
    reader.optionalText(entry.reason, 'reason');
    reader.noteUnknownFields(entry, EXEMPTION_FIELDS);
  }
}

/** An enrolment in a track other than the default one wins over it, whatever the order. */
export function enrolledTrack(
  { id, tracks, defaultTrack }: Programme,
  enrolments: readonly FactsEnrolment[],
): string | null {
  let enrolled = defaultTrack;
  for (const { programme, track } of enrolments) {
    if (programme === id && track != null && tracks.has(track) && track !== defaultTrack) enrolled = track;
  }
  return enrolled;
}

export function readEnrolments(
  reader: FactsReader,
  table: FactsTable,
  rules: Programme,
  enrolments: readonly unknown[],
): void {
  const known = [...rules.tracks.keys()];
  for (let index = 0; index < enrolments.length; index++) {
    reader.enter('enrolments', index);
    const entry: Unchecked<FactsEnrolment> = reader.object(enrolments[index]);
    const programme = reader.text(entry.programme, 'programme');
    const track = reader.optionalText(entry.track, 'track');
    if (programme === rules.id && track !== null && known.length > 0) reader.oneOf(track, 'track', known);
    reader.noteUnknownFields(entry, ENROLMENT_FIELDS);
  }
  table.track = reader.problem === null ? enrolledTrack(rules, enrolments as FactsEnrolment[]) : null;
}
