import type { TopicId } from './help-topic.ts';

export const PAGE_IDS = [
  'overview',
  'competencies',
  'competency',
  'requirements',
  'skills-report',
  'users',
  'roles',
  'add-user',
  'sign-in-settings',
  'provisioning',
  'imports',
  'profile',
  'security',
  'sign-in',
  'search',
] as const;
export type PageId = (typeof PAGE_IDS)[number];

/** The `?` of each page opens this place of the help. */
export const PAGE_TOPICS: Readonly<Record<PageId, { readonly topic: TopicId; readonly anchor: string }>> = {
  overview: { topic: 'competencies', anchor: 'overview' },
  competencies: { topic: 'competencies', anchor: 'progress' },
  competency: { topic: 'competencies', anchor: 'one-competency' },
  requirements: { topic: 'attainment-paths', anchor: 'read' },
  'skills-report': { topic: 'skills-report', anchor: 'view' },
  users: { topic: 'users', anchor: 'list' },
  'add-user': { topic: 'users', anchor: 'add' },
  'sign-in-settings': { topic: 'users', anchor: 'password' },
  provisioning: { topic: 'users', anchor: 'directory' },
  roles: { topic: 'roles', anchor: 'who-may' },
  imports: { topic: 'earn', anchor: 'import' },
  profile: { topic: 'earn', anchor: 'own-skills' },
  security: { topic: 'roles', anchor: 'security' },
  'sign-in': { topic: 'roles', anchor: 'sign-in' },
  search: { topic: 'glossary', anchor: 'terms' },
};
