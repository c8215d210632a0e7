/** The programmes in which the invented companies take part. */
import type { DemoEnrolment } from './demo-plan.ts';

export function inCompetencies(since: string): DemoEnrolment {
  return { programme: 'microsoft-competencies', since, track: null };
}

export function inSolutionsPartner(since: string, track: 'enterprise' | 'smb'): DemoEnrolment {
  return { programme: 'solutions-partner', since, track };
}
