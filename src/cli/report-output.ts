/** What the commands that write reports share: their options, the company they are about, and where they write. */
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Programme } from '../domain/catalogue/catalogue.ts';
import { findProgramme } from '../features/shared/partner-programmes.ts';
import { REPORT_FILE_FORMATS } from '../features/shared/report-file.ts';
import type { Services } from '../features/shared/services.ts';
import { type PartnerId, parsePartnerId } from '../store/partner-id.ts';
import { CommandFailure } from './command.ts';
import type { CommandIo } from './command-io.ts';

const FORMATS = [...REPORT_FILE_FORMATS, 'json'] as const;

export function formatOption(value: string | undefined): (typeof FORMATS)[number] {
  const format = FORMATS.find((each) => each === (value ?? 'csv'));
  if (format === undefined)
    throw new CommandFailure(`--format "${value}" is not one of ${FORMATS.join(', ')}.`);
  return format;
}

export async function knownPartner({ gate }: Services, asked: string): Promise<PartnerId> {
  const partnerId = parsePartnerId(asked);
  if (partnerId !== null && (await gate.partnerExists(partnerId))) return partnerId;
  throw new CommandFailure(`There is no partner "${asked}".`);
}

export async function programmeOption(
  services: Services,
  partnerId: PartnerId,
  asked: string | undefined,
): Promise<Programme> {
  const found = await findProgramme(services, partnerId, asked);
  switch (found.kind) {
    case 'found':
      return found.programme;
    case 'unknown-programme':
      throw new CommandFailure(
        `--programme ${asked} is not in the catalogue (it has: ${found.known.join(', ')}).`,
      );
    case 'not-enrolled': {
      const own = found.enrolledIn.length === 0 ? 'none' : found.enrolledIn.join(', ');
      throw new CommandFailure(
        `Partner "${partnerId}" does not take part in ${asked} (it takes part in: ${own}).`,
      );
    }
  }
}

const UNWRITABLE: ReadonlySet<string | undefined> = new Set([
  'ENOENT',
  'EACCES',
  'EISDIR',
  'EROFS',
  'ENOSPC',
]);

/** To the file that is named, else to stdout; a file that failed half-way is not left behind. */
export async function writeReport(io: CommandIo, out: string | undefined, content: Readable): Promise<void> {
  if (out === undefined) {
    await pipeline(content, io.stdout, { end: false });
    return;
  }
  try {
    await pipeline(content, createWriteStream(out));
  } catch (error) {
    const { code } = error as { code?: string };
    await rm(out, { force: true });
    if (UNWRITABLE.has(code)) throw new CommandFailure(`${out} cannot be written (${code}).`);
    throw error;
  }
}

export function jsonReport(report: unknown): Readable {
  return Readable.from([`${JSON.stringify(report)}\n`]);
}
