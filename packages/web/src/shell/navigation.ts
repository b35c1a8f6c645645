import type { Permission } from '@tirek/domain/access';
import type { IconName } from '../ui/icons.tsx';

export interface Place {
  readonly to: string;
  readonly name:
    | 'home'
    | 'safety'
    | 'onCall'
    | 'today'
    | 'lists'
    | 'families'
    | 'papers'
    | 'careGaps'
    | 'supportGroups'
    | 'ownHelp'
    | 'helpGiven'
    | 'referrals'
    | 'referralBoard'
    | 'received'
    | 'competences'
    | 'instruments'
    | 'rescreens'
    | 'adolescence'
    | 'pupils'
    | 'meetings'
    | 'along'
    | 'waiting'
    | 'services'
    | 'responsibilities'
    | 'caseloads'
    | 'consents'
    | 'supportRules'
    | 'safetyClock'
    | 'pathway'
    | 'surveys'
    | 'reports'
    | 'releases'
    | 'exports'
    | 'accounts'
    | 'messages'
    | 'duties'
    | 'emergencies'
    | 'breaches'
    | 'copies'
    | 'demands'
    | 'extracts'
    | 'erasures'
    | 'retention'
    | 'audit';
  readonly icon: IconName;
  /** The verb without which the place would be empty; null for everybody. */
  readonly needs: Permission | null;
}

export interface PlaceGroup {
  readonly name: 'work' | 'families' | 'help' | 'results' | 'rules' | 'trust' | 'accounts';
  readonly places: readonly Place[];
}

/** The places of the app under a few headings, in the order of a working day. */
const GROUPS: readonly PlaceGroup[] = [
  {
    name: 'work',
    places: [
      { to: '/', name: 'home', icon: 'home', needs: null },
      { to: '/safety', name: 'safety', icon: 'shield', needs: 'safety.read' },
      { to: '/today', name: 'today', icon: 'clock', needs: 'case.read' },
      { to: '/lists', name: 'lists', icon: 'list', needs: 'case.read' },
      { to: '/rescreens', name: 'rescreens', icon: 'clock', needs: 'assessment.read' },
      { to: '/received', name: 'received', icon: 'send', needs: 'referral.answer' },
      { to: '/pupils', name: 'pupils', icon: 'people', needs: 'pupil.keep' },
      { to: '/meetings', name: 'meetings', icon: 'calendar', needs: 'peer-match.answer' },
      { to: '/duties', name: 'duties', icon: 'list', needs: 'erasure.decide' },
    ],
  },
  {
    name: 'families',
    places: [
      { to: '/families', name: 'families', icon: 'family', needs: 'person.read' },
      { to: '/papers', name: 'papers', icon: 'file', needs: 'paper.read' },
      { to: '/support-groups', name: 'supportGroups', icon: 'people', needs: 'support.read' },
      { to: '/own-help', name: 'ownHelp', icon: 'report', needs: 'support.read' },
      { to: '/along', name: 'along', icon: 'device', needs: 'caseload.hold' },
      { to: '/waiting', name: 'waiting', icon: 'clock', needs: 'caseload.hold' },
      { to: '/caseloads', name: 'caseloads', icon: 'family', needs: 'caseload.count' },
      { to: '/extracts', name: 'extracts', icon: 'file', needs: 'extract.read' },
    ],
  },
  {
    name: 'help',
    places: [
      { to: '/care-gaps', name: 'careGaps', icon: 'warning', needs: 'step.read' },
      { to: '/referrals', name: 'referrals', icon: 'send', needs: 'referral.read' },
      { to: '/referral-board', name: 'referralBoard', icon: 'send', needs: 'referral.count' },
      { to: '/on-call', name: 'onCall', icon: 'calendar', needs: 'duty.read' },
      { to: '/services', name: 'services', icon: 'globe', needs: 'service.read' },
      { to: '/responsibilities', name: 'responsibilities', icon: 'check', needs: 'service.read' },
      { to: '/pathway', name: 'pathway', icon: 'list', needs: 'pathway.read' },
    ],
  },
  {
    name: 'results',
    places: [
      { to: '/surveys', name: 'surveys', icon: 'survey', needs: 'campaign.read' },
      { to: '/instruments', name: 'instruments', icon: 'file', needs: 'instrument.read' },
      { to: '/competences', name: 'competences', icon: 'check', needs: 'competence.read' },
      { to: '/adolescence', name: 'adolescence', icon: 'people', needs: 'forecast.read' },
      { to: '/help-given', name: 'helpGiven', icon: 'report', needs: 'support.count' },
      { to: '/reports', name: 'reports', icon: 'report', needs: 'report.read' },
      { to: '/releases', name: 'releases', icon: 'send', needs: 'release.read' },
      { to: '/exports', name: 'exports', icon: 'file', needs: 'export.read' },
    ],
  },
  {
    name: 'rules',
    places: [
      { to: '/consents', name: 'consents', icon: 'check', needs: 'consent.manage' },
      { to: '/support-rules', name: 'supportRules', icon: 'calendar', needs: 'case.settings' },
      { to: '/safety-clock', name: 'safetyClock', icon: 'clock', needs: 'case.settings' },
    ],
  },
  {
    name: 'trust',
    places: [
      { to: '/emergencies', name: 'emergencies', icon: 'key', needs: 'emergency.review' },
      { to: '/breaches', name: 'breaches', icon: 'warning', needs: 'breach.manage' },
      { to: '/own-copies', name: 'copies', icon: 'copy', needs: 'copy.release' },
      { to: '/demands', name: 'demands', icon: 'file', needs: 'demand.read' },
      { to: '/erasures', name: 'erasures', icon: 'lock', needs: 'erasure.decide' },
      { to: '/retention', name: 'retention', icon: 'calendar', needs: 'retention.read' },
      { to: '/audit', name: 'audit', icon: 'shield', needs: 'audit.read' },
    ],
  },
  {
    name: 'accounts',
    places: [
      { to: '/accounts', name: 'accounts', icon: 'people', needs: 'account.read' },
      { to: '/messages', name: 'messages', icon: 'send', needs: 'message.oversee' },
    ],
  },
];

/** Where somebody can go: nothing is shown that the server would refuse, and no heading without a place. */
export function placesFor(may: (permission: Permission) => boolean): readonly PlaceGroup[] {
  return GROUPS.map(({ name, places }) => ({
    name,
    places: places.filter(({ needs }) => needs === null || may(needs)),
  })).filter(({ places }) => places.length > 0);
}
