/**
 * Permanent short links `/go/{name}`: e-mails, documents and other sites hold on to them, pages may move.
 * Those whose page does not exist yet lead to the help topic nearest to it.
 */
const GO_LINKS: Readonly<Record<string, string>> = {
  competencies: '/competencies',
  'attainment-paths': '/competencies/requirements',
  'silver-gold': '/membership#offers',
  'associate-achievements': '/profile/associate',
  'associate-account': '/profile/associate',
  'link-learning-account': '/help/link-learning-account',
  'one-company': '/help/one-company',
  'achievement-override': '/exemptions',
  'maintain-membership': '/membership#renewal',
  users: '/help/users',
  'import-users': '/users/add-many',
  'skills-report': '/competencies/report/user-skills',
  'pmc-users': '/help/pmc-users#window',
  troubleshooting: '/help/troubleshooting',
};

/** Where a permanent link leads; an unknown name becomes a search for its words. */
export function goTarget(name: string): string {
  return Object.hasOwn(GO_LINKS, name)
    ? GO_LINKS[name]!
    : `/search?q=${encodeURIComponent(name.replace(/[-_]+/g, ' ').trim())}`;
}
