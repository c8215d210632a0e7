import type { ImportKind, Mapping } from '../../contract/imports.ts';
import { guessKind } from '../../sources/guess-kind.ts';
import { recordAudit } from '../../store/audit-store.ts';
import type { TenantClaim } from '../../store/database.ts';
import { createImportRun } from '../../store/imports-store.ts';
import type { Services } from '../shared/services.ts';

export interface UploadedFile {
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** What a file seems to be about, or at least what it comes nearest to; null when it is like nothing. */
export async function guessedKind(
  bytes: Buffer,
): Promise<{ readonly guessed: ImportKind | null; readonly nearest: ImportKind | null }> {
  const guess = await guessKind(bytes);
  return {
    guessed: guess.kind === 'guessed' ? guess.importKind : null,
    nearest: guess.kind === 'unsure' ? guess.nearest : null,
  };
}

/** Stores the file as a new import that waits for its check. */
export async function startImport(
  { database }: Services,
  claim: TenantClaim,
  file: UploadedFile,
  kinds: { readonly kind: ImportKind; readonly guessed: ImportKind | null; readonly mapping: Mapping },
): Promise<string> {
  const { fileName, bytes } = file;
  return database.asTenant(claim, async (tx) => {
    const { kind, guessed, mapping } = kinds;
    const importId = await createImportRun(tx, {
      kind,
      guessedKind: guessed,
      fileName,
      content: bytes,
      mapping,
    });
    const details = { kind, fileName, bytes: bytes.length };
    await recordAudit(tx, { action: 'import.uploaded', subject: `import:${importId}`, details });
    return importId;
  });
}
