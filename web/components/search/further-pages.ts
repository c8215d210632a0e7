import type { Ability } from '../../../src/contract/roles.ts';
import type { MessageId } from '../../messages/messages.ts';
import { PATHS } from '../../paths.ts';
import type { Session } from '../session.tsx';

export interface FurtherPage {
  readonly to: string;
  readonly label: MessageId;
  /** The page it belongs to, as the menu calls it. */
  readonly within: MessageId;
  readonly ability: Ability;
  /** Texts of the page by which it is found too. */
  readonly alsoFoundBy: readonly MessageId[];
}

const FURTHER: readonly FurtherPage[] = [
  {
    to: PATHS.addUsers,
    label: 'users.addFromPmc',
    within: 'nav.users',
    ability: 'import-users',
    alsoFoundBy: ['users.addFromFile'],
  },
  {
    to: PATHS.benefits,
    label: 'benefits.title',
    within: 'nav.membership',
    ability: 'requirements',
    alsoFoundBy: ['membership.benefits', 'benefits.benefit'],
  },
  {
    to: PATHS.dataFeed,
    label: 'dataSets.tab.feed',
    within: 'dataSets.title',
    ability: 'insights',
    alsoFoundBy: ['feed.title', 'reportTokens.title'],
  },
  {
    to: PATHS.scheduledReports,
    label: 'scheduled.title',
    within: 'dataSets.title',
    ability: 'insights',
    alsoFoundBy: ['scheduled.add'],
  },
  {
    to: PATHS.departures,
    label: 'departures.title',
    within: 'nav.users',
    ability: 'users',
    alsoFoundBy: ['departures.leaving'],
  },
  {
    to: PATHS.planner,
    label: 'plans.new',
    within: 'plans.title',
    ability: 'make-plans',
    alsoFoundBy: ['plans.adopt', 'plans.budget', 'plans.survive'],
  },
  {
    to: PATHS.planScenarios,
    label: 'study.scenarios',
    within: 'plans.title',
    ability: 'make-plans',
    alsoFoundBy: ['study.comparison', 'study.kind.leaves'],
  },
  {
    to: PATHS.planCandidates,
    label: 'study.candidates',
    within: 'plans.title',
    ability: 'make-plans',
    alsoFoundBy: ['study.candidates.result'],
  },
  {
    to: PATHS.exemptions,
    label: 'exemptions.title',
    within: 'nav.competencies',
    ability: 'competencies',
    alsoFoundBy: ['competencies.exempt'],
  },
  {
    to: PATHS.usersReport,
    label: 'usersReport.title',
    within: 'nav.users',
    ability: 'users',
    alsoFoundBy: ['usersReport.export'],
  },
  {
    to: PATHS.roles,
    label: 'roles.title',
    within: 'nav.users',
    ability: 'users',
    alsoFoundBy: ['roles.lead'],
  },
  {
    to: PATHS.signInSettings,
    label: 'signInSettings.title',
    within: 'nav.users',
    ability: 'company-settings',
    alsoFoundBy: ['signInSettings.reset', 'password.forgotten'],
  },
  {
    to: PATHS.provisioning,
    label: 'provisioning.title',
    within: 'nav.users',
    ability: 'company-settings',
    alsoFoundBy: ['provisioning.directory', 'provisioning.token', 'provisioning.groups'],
  },
  {
    to: PATHS.notices,
    label: 'notices.title',
    within: 'nav.profile',
    ability: 'own-profile',
    alsoFoundBy: ['noticeKind.atRisk', 'noticeKind.renewal', 'noticeKind.reportCheck'],
  },
  {
    to: PATHS.noticeSettings,
    label: 'noticeSettings.title',
    within: 'nav.profile',
    ability: 'own-profile',
    alsoFoundBy: ['noticeSettings.company.title', 'noticeSettings.mode.weekly'],
  },
  {
    to: PATHS.associate,
    label: 'associate.title',
    within: 'nav.profile',
    ability: 'own-profile',
    alsoFoundBy: ['learning.exams', 'learning.training', 'learning.training.account', 'learning.mcid'],
  },
  {
    to: PATHS.security,
    label: 'security.title',
    within: 'nav.profile',
    ability: 'own-profile',
    alsoFoundBy: [
      'password.change',
      'security.app',
      'security.passkeys',
      'security.accounts',
      'security.sessions',
      'security.codes',
    ],
  },
];

/** Somebody of the network has none of these. */
const OF_PEOPLE: ReadonlySet<string> = new Set([PATHS.associate, PATHS.notices, PATHS.noticeSettings]);

/** Pages that stand behind another one and not in the menu; the search leads to them directly. */
export function furtherPagesFor(session: Session): readonly FurtherPage[] {
  const native = session.partner?.origin === 'native';
  const open = FURTHER.filter(
    ({ to, ability }) => session.can(ability) && (!OF_PEOPLE.has(to) || session.me.partner !== null),
  );
  // The words of PMC mean nothing to a company that never was there.
  return open.map((page) => (native && page.to === PATHS.addUsers ? ofAnyFile(page) : page));
}

function ofAnyFile(page: FurtherPage): FurtherPage {
  return { ...page, label: 'users.addFromFile', alsoFoundBy: [] };
}
