import { readPicture } from './read-picture.ts';

/** A file that proves something: pictures as they were put together again, documents as they came. */
export interface Proof {
  readonly mediaType: 'image/png' | 'image/jpeg' | 'application/pdf';
  readonly bytes: Buffer;
}

export type ReadProof =
  | { readonly kind: 'proof'; readonly proof: Proof }
  | { readonly kind: 'empty' | 'not-a-proof' | 'picture-too-large' | 'active-document' };

/** A photograph or the picture of a whole page. */
const MOST_PIXELS_A_SIDE = 10_000;

/** What a document begins with, and how far from its end its last line may stand. */
const BEGINNING = /^%PDF-[12]\.\d/;
const END_WITHIN = 1_024;

/** Names that let a document run programs, start others, or carry further files. */
const ACTIVE = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData)\b/;

function isDocument(bytes: Buffer): boolean {
  if (!BEGINNING.test(bytes.subarray(0, 8).toString('latin1'))) return false;
  const end = bytes.subarray(Math.max(0, bytes.length - END_WITHIN)).toString('latin1');
  const last = end.lastIndexOf('%%EOF');
  // Nothing may be hung on behind: what follows would be a second file in the first one.
  return last >= 0 && end.slice(last + 5).trim() === '';
}

/**
 * Reads a PNG, JPEG or PDF by what it holds, whatever its name says. Pictures lose everything that does not show them.
 * A document whose names are written in escapes is refused with those that hold programs: readers undo the escapes.
 */
export function readProof(bytes: Buffer): ReadProof {
  if (bytes.length === 0) return { kind: 'empty' };
  if (isDocument(bytes)) {
    const text = bytes.toString('latin1');
    const escaped = /\/[A-Za-z]*#[0-9A-Fa-f]{2}[A-Za-z#0-9]*/.test(text);
    if (escaped || ACTIVE.test(text)) return { kind: 'active-document' };
    return { kind: 'proof', proof: { mediaType: 'application/pdf', bytes } };
  }
  const read = readPicture(bytes, MOST_PIXELS_A_SIDE);
  if (read.kind === 'too-large') return { kind: 'picture-too-large' };
  if (read.kind !== 'picture') return { kind: 'not-a-proof' };
  return { kind: 'proof', proof: { mediaType: read.picture.mediaType, bytes: read.picture.bytes } };
}
