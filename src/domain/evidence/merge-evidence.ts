/**
 * Several pieces of evidence of one partner as one: a person in a later piece replaces the same person in the
 * earlier ones. The people of the first piece keep their order, which is that of ids where the store wrote it.
 */
import {
  COLUMN_NAMES,
  COLUMNS,
  type Codes,
  type ColumnKind,
  type Evidence,
  FIRST_CODE,
  ID_BYTES,
  type ItemKind,
  REMOVED,
} from './evidence.ts';
import { type Dictionary, EvidenceBuilder } from './evidence-builder.ts';
import { comesFrom, type EvidenceRun } from './evidence-facts.ts';
import { idsOf } from './evidence-ids.ts';

/** Codes of one piece in terms of the merged tables, worked out when they are first met. */
class CodeMap {
  private readonly known: Uint32Array;
  private readonly mapped: (entry: number) => number;

  constructor(entries: number, mapped: (entry: number) => number) {
    this.known = new Uint32Array(entries + FIRST_CODE);
    this.mapped = mapped;
  }

  of(code: number): number {
    if (code < FIRST_CODE) return code;
    this.known[code] ||= this.mapped(code - FIRST_CODE);
    return this.known[code]!;
  }
}

function textMap(texts: readonly string[], into: Dictionary<string>): CodeMap {
  return new CodeMap(texts.length, (entry) => into.code(texts[entry]!));
}

/** Instants kept as text are all NaN and differ all the same. */
function instantMap({ instants, odd }: Evidence, into: EvidenceBuilder): CodeMap {
  return new CodeMap(instants.length, (entry) => {
    const instant = instants[entry]!;
    if (!Number.isNaN(instant)) return into.instants.code(instant);
    into.odd.set('instant', into.instants.entries.length, odd.get('instant', entry));
    return into.instants.add(instant);
  });
}

class Piece {
  readonly evidence: Evidence;
  readonly ids: readonly string[];
  /** Kinds without a map are copied as they are. */
  private readonly maps: Partial<Record<ColumnKind, CodeMap>>;
  private readonly into: EvidenceBuilder;

  constructor(evidence: Evidence, into: EvidenceBuilder, ownTables: boolean) {
    this.evidence = evidence;
    this.into = into;
    this.ids = idsOf(evidence, 'personId');
    this.maps = ownTables
      ? {}
      : {
          word: textMap(evidence.words.list(), into.words),
          account: textMap(evidence.accounts.list(), into.accounts),
          certificate: textMap(evidence.certificates.list(), into.certificates),
          instant: instantMap(evidence, into),
        };
  }

  /** Appends the people `[from, until)` of this piece with all that they name. */
  append(from: number, until: number): void {
    const { evidence, into } = this;
    const { accounts, associations, records } = evidence.starts;
    const items: Readonly<Record<ItemKind, readonly [number, number]>> = {
      people: [from, until],
      accounts: [accounts[from]!, accounts[until]!],
      associations: [associations[from]!, associations[until]!],
      records: [records[from]!, records[until]!],
    };
    for (const name of COLUMN_NAMES) {
      const { of, kind } = COLUMNS[name];
      const [first, end] = items[of];
      const at = into.count(of);
      this.copy(kind, evidence.columns[name], into.columns[name], first, end, at);
      evidence.odd.of(name)?.forEach((text, position) => {
        if (position >= first && position < end) into.odd.set(name, at + position - first, text);
      });
    }
    into.appendRun(evidence, from, until);
  }

  private copy(
    kind: ColumnKind,
    source: Codes,
    target: Codes,
    from: number,
    until: number,
    at: number,
  ): void {
    const map = this.maps[kind];
    if (map === undefined) {
      const width = kind === 'id' ? ID_BYTES : 1;
      target.set(source.subarray(from * width, until * width), at * width);
    } else {
      for (let item = from; item < until; item++) target[at + item - from] = map.of(source[item]!);
    }
  }
}

interface Place {
  readonly id: string;
  readonly piece: Piece;
  readonly person: number;
}

/** The people of all but the first piece, each where it stands last, in the order of ids. */
function laterPeople(pieces: readonly Piece[]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const piece of pieces.slice(1)) {
    piece.ids.forEach((id, person) => {
      places.set(id, { id, piece, person });
    });
  }
  return new Map([...places].sort(([left], [right]) => (left < right ? -1 : 1)));
}

export interface Merging {
  /** People who are gone stay as such, to hide them in a piece that is not among these. */
  readonly keepRemoved?: boolean;
  /** Texts that nobody uses any more are left out: for evidence that is kept, not only read. */
  readonly compact?: boolean;
}

export function mergeEvidence(evidences: readonly Evidence[], merging: Merging = {}): Evidence {
  const { keepRemoved = false, compact = false } = merging;
  const total = (of: ItemKind) => evidences.reduce((sum, { counts }) => sum + counts[of], 0);
  const counts = {
    people: total('people'),
    accounts: total('accounts'),
    associations: total('associations'),
    records: total('records'),
  };
  const builder = new EvidenceBuilder(counts, compact ? null : evidences[0]);
  const pieces = evidences.map((evidence, index) => new Piece(evidence, builder, index === 0 && !compact));
  const later = laterPeople(pieces);
  const places = [...later.values()];
  const isKept = ({ evidence }: Piece, person: number) =>
    keepRemoved || !(evidence.columns.personMarks[person]! & REMOVED);
  const runs: EvidenceRun[] = [];
  const append = (piece: Piece, from: number, until: number) => {
    if (from === until) return;
    piece.append(from, until);
    runs.push({ of: piece.evidence, from, until });
  };
  const first = pieces[0];
  let next = 0;
  const appendPlacesBefore = (id: string | null) => {
    for (; next < places.length && (id === null || places[next]!.id <= id); next++) {
      const { piece, person } = places[next]!;
      if (isKept(piece, person)) append(piece, person, person + 1);
    }
  };
  let run = 0;
  first?.ids.forEach((id, person) => {
    const replaced = later.has(id) || !isKept(first, person);
    if (!replaced && !(next < places.length && places[next]!.id <= id)) return;
    append(first, run, person);
    appendPlacesBefore(id);
    run = replaced ? person + 1 : person;
  });
  if (first !== undefined) append(first, run, first.ids.length);
  appendPlacesBefore(null);
  const merged = builder.finish();
  // Evidence that is kept is only written, and its pieces need not stay in memory for it.
  if (!compact) comesFrom(merged, runs);
  return merged;
}
