import type { LearningPerson, LocalPeople } from './local-people.ts';

const EXAMS = 'Microsoft Learning';
const SHARED = /^\/transcripts\/api\/profiles\/transcript\/share\/demo(\w+)(?:\?|$)/;

/** As the vendor's document tells it; the exam is one that the demo's records do not hold. */
function transcriptOf({ accountId, email, name }: LearningPerson) {
  return {
    userName: `demo-${accountId}`,
    userDisplayName: name,
    docsId: `demo-${accountId}`,
    contactEmail: email,
    certificationData: {
      mcid: accountId,
      legalName: name,
      passedExams: [
        {
          examTitle: 'Microsoft Azure Administrator',
          examNumber: 'AZ-104',
          examDateTaken: '2025-03-05T00:00:00+00:00',
        },
      ],
    },
  };
}

/**
 * The transcript that a learning account of the demo shares under the id `demo` and its MCID, so that associating by a
 * share link can be tried without the vendor's site; `null` for any other path.
 */
export function sharedTranscript(people: LocalPeople, path: string): object | null {
  const accountId = SHARED.exec(path)?.[1];
  const person = people.learning.find((one) => one.provider === EXAMS && one.accountId === accountId);
  return person === undefined ? null : transcriptOf(person);
}
