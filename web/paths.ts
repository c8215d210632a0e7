/** Every address of the application. Permanent links (`/go/…`), the help and the tests point here. */
export const PATHS = {
  overview: '/',
  competencies: '/competencies',
  competency: '/competencies/$competency',
  requirements: '/competencies/requirements',
  skillsReport: '/competencies/report/user-skills',
  users: '/users',
  roles: '/users/roles',
  imports: '/imports',
  importRun: '/imports/$importId',
  profile: '/profile',
  help: '/help',
  helpTopic: '/help/$topic',
  search: '/search',
  signIn: '/sign-in',
  signedOut: '/signed-out',
  welcome: '/welcome/$token',
} as const;
