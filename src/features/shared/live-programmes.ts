/**
 * The rules in force: those that the package delivers, until others are published. Everybody holds the same map, whose
 * entries are replaced when other rules come into force: nobody has to start again for it, and several servers on one
 * database follow within seconds.
 */
import { CatalogueError } from '../../catalogue/catalogue-problem.ts';
import { programmeOf } from '../../catalogue/load-programme.ts';
import type { ProgrammeFiles } from '../../catalogue/programme-files.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { findDraft, listPublications, type Publication } from '../../store/catalogue-versions-store.ts';
import type { AnyTransaction, Database } from '../../store/database.ts';
import { today } from './as-of.ts';

const SYSTEM = { kind: 'system', name: 'catalogue' } as const;

export interface Catalogue {
  /** Programme → the rules that the package delivers. */
  readonly delivered: ReadonlyMap<string, Programme>;
  /** Its files. */
  deliveredFiles(programme: string): Promise<ProgrammeFiles>;
  /**
   * Looks whether other rules are in force.
   * @returns whether they were replaced
   */
  refresh(): Promise<boolean>;
}

/** Of one programme; `null` while nothing was published that is in force. */
export function publicationInForce(
  publications: readonly Publication[],
  programme: string,
  day: string,
): Publication | null {
  return (
    publications.find(
      (each) => each.programme === programme && each.withdrawnAt === null && each.effectiveOn <= day,
    ) ?? null
  );
}

async function publishedProgramme(tx: AnyTransaction, draftId: string): Promise<Programme> {
  const draft = await findDraft(tx, draftId, false);
  if (draft === null) throw new Error(`the published draft ${draftId} is gone`);
  const files = { id: draft.programme, texts: new Map(Object.entries(draft.files)) };
  const { programme, problems } = programmeOf(files);
  if (programme === null) throw new CatalogueError(draft.programme, problems);
  return programme;
}

export interface LiveProgrammes extends Catalogue {
  readonly programmes: ReadonlyMap<string, Programme>;
}

export function liveProgrammes(parts: {
  readonly database: Database;
  readonly delivered: ReadonlyMap<string, Programme>;
  readonly deliveredFiles: Catalogue['deliveredFiles'];
  readonly now: () => Date;
  /** Told when rules have been replaced. */
  readonly replaced: () => void;
}): LiveProgrammes {
  const { database, delivered, deliveredFiles, now, replaced } = parts;
  const programmes = new Map(delivered);

  async function refresh(): Promise<boolean> {
    const fresh = await database.asNetwork({ actor: SYSTEM }, async (tx) => {
      const publications = await listPublications(tx);
      const found: Programme[] = [];
      for (const programme of delivered.values()) {
        const inForce = publicationInForce(publications, programme.id, today(now()));
        const version = inForce?.draftId == null ? programme.version : inForce.catalogue;
        if (programmes.get(programme.id)!.version === version) continue;
        found.push(inForce?.draftId == null ? programme : await publishedProgramme(tx, inForce.draftId));
      }
      return found;
    });
    for (const programme of fresh) programmes.set(programme.id, programme);
    if (fresh.length > 0) replaced();
    return fresh.length > 0;
  }

  return { programmes, delivered, deliveredFiles, refresh };
}
