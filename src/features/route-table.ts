import { withCommonRoutes } from '../http/common-routes.ts';
import type { Route } from '../http/route.ts';
import { accountMergeRoutes } from './account-merges/account-merge-routes.ts';
import { mergeProposalRoutes } from './account-merges/merge-proposal-routes.ts';
import { announcementRoutes } from './announcements/announcement-routes.ts';
import { associationRoutes } from './associations/association-routes.ts';
import { leaverRoutes } from './associations/leaver-routes.ts';
import { transcriptRoutes } from './associations/transcript-routes.ts';
import { auditRoutes } from './audit/audit-routes.ts';
import { businessProfileRoutes } from './business-profile/business-profile-routes.ts';
import { publicProfileRoutes } from './business-profile/public-profile-routes.ts';
import { calendarLinkRoutes } from './calendar/calendar-link-routes.ts';
import { calendarRoutes } from './calendar/calendar-routes.ts';
import { casePackage } from './case-package.ts';
import { caseFileRoutes } from './cases/case-file-routes.ts';
import { caseRoutes } from './cases/case-routes.ts';
import { draftRoutes } from './catalogue/draft-routes.ts';
import { learnRoutes } from './catalogue/learn-routes.ts';
import { programmeRoutes } from './catalogue/programme-routes.ts';
import { publicationRoutes } from './catalogue/publication-routes.ts';
import { rehearsalRoutes } from './catalogue/rehearsal-routes.ts';
import { changesRoutes } from './changes/changes-routes.ts';
import { chaseListRoutes } from './chase-list/chase-list-route.ts';
import { competenciesRoutes } from './competencies/competencies-routes.ts';
import { credentialRoutes } from './credentials/credential-routes.ts';
import { dataSetRoutes } from './data-sets/data-set-routes.ts';
import { diagnosisRoutes } from './diagnosis/diagnosis-routes.ts';
import { exemptionRoutes } from './exemptions/exemption-routes.ts';
import { identityProviderRoutes } from './identity-providers/identity-provider-routes.ts';
import { importRoutes } from './imports/import-routes.ts';
import { companyRoutes } from './joining/company-routes.ts';
import { joinRoutes } from './joining/join-routes.ts';
import { listCheckRoutes } from './list-checks/list-check-routes.ts';
import { membershipRoutes } from './memberships/membership-routes.ts';
import { orderDocumentRoutes } from './memberships/order-document-routes.ts';
import { transferReturnRoutes } from './memberships/transfer-return-routes.ts';
import { networkAuditRoutes } from './network-audit/network-audit-routes.ts';
import { networkRiskRoutes } from './network-risk/network-risk-routes.ts';
import { networkViewRoutes } from './network-view/network-view-routes.ts';
import { noticeRoutes } from './notices/notice-routes.ts';
import { noticeSettingsRoutes } from './notices/notice-settings-routes.ts';
import { unsubscribeRoutes } from './notices/unsubscribe-routes.ts';
import { odataRoutes } from './odata/odata-routes.ts';
import { outboxRoutes } from './outbox/outbox-routes.ts';
import { overviewRoutes } from './overview/overview-routes.ts';
import { directoryRoutes } from './partner-directory/directory-routes.ts';
import { partnerMergeRoutes } from './partner-merges/partner-merge-routes.ts';
import { partnerRoutes } from './partners/partner-routes.ts';
import { performanceReportRoutes } from './performance-report/performance-report-routes.ts';
import { plannerRoutes } from './planner/planner-routes.ts';
import { profileDocumentRoutes } from './profile/profile-document-routes.ts';
import { profileRoutes } from './profile/profile-routes.ts';
import { referralRoutes } from './referrals/referral-routes.ts';
import { reminderRoutes } from './reminders/reminder-routes.ts';
import { reportTokenRoutes } from './report-tokens/report-token-routes.ts';
import { riskRoutes } from './risk/risk-routes.ts';
import { scheduledReportRoutes } from './scheduled-reports/scheduled-report-routes.ts';
import { scimDiscoveryRoutes } from './scim/discovery-routes.ts';
import { scimGroupRoutes } from './scim/group-routes.ts';
import { provisioningRoutes } from './scim/provisioning-routes.ts';
import { scimUserRoutes } from './scim/user-routes.ts';
import { searchRoutes } from './search/search-routes.ts';
import { setUpRoutes } from './setup/set-up-routes.ts';
import type { Services } from './shared/services.ts';
import { authenticatorRoutes } from './sign-in/authenticator-routes.ts';
import { confirmRoutes } from './sign-in/confirm-routes.ts';
import { meRoutes } from './sign-in/me-routes.ts';
import { passkeyRoutes } from './sign-in/passkey-routes.ts';
import { secondStepRoutes } from './sign-in/second-step-routes.ts';
import { securityRoutes } from './sign-in/security-routes.ts';
import type { SessionGate } from './sign-in/session-gate.ts';
import { signInRoutes } from './sign-in/sign-in-routes.ts';
import { signInSettingsRoutes } from './sign-in/sign-in-settings-routes.ts';
import { workAccountRoutes } from './sign-in/work-account-routes.ts';
import { skillsMatrixRoutes } from './skills-matrix/skills-matrix-routes.ts';
import { skillsReportRoutes } from './skills-report/skills-report-route.ts';
import { sourceHealthRoutes } from './sources/source-health-routes.ts';
import { sourceKeyRoutes } from './sources/source-key-routes.ts';
import { sourceRoutes } from './sources/source-routes.ts';
import { unmatchedRoutes } from './sources/unmatched-routes.ts';
import { trainingRoutes } from './training/training-routes.ts';
import { departureRoutes } from './users/departure-routes.ts';
import { userChangeRoutes } from './users/user-change-routes.ts';
import { userRoutes } from './users/user-routes.ts';
import { usersReportRoutes } from './users-report/users-report-route.ts';

