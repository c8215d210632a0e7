/**
 * Keys seen in share-link transcripts, by the object they stand in. Those the product has no use for (pictures,
 * totals, modules) are listed too: only what nobody has seen before is reported as not understood.
 */
const DOCUMENT = [
  'userName',
  'userDisplayName',
  'docsId',
  'contactEmail',
  'certificationData',
  'appliedSkillsData',
  'modulesCompleted',
  'learningPathsCompleted',
  'coursesCompleted',
  'totalModulesCompleted',
  'totalLearningPathsCompleted',
  'totalTrainingMinutes',
];

const CERTIFICATION_DATA = [
  'mcid',
  'legalName',
  'firstName',
  'lastName',
  'preferredEmail',
  'mctStatus',
  'activeCertifications',
  'historicalCertifications',
  'passedExams',
  'qualifications',
  'totalActiveCertifications',
  'totalHistoricalCertifications',
  'totalExamsPassed',
  'totalQualificationsEarned',
];

const CERTIFICATION = [
  'id',
  'name',
  'certificationNumber',
  'status',
  'dateEarned',
  'expiration',
  'iconUrl',
  'isEligibleForRecertification',
  'isPartOfStayCurrent',
  'stayCurrentEligibilityDate',
  'extensionDate',
  'renewedDate',
  'revokedDate',
];

const EXAM = [
  'examUid',
  'examTitle',
  'examNumber',
  'examPassed',
  'examDateTaken',
  'examType',
  'examProvider',
];
const APPLIED_SKILLS_DATA = ['totalAppliedSkills', 'appliedSkillsCredentials'];
const APPLIED_SKILL = ['credentialId', 'title', 'awardedOn', 'iconUrl', 'url', 'status'];

const fold = (keys: readonly string[]): ReadonlySet<string> => new Set(keys.map((key) => key.toLowerCase()));

export const DOCUMENT_KEYS = fold(DOCUMENT);

const KEYS_OF = new Map<string, ReadonlySet<string>>([
  ['certificationData', fold(CERTIFICATION_DATA)],
  ['activeCertifications', fold(CERTIFICATION)],
  ['historicalCertifications', fold(CERTIFICATION)],
  ['passedExams', fold(EXAM)],
  ['appliedSkillsData', fold(APPLIED_SKILLS_DATA)],
  ['appliedSkillsCredentials', fold(APPLIED_SKILL)],
]);

/** Keys known inside the object, or the objects of the list, that stands under this key. */
export function transcriptKeysOf(key: string): ReadonlySet<string> {
  return KEYS_OF.get(key) ?? new Set();
}

/** Without any of these a JSON document is something else. */
export const TRANSCRIPT_MARKS = fold(['certificationData', 'appliedSkillsData', 'docsId']);
