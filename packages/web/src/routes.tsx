import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import type { Permission } from '@tirek/domain/access';
import { MissingPage } from './shell/missing-page.tsx';
import { PageFailure } from './shell/page-failure.tsx';
import { Root } from './shell/root.tsx';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** `nobody`: open to a visitor; `signed-in`: to every account; else the verb needed. */
    readonly needs?: Permission | 'nobody' | 'signed-in';
  }
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}

const root = createRootRoute({ component: Root, notFoundComponent: MissingPage });

type Load = Parameters<typeof lazyRouteComponent>[0];

const page = <const Path extends string, const Name extends string>(
  path: Path,
  needs: Permission | 'nobody' | 'signed-in',
  load: () => Promise<Record<Name, unknown>>,
  name: Name,
) =>
  createRoute({
    getParentRoute: () => root,
    path,
    staticData: { needs },
    component: lazyRouteComponent(load as Load, name as never),
  });

/** Every page of the app: its address behind `/app`, the verb it needs, where it is. */
export const pages = [
  page('/', 'signed-in', () => import('./shell/home-page.tsx'), 'HomePage'),
  page('/invitation', 'nobody', () => import('./access/invitation-page.tsx'), 'InvitationPage'),
  page('/account', 'signed-in', () => import('./access/own-account-page.tsx'), 'OwnAccountPage'),
  page('/accounts', 'account.read', () => import('./access/accounts-page.tsx'), 'AccountsPage'),
  page('/accounts/new', 'account.manage', () => import('./access/invite-page.tsx'), 'InvitePage'),
  page(
    '/accounts/$accountId',
    'account.read',
    () => import('./access/account-page.tsx'),
    'AccountPage',
  ),
  page('/reach', 'message.own', () => import('./messages/reach-page.tsx'), 'ReachPage'),
  page('/messages', 'message.oversee', () => import('./messages/health-page.tsx'), 'HealthPage'),
  page('/families', 'person.read', () => import('./people/families-page.tsx'), 'FamiliesPage'),
  page(
    '/families/new',
    'identity.search',
    () => import('./people/register-page.tsx'),
    'RegisterPage',
  ),
  page(
    '/families/import',
    'register.import',
    () => import('./people/register/import-page.tsx'),
    'RegisterImportPage',
  ),
  page(
    '/families/$familyId/new',
    'person.register',
    () => import('./people/register-page.tsx'),
    'RegisterPage',
  ),
  page('/papers', 'paper.read', () => import('./people/papers/papers-page.tsx'), 'PapersPage'),
  page(
    '/people/$personId/support',
    'support.read',
    () => import('./support/person-support-page.tsx'),
    'PersonSupportPage',
  ),
  page(
    '/families/$familyId/support',
    'support.read',
    () => import('./support/family-support-page.tsx'),
    'FamilySupportPage',
  ),
  page('/support-groups', 'support.read', () => import('./support/groups-page.tsx'), 'GroupsPage'),
  page(
    '/help-given',
    'support.count',
    () => import('./reports/help-given/help-given-page.tsx'),
    'HelpGivenPage',
  ),
  page(
    '/own-help',
    'support.read',
    () => import('./reports/help-given/own-help-page.tsx'),
    'OwnHelpPage',
  ),
  page(
    '/care-gaps',
    'step.read',
    () => import('./pathways/proposals/care-gaps-page.tsx'),
    'CareGapsPage',
  ),
  page(
    '/referrals',
    'referral.read',
    () => import('./referrals/referrals-page.tsx'),
    'ReferralsPage',
  ),
  page(
    '/referral-board',
    'referral.count',
    () => import('./referrals/board-page.tsx'),
    'BoardPage',
  ),
  page(
    '/received',
    'referral.answer',
    () => import('./referrals/received-page.tsx'),
    'ReceivedPage',
  ),
  page('/referral', 'nobody', () => import('./referrals/link-page.tsx'), 'LinkPage'),
  page(
    '/people/$personId/referrals',
    'referral.read',
    () => import('./referrals/referrals-of-page.tsx'),
    'ReferralsOfPage',
  ),
  page(
    '/people/$personId/referrals/new',
    'referral.make',
    () => import('./referrals/make-page.tsx'),
    'MakePage',
  ),
  page(
    '/people/$personId/referrals/$referralId',
    'referral.read',
    () => import('./referrals/referral-page.tsx'),
    'ReferralPage',
  ),
  page('/pupils', 'pupil.keep', () => import('./people/pupils/pupils-page.tsx'), 'PupilsPage'),
  page(
    '/pupils/$pupilId',
    'pupil.keep',
    () => import('./people/school/pupil-page.tsx'),
    'PupilPage',
  ),
  page(
    '/pupils/$pupilId/teacher',
    'pupil.keep',
    () => import('./assessments/teacher-answers/teacher-page.tsx'),
    'TeacherPage',
  ),
  page(
    '/people/$personId/school-sheet',
    'school-note.write',
    () => import('./people/school/school-sheet-page.tsx'),
    'SchoolSheetPage',
  ),
  page(
    '/meetings',
    'peer-match.answer',
    () => import('./people/peers/meetings-page.tsx'),
    'MeetingsPage',
  ),
  page('/along', 'caseload.hold', () => import('./shell/along-page.tsx'), 'AlongPage'),
  page('/waiting', 'signed-in', () => import('./shell/waiting-page.tsx'), 'WaitingPage'),
  page('/people/$personId', 'person.read', () => import('./people/person-page.tsx'), 'PersonPage'),
  page(
    '/people/$personId/same',
    'person.merge',
    () => import('./people/merging/same-page.tsx'),
    'SamePage',
  ),
  page(
    '/people/$personId/same/$otherId',
    'person.merge',
    () => import('./people/merging/compare-page.tsx'),
    'ComparePage',
  ),
  page('/merges', 'person.merge', () => import('./people/merging/merges-page.tsx'), 'MergesPage'),
  page(
    '/caseloads',
    'caseload.count',
    () => import('./people/caseload-counts-page.tsx'),
    'CaseloadCountsPage',
  ),
  page('/consents', 'consent.manage', () => import('./consents/settings-page.tsx'), 'SettingsPage'),
  page(
    '/people/$personId/consents',
    'consent.read',
    () => import('./consents/consents-page.tsx'),
    'ConsentsPage',
  ),
  page(
    '/people/$personId/consents/new',
    'consent.record',
    () => import('./consents/record-page.tsx'),
    'RecordPage',
  ),
  page(
    '/people/$personId/views',
    'person.read',
    () => import('./privacy/views/views-page.tsx'),
    'ViewsPage',
  ),
  page(
    '/families/$familyId/graph',
    'person.read',
    () => import('./people/family-graph-page.tsx'),
    'FamilyGraphPage',
  ),
  page(
    '/people/$personId/assessments/new',
    'assessment.record',
    () => import('./assessments/ask-page.tsx'),
    'AskPage',
  ),
  page(
    '/people/$personId/assessments/$assessmentId',
    'assessment.read',
    () => import('./assessments/result-page.tsx'),
    'ResultPage',
  ),
  page(
    '/people/$personId/assessments/$assessmentId/correct',
    'assessment.record',
    () => import('./assessments/ask-page.tsx'),
    'AskPage',
  ),
  page(
    '/people/$personId/assessments/$assessmentId/sheet',
    'assessment.read',
    () => import('./assessments/sheet-page.tsx'),
    'SheetPage',
  ),
  page(
    '/competences',
    'competence.read',
    () => import('./assessments/competences-page.tsx'),
    'CompetencesPage',
  ),
  page(
    '/rescreens',
    'assessment.read',
    () => import('./assessments/rescreening/rescreens-page.tsx'),
    'RescreensPage',
  ),
  page(
    '/adolescence',
    'forecast.read',
    () => import('./reports/adolescence/adolescence-page.tsx'),
    'AdolescencePage',
  ),
  page('/lists', 'case.read', () => import('./cases/lists/lists-page.tsx'), 'ListsPage'),
  page('/safety', 'safety.read', () => import('./pathways/safety/safety-page.tsx'), 'SafetyPage'),
  page(
    '/safety/$eventId',
    'safety.read',
    () => import('./pathways/safety/event-page.tsx'),
    'SafetyEventPage',
  ),
  page('/on-call', 'duty.read', () => import('./pathways/safety/duty-page.tsx'), 'DutyPage'),
  page('/today', 'case.read', () => import('./cases/today-page.tsx'), 'TodayPage'),
  page(
    '/support-rules',
    'case.settings',
    () => import('./cases/settings-page.tsx'),
    'CaseSettingsPage',
  ),
  page(
    '/safety-clock',
    'case.settings',
    () => import('./pathways/safety/clock-page.tsx'),
    'SafetyClockPage',
  ),
  page(
    '/instruments',
    'instrument.read',
    () => import('./instruments/instruments-page.tsx'),
    'InstrumentsPage',
  ),
  page(
    '/instruments/$code',
    'instrument.read',
    () => import('./instruments/instrument-page.tsx'),
    'InstrumentPage',
  ),
  page(
    '/instruments/$code/translations/$language',
    'instrument.read',
    () => import('./instruments/translation-page.tsx'),
    'TranslationPage',
  ),
  page('/pathway', 'pathway.read', () => import('./pathways/pathway-page.tsx'), 'PathwayPage'),
  page(
    '/pathway/edit',
    'pathway.edit',
    () => import('./pathways/edit-page.tsx'),
    'PathwayEditPage',
  ),
  page('/families/$familyId/case', 'case.read', () => import('./cases/case-page.tsx'), 'CasePage'),
  page('/services', 'service.read', () => import('./services/services-page.tsx'), 'ServicesPage'),
  page(
    '/services/coverage',
    'service.read',
    () => import('./services/coverage-page.tsx'),
    'CoveragePage',
  ),
  page(
    '/responsibilities',
    'service.read',
    () => import('./services/responsibilities-page.tsx'),
    'ResponsibilitiesPage',
  ),
  page('/surveys', 'campaign.read', () => import('./surveys/campaigns-page.tsx'), 'CampaignsPage'),
  page(
    '/surveys/new',
    'campaign.manage',
    () => import('./surveys/new-campaign-page.tsx'),
    'NewCampaignPage',
  ),
  page(
    '/surveys/$campaignId',
    'campaign.read',
    () => import('./surveys/campaign-page.tsx'),
    'CampaignPage',
  ),
  page(
    '/surveys/$campaignId/edit',
    'campaign.manage',
    () => import('./surveys/edit-campaign-page.tsx'),
    'EditCampaignPage',
  ),
  page(
    '/surveys/$campaignId/cards',
    'code.issue',
    () => import('./surveys/cards-page.tsx'),
    'CardsPage',
  ),
  page(
    '/surveys/$campaignId/import',
    'answer.import',
    () => import('./surveys/answer-import/import-page.tsx'),
    'ImportPage',
  ),
  page(
    '/surveys/$campaignId/imports/$importId',
    'answer.import',
    () => import('./surveys/answer-import/import-progress-page.tsx'),
    'ImportProgressPage',
  ),
  page(
    '/surveys/$campaignId/waves/$waveId',
    'campaign.read',
    () => import('./surveys/wave-page.tsx'),
    'WavePage',
  ),
  page(
    '/surveys/$campaignId/waves/$waveId/codes',
    'code.issue',
    () => import('./surveys/codes-page.tsx'),
    'CodesPage',
  ),
  page('/reports', 'report.read', () => import('./reports/reports-page.tsx'), 'ReportsPage'),
  page('/reports/check', 'report.read', () => import('./reports/check-page.tsx'), 'CheckPage'),
  page('/reports/$waveId', 'report.read', () => import('./reports/report-page.tsx'), 'ReportPage'),
  page(
    '/reports/$waveId/brief',
    'report.read',
    () => import('./reports/briefs/wave-brief-page.tsx'),
    'WaveBriefPage',
  ),
  page(
    '/reports/$waveId/themes',
    'theme.read',
    () => import('./reports/themes/notes-page.tsx'),
    'NotesPage',
  ),
  page(
    '/reports/$waveId/themes/new',
    'theme.code',
    () => import('./reports/themes/add-note-page.tsx'),
    'AddNotePage',
  ),
  page(
    '/reports/$waveId/themes/compare',
    'theme.read',
    () => import('./reports/themes/compare-page.tsx'),
    'ComparePage',
  ),
  page(
    '/reports/$waveId/themes/quotes',
    'theme.read',
    () => import('./reports/themes/quotes-page.tsx'),
    'QuotesPage',
  ),
  page('/themes/$noteId', 'theme.read', () => import('./reports/themes/note-page.tsx'), 'NotePage'),
  page(
    '/exports',
    'export.read',
    () => import('./reports/exports/exports-page.tsx'),
    'ExportsPage',
  ),
  page(
    '/releases',
    'release.read',
    () => import('./reports/releases/releases-page.tsx'),
    'ReleasesPage',
  ),
  page(
    '/releases/new',
    'release.prepare',
    () => import('./reports/releases/plan-page.tsx'),
    'PlanPage',
  ),
  page(
    '/releases/$releaseId',
    'release.read',
    () => import('./reports/releases/release-page.tsx'),
    'ReleasePage',
  ),
  page(
    '/releases/$releaseId/brief',
    'release.read',
    () => import('./reports/briefs/release-brief-page.tsx'),
    'ReleaseBriefPage',
  ),
  page(
    '/published',
    'nobody',
    () => import('./reports/releases/public-releases-page.tsx'),
    'PublicReleasesPage',
  ),
  page(
    '/published/$releaseId',
    'nobody',
    () => import('./reports/releases/public-release-page.tsx'),
    'PublicReleasePage',
  ),
  page(
    '/published/$releaseId/brief',
    'nobody',
    () => import('./reports/briefs/public-brief-page.tsx'),
    'PublicBriefPage',
  ),
  page(
    '/people/$personId/own-copies',
    'copy.make',
    () => import('./privacy/own-copy/copies-of-page.tsx'),
    'CopiesOfPage',
  ),
  page(
    '/emergencies',
    'emergency.review',
    () => import('./privacy/emergency/emergencies-page.tsx'),
    'EmergenciesPage',
  ),
  page(
    '/breaches',
    'breach.manage',
    () => import('./privacy/breach/breaches-page.tsx'),
    'BreachesPage',
  ),
  page(
    '/extracts',
    'extract.read',
    () => import('./privacy/extracts/extracts-page.tsx'),
    'ExtractsPage',
  ),
  page(
    '/demands',
    'demand.read',
    () => import('./privacy/demands/demands-page.tsx'),
    'DemandsPage',
  ),
  page(
    '/retention',
    'retention.read',
    () => import('./privacy/retention/retention-page.tsx'),
    'RetentionPage',
  ),
  page('/duties', 'erasure.decide', () => import('./privacy/duties/duties-page.tsx'), 'DutiesPage'),
  page(
    '/own-copies',
    'copy.release',
    () => import('./privacy/own-copy/copies-page.tsx'),
    'CopiesPage',
  ),
  page(
    '/erasures',
    'erasure.decide',
    () => import('./privacy/erasure/erasures-page.tsx'),
    'ErasuresPage',
  ),
  page('/audit', 'audit.read', () => import('./privacy/audit-page.tsx'), 'AuditPage'),
] as const;

export const makeRouter = () =>
  createRouter({
    routeTree: root.addChildren(pages),
    basepath: '/app',
    defaultPreload: 'intent',
    // A page already shown stays until the next one is there; only a slow one shows grey lines.
    defaultPendingMs: 400,
    defaultErrorComponent: PageFailure,
    scrollRestoration: true,
  });
