import type { Locale } from '../../src/contract/common.ts';
import type { HelpTopic, TopicId } from './help-topic.ts';
import { achievementOverrideEn } from './topics/achievement-override.en.ts';
import { achievementOverrideFr } from './topics/achievement-override.fr.ts';
import { associateAchievementsEn } from './topics/associate-achievements.en.ts';
import { associateAchievementsFr } from './topics/associate-achievements.fr.ts';
import { attainmentPathsEn } from './topics/attainment-paths.en.ts';
import { attainmentPathsFr } from './topics/attainment-paths.fr.ts';
import { competenciesEn } from './topics/competencies.en.ts';
import { competenciesFr } from './topics/competencies.fr.ts';
import { dataSetsEn } from './topics/data-sets.en.ts';
import { dataSetsFr } from './topics/data-sets.fr.ts';
import { earnEn } from './topics/earn.en.ts';
import { earnFr } from './topics/earn.fr.ts';
import { glossaryEn } from './topics/glossary.en.ts';
import { glossaryFr } from './topics/glossary.fr.ts';
import { joinEn } from './topics/join.en.ts';
import { joinFr } from './topics/join.fr.ts';
import { linkLearningAccountEn } from './topics/link-learning-account.en.ts';
import { linkLearningAccountFr } from './topics/link-learning-account.fr.ts';
import { maintainMembershipEn } from './topics/maintain-membership.en.ts';
import { maintainMembershipFr } from './topics/maintain-membership.fr.ts';
import { oneCompanyEn } from './topics/one-company.en.ts';
import { oneCompanyFr } from './topics/one-company.fr.ts';
import { performanceReportEn } from './topics/performance-report.en.ts';
import { performanceReportFr } from './topics/performance-report.fr.ts';
import { planTrainingEn } from './topics/plan-training.en.ts';
import { planTrainingFr } from './topics/plan-training.fr.ts';
import { pmcUsersEn } from './topics/pmc-users.en.ts';
import { pmcUsersFr } from './topics/pmc-users.fr.ts';
import { referralsEn } from './topics/referrals.en.ts';
import { referralsFr } from './topics/referrals.fr.ts';
import { rolesEn } from './topics/roles.en.ts';
import { rolesFr } from './topics/roles.fr.ts';
import { runNetworkEn } from './topics/run-network.en.ts';
import { runNetworkFr } from './topics/run-network.fr.ts';
import { skillsReportEn } from './topics/skills-report.en.ts';
import { skillsReportFr } from './topics/skills-report.fr.ts';
import { supportCasesEn } from './topics/support-cases.en.ts';
import { supportCasesFr } from './topics/support-cases.fr.ts';
import { troubleshootingEn } from './topics/troubleshooting.en.ts';
import { troubleshootingFr } from './topics/troubleshooting.fr.ts';
import { upgradeMembershipEn } from './topics/upgrade-membership.en.ts';
import { upgradeMembershipFr } from './topics/upgrade-membership.fr.ts';
import { usersEn } from './topics/users.en.ts';
import { usersFr } from './topics/users.fr.ts';

export const HELP_TOPICS: Readonly<Record<TopicId, Readonly<Record<Locale, HelpTopic>>>> = {
  'skills-report': { fr: skillsReportFr, en: skillsReportEn },
  'performance-report': { fr: performanceReportFr, en: performanceReportEn },
  competencies: { fr: competenciesFr, en: competenciesEn },
  'attainment-paths': { fr: attainmentPathsFr, en: attainmentPathsEn },
  earn: { fr: earnFr, en: earnEn },
  'associate-achievements': { fr: associateAchievementsFr, en: associateAchievementsEn },
  'link-learning-account': { fr: linkLearningAccountFr, en: linkLearningAccountEn },
  'one-company': { fr: oneCompanyFr, en: oneCompanyEn },
  'upgrade-membership': { fr: upgradeMembershipFr, en: upgradeMembershipEn },
  'maintain-membership': { fr: maintainMembershipFr, en: maintainMembershipEn },
  'plan-training': { fr: planTrainingFr, en: planTrainingEn },
  'achievement-override': { fr: achievementOverrideFr, en: achievementOverrideEn },
  users: { fr: usersFr, en: usersEn },
  'data-sets': { fr: dataSetsFr, en: dataSetsEn },
  'pmc-users': { fr: pmcUsersFr, en: pmcUsersEn },
  referrals: { fr: referralsFr, en: referralsEn },
  join: { fr: joinFr, en: joinEn },
  'run-network': { fr: runNetworkFr, en: runNetworkEn },
  'support-cases': { fr: supportCasesFr, en: supportCasesEn },
  roles: { fr: rolesFr, en: rolesEn },
  troubleshooting: { fr: troubleshootingFr, en: troubleshootingEn },
  glossary: { fr: glossaryFr, en: glossaryEn },
};
