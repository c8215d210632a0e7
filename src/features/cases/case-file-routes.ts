import { Readable } from 'node:stream';
import { CaseSchema, LARGEST_PROOF, MOST_PROOFS, PROOF_KINDS, type ProofKind } from '../../contract/cases.ts';
import { type ReadProof, readProof } from '../../files/read-proof.ts';
import { requireAbility } from '../../http/permissions.ts';
import { badRequest, conflict, notFound } from '../../http/problem.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { caseFiles, sealedCaseFile } from '../../store/cases-store.ts';
import { askedPartner, claimOf } from '../shared/asked-partner.ts';
import type { Services } from '../shared/services.ts';
import { uuidParam } from '../shared/uuid-param.ts';
import { SHOWS_SKILLS } from './case-terms.ts';
import { caseView, readCase, readerOf } from './case-view.ts';
import { keepCaseFile, openCaseFile } from './keep-case-file.ts';

const FILES = '/api/v1/partners/{partnerId}/cases/{caseId}/files';
const ACCESS = { kind: 'partner', abilities: ['cases', 'handle-cases'] } as const;
/** What people send themselves; the others are put together by Jalon. */
const SENT: readonly ProofKind[] = ['transcript', 'course-certificate', 'users-report', 'profile'];

const REFUSED: Readonly<Record<Exclude<ReadProof['kind'], 'proof'>, string>> = {
  empty: 'The file is empty.',
  'not-a-proof': 'Send a whole PNG, JPEG or PDF.',
  'picture-too-large': 'The picture has more than 10,000 points a side.',
  'active-document': 'The PDF holds programs, forms or further files; print it into a new PDF.',
};

const ENDINGS = { 'image/png': 'png', 'image/jpeg': 'jpg', 'application/pdf': 'pdf' } as const;

/** The name as it was sent, without what names of files may not hold, with the ending of what it really is. */
function safeName(fileName: string, ending: string): string {
  const stem = fileName
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .replace(/\.{2,}/g, '.')
    .trim()
    .slice(0, 80);
  return `${stem === '' ? 'file' : stem}.${ending}`;
}

function kindOf(named: string | undefined): ProofKind {
  const kind = PROOF_KINDS.find((each) => each === named);
  if (kind === undefined || !SENT.includes(kind)) {
    throw badRequest('proof-kind', `Say in the field "kind" what the file shows: ${SENT.join(', ')}.`, [
      { code: 'proof-kind', field: 'kind' },
    ]);
  }
  return kind;
}

/** The files of a case: taken by what they hold, kept sealed, opened by those who may see what they show. */
export function caseFileRoutes(services: Services): Route[] {
  const { database, gate, sealer } = services;
  return [
    route({
      method: 'POST',
      path: FILES,
      summary: 'Adds a proof to a case: one PNG, JPEG or PDF in the field "file", what it shows in "kind"',
      access: ACCESS,
      response: CaseSchema,
      upload: true,
      handle: async (request) => {
        const reader = await readerOf(services, request);
        const { caller } = reader;
        const caseId = uuidParam(request.params, 'caseId');
        await database.readAsTenant(claimOf(request), (tx) => readCase(tx, caller, caseId));
        const { bytes, fileName, fields } = await request.upload();
        const kind = kindOf(fields.kind);
        if (bytes.length > LARGEST_PROOF) {
          throw badRequest('proof-too-large', 'The file is larger than 4 MB. Nothing was kept.');
        }
        const read = readProof(bytes);
        if (read.kind !== 'proof') throw badRequest(read.kind, `${REFUSED[read.kind]} Nothing was kept.`);
        const { mediaType, bytes: kept } = read.proof;
        return json(
          await database.asTenant(claimOf(request), async (tx) => {
            const found = await readCase(tx, caller, caseId, 'hold');
            if (found.state === 'closed') {
              throw conflict('case-closed', 'The case is closed.', { detail: 'Nothing was kept.' });
            }
            if ((await caseFiles(tx, caseId)).length >= MOST_PROOFS) {
              throw conflict('too-many-proofs', `A case keeps ${MOST_PROOFS} files.`, {
                detail: 'Nothing was kept.',
              });
            }
            const name = safeName(fileName, ENDINGS[mediaType]);
            const file = { kind, assembled: false, fileName: name, mediaType, bytes: kept };
            const fileId = await keepCaseFile(sealer, tx, caseId, file);
            const details = { kind, file: fileId, bytes: kept.length };
            await recordAudit(tx, { action: 'case.file-added', subject: `case:${caseId}`, details });
            return caseView(tx, reader, found);
          }),
        );
      },
    }),
    route({
      method: 'GET',
      path: `${FILES}/{fileId}`,
      summary: 'A file of a case, to be kept; what shows skills asks for the role of the skills report',
      access: ACCESS,
      files: [...Object.keys(ENDINGS), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      handle: async (request) => {
        const caller = callerOf(request);
        const caseId = uuidParam(request.params, 'caseId');
        const fileId = uuidParam(request.params, 'fileId');
        const missing = () => notFound('file-not-found', 'The case has no such file.');
        const { file, bytes } = await database.asTenant(claimOf(request), async (tx) => {
          await readCase(tx, caller, caseId);
          const found = await sealedCaseFile(tx, caseId, fileId);
          if (found === null) throw missing();
          if (SHOWS_SKILLS.has(found.file.kind)) {
            await requireAbility(caller, 'skills-report', askedPartner(request), gate);
          }
          const { kind } = found.file;
          const details = { kind, file: fileId };
          await recordAudit(tx, { action: 'case.file-read', subject: `case:${caseId}`, details });
          return { file: found.file, bytes: openCaseFile(sealer, found.sealed) };
        });
        const { fileName, mediaType } = file;
        return { kind: 'file', fileName, mediaType, content: Readable.from([bytes]) };
      },
    }),
  ];
}
