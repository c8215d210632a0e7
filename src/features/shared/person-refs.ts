import type { PersonRef, RecordRef } from '../../contract/explanation.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { FactsRecord } from '../../domain/facts/facts-document.ts';
import type { DirectoryUser } from '../../store/directory-store.ts';

/** What the directory of a company says about one person; facts know people by `userId` only. */
export type DirectoryEntry = DirectoryUser;

export type Directory = ReadonlyMap<string, DirectoryEntry>;

function initials(entry: DirectoryEntry): string {
  return `${entry.firstName.trim().charAt(0)}${entry.lastName.trim().charAt(0)}`.toUpperCase();
}

/**
 * A person as a reader may see him or her. Without the right to personal data the label is a piece of the
 * random user id: stable, so that two answers can be compared, and saying nothing.
 */
export function personRef(directory: Directory, userId: string, mayNames: boolean): PersonRef {
  const entry = directory.get(userId);
  if (!mayNames || entry === undefined) {
    const label = userId.replaceAll('-', '').slice(-6).toUpperCase();
    return {
      id: userId,
      label,
      initials: label.slice(0, 2),
      firstName: null,
      lastName: null,
      email: null,
    };
  }
  return {
    id: userId,
    label: `${entry.firstName} ${entry.lastName}`.trim(),
    initials: initials(entry),
    firstName: entry.firstName,
    lastName: entry.lastName,
    email: entry.workEmail,
  };
}

export function recordRef(programme: Programme, person: string, record: FactsRecord): RecordRef {
  const id = programme.aliases.get(record.skill) ?? record.skill;
  const skill = programme.skills.get(id);
  return {
    id: record.id,
    person,
    skill: id,
    title: skill?.title ?? id,
    kind: skill?.kind ?? 'external',
    code: skill?.code ?? id.slice(id.indexOf(':') + 1),
    achievedOn: record.achievedOn,
    expiresOn: record.expiresOn ?? null,
  };
}