/** Every route of the server, in the order of the API description. */
export function routeTable(
  services: Services & { readonly gate: SessionGate },
  version: string,
): readonly Route[] {
  return withCommonRoutes(
    [
      ...signInRoutes(services, services.gate),
      ...identityProviderRoutes(services),
      ...signInSettingsRoutes(services),
      ...secondStepRoutes(services, services.gate),
      ...workAccountRoutes(services, services.gate),
      ...passkeyRoutes(services, services.gate),
      ...securityRoutes(services, services.gate),
      ...authenticatorRoutes(services),
      ...confirmRoutes(services),
      ...setUpRoutes(services),
      ...meRoutes(services, services.gate),
      ...profileRoutes(services),
      ...profileDocumentRoutes(services),
      ...noticeRoutes(services),
      ...noticeSettingsRoutes(services),
      ...unsubscribeRoutes(services),
      ...associationRoutes(services),
      ...transcriptRoutes(services),
      ...programmeRoutes(services),
      ...partnerRoutes(services),
      ...joinRoutes(services),
      ...companyRoutes(services),
      ...announcementRoutes(services),
      ...overviewRoutes(services),
      ...competenciesRoutes(services),
      ...riskRoutes(services),
      ...calendarRoutes(services),
      ...calendarLinkRoutes(services),
      ...exemptionRoutes(services),
      ...networkRiskRoutes(services),
      ...networkViewRoutes(services),
      ...accountMergeRoutes(services),
      ...mergeProposalRoutes(services),
      ...draftRoutes(services),
      ...learnRoutes(services),
      ...rehearsalRoutes(services),
      ...publicationRoutes(services),
      ...caseRoutes(services, casePackage(services)),
      ...caseFileRoutes(services),
      ...membershipRoutes(services),
      ...orderDocumentRoutes(services),
      ...transferReturnRoutes(services),
      ...skillsReportRoutes(services),
      ...skillsMatrixRoutes(services),
      ...trainingRoutes(services),
      ...chaseListRoutes(services),
      ...dataSetRoutes(services),
      ...reportTokenRoutes(services),
      ...scheduledReportRoutes(services),
      ...odataRoutes(services),
      ...changesRoutes(services),
      ...performanceReportRoutes(services),
      ...plannerRoutes(services),
      ...reminderRoutes(services),
      ...userRoutes(services),
      ...departureRoutes(services),
      ...userChangeRoutes(services),
      ...leaverRoutes(services),
      ...usersReportRoutes(services),
      ...diagnosisRoutes(services),
      ...listCheckRoutes(services),
      ...outboxRoutes(services),
      ...importRoutes(services),
      ...businessProfileRoutes(services),
      ...referralRoutes(services),
      ...publicProfileRoutes(services),
      ...directoryRoutes(services),
      ...credentialRoutes(services),
      ...auditRoutes(services),
      ...networkAuditRoutes(services),
      ...partnerMergeRoutes(services),
      ...sourceRoutes(services),
      ...sourceHealthRoutes(services),
      ...sourceKeyRoutes(services),
      ...unmatchedRoutes(services),
      ...searchRoutes(services),
      ...provisioningRoutes(services),
      ...scimUserRoutes(services),
      ...scimGroupRoutes(services),
      ...scimDiscoveryRoutes(services),
    ],
    version,
  );
}
