/**
 * Checks a facts document and lays it out as columns, in one pass and without a schema library: this is the
 * hottest code of the command line.
 */
import type { CompiledProgramme } from '../evaluation/compiled-programme.ts';
import { evidenceOf } from '../evidence/evidence-facts.ts';
import { addMonths, type Day } from '../time/day.ts';
import type { FactsDocument } from './facts-document.ts';
import type { InvalidFacts } from './facts-problem.ts';
import { type FactsReader, isObject, type Unchecked } from './facts-reader.ts';
import { type FactsTable, NEVER } from './facts-table.ts';
import { KnownFields } from './known-fields.ts';
import {
  readAssets,
  readEnrolments,
  readExemptions,
  readMemberships,
  readMetrics,
} from './read-company-facts.ts';
import { readEvidence } from './read-evidence.ts';
import { joinIndividuals, readPeople } from './read-people.ts';

const DOCUMENT_FIELDS = new KnownFields(
  'partner',
  'people',
  'metrics',
  'memberships',
  'assets',
  'exemptions',
  'enrolments',
  'complete',
);
const PARTNER_FIELDS = new KnownFields('id', 'market', 'country', 'movedFromPmcOn');

/** A bound of what is known: records recorded after it do not appear. */
type KnownBound = number;

function readPartner(reader: FactsReader, table: FactsTable, value: unknown, pmcWindowMonths: number): void {
  reader.enter('partner', 0);
  const partner: Unchecked<FactsDocument['partner']> = reader.object(value);
  table.partner = reader.text(partner.id, 'id');
  const market = reader.oneOf(partner.market, 'market', ['developed', 'developing']);
  table.market = market === 'developed' || market === 'developing' ? market : null;
  reader.optionalText(partner.country, 'country');
  const moved = reader.optionalDay(partner.movedFromPmcOn, 'movedFromPmcOn', NEVER);
  table.pmcWindowEnd = moved === NEVER ? NEVER : addMonths(moved as Day, pmcWindowMonths);
  reader.noteUnknownFields(partner, PARTNER_FIELDS);
}

/** @returns the first problem found, or null; the table holds the facts only in the latter case. */
export function readFacts(
  document: unknown,
  compiled: CompiledProgramme,
  known: KnownBound | null,
  table: FactsTable,
  reader: FactsReader,
): InvalidFacts | null {
  const { programme } = compiled;
  reader.start();
  if (!isObject(document)) {
    reader.fail('', 'wrong-type', document, 'an object');
    return reader.problem;
  }
  // Nothing of the table is used unless every field turns out to be as its type says.
  table.start(document as unknown as FactsDocument, compiled.metricNumbers.size);
  readPartner(reader, table, document.partner, programme.pmcWindowMonths);
  reader.enter('', 0);
  if (document.complete !== undefined && typeof document.complete !== 'boolean') {
    reader.fail('complete', 'wrong-type', document.complete, 'true | false');
  }
  table.complete = document.complete === true;
  reader.noteUnknownFields(document, DOCUMENT_FIELDS);
  const evidence = evidenceOf(document);
  if (evidence !== undefined) readEvidence(reader, table, compiled, known, evidence);
  else readPeople(reader, table, compiled, known, reader.list(document.people, 'people'));
  reader.enter('', 0);
  readMetrics(reader, table, compiled, reader.list(document.metrics, 'metrics'));
  reader.enter('', 0);
  readMemberships(reader, reader.list(document.memberships, 'memberships'));
  reader.enter('', 0);
  readAssets(reader, reader.list(document.assets, 'assets'));
  reader.enter('', 0);
  readExemptions(reader, programme, reader.list(document.exemptions, 'exemptions'));
  reader.enter('', 0);
  readEnrolments(reader, table, programme, reader.list(document.enrolments, 'enrolments'));
  if (reader.problem === null) joinIndividuals(table);
  return reader.problem;
}
