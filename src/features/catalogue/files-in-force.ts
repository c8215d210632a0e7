import { type DraftFiles, listPublications } from '../../store/catalogue-versions-store.ts';
import type { AnyTransaction } from '../../store/database.ts';
import { today } from '../shared/as-of.ts';
import { publicationInForce } from '../shared/live-programmes.ts';
import type { Services } from '../shared/services.ts';
import { askedDraft } from './draft-desk.ts';

export interface FilesToBegin {
  readonly files: DraftFiles;
  /** Version of the rules that they make. */
  readonly madeFrom: string;
}

/** The files of the rules in force: those that were published, else those that the package delivers. */
export async function filesInForce(
  tx: AnyTransaction,
  { catalogue, now }: Pick<Services, 'catalogue' | 'now'>,
  programme: string,
): Promise<FilesToBegin> {
  const inForce = publicationInForce(await listPublications(tx), programme, today(now()));
  if (inForce?.draftId != null) {
    const { files, catalogue: version, madeFrom } = await askedDraft(tx, inForce.draftId);
    return { files, madeFrom: version ?? madeFrom };
  }
  const { texts } = await catalogue.deliveredFiles(programme);
  return { files: Object.fromEntries(texts), madeFrom: catalogue.delivered.get(programme)!.version };
}
