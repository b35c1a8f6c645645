import type { Permission } from '@tirek/domain/access';
import type { IconName } from '../ui/icons.tsx';

export interface Place {
  readonly to: string;
  readonly name:
    | 'home'
    | 'today'
    | 'lists'
    | 'families'
    | 'along'
    | 'waiting'
    | 'caseloads'
    | 'consents'
    | 'supportRules'
    | 'surveys'
    | 'reports'
    | 'releases'
    | 'exports'
    | 'accounts'
    | 'duties'
    | 'emergencies'
    | 'breaches'
    | 'copies'
    | 'erasures'
    | 'audit';
  readonly icon: IconName;
  /** The verb without which the place would be empty; null for everybody. */
  readonly needs: Permission | null;
}

/** The places of the app, in the order of a working day. */
const PLACES: readonly Place[] = [
  { to: '/', name: 'home', icon: 'home', needs: null },
  { to: '/today', name: 'today', icon: 'clock', needs: 'case.read' },
  { to: '/lists', name: 'lists', icon: 'list', needs: 'case.read' },
  { to: '/families', name: 'families', icon: 'family', needs: 'person.read' },
  { to: '/along', name: 'along', icon: 'device', needs: 'caseload.hold' },
  { to: '/waiting', name: 'waiting', icon: 'clock', needs: 'caseload.hold' },
  { to: '/caseloads', name: 'caseloads', icon: 'family', needs: 'caseload.count' },
  { to: '/consents', name: 'consents', icon: 'check', needs: 'consent.manage' },
  { to: '/support-rules', name: 'supportRules', icon: 'calendar', needs: 'case.settings' },
  { to: '/surveys', name: 'surveys', icon: 'survey', needs: 'campaign.read' },
  { to: '/reports', name: 'reports', icon: 'report', needs: 'report.read' },
  { to: '/releases', name: 'releases', icon: 'send', needs: 'release.read' },
  { to: '/exports', name: 'exports', icon: 'file', needs: 'export.read' },
  { to: '/accounts', name: 'accounts', icon: 'people', needs: 'account.read' },
  { to: '/duties', name: 'duties', icon: 'list', needs: 'erasure.decide' },
  { to: '/emergencies', name: 'emergencies', icon: 'key', needs: 'emergency.review' },
  { to: '/breaches', name: 'breaches', icon: 'warning', needs: 'breach.manage' },
  { to: '/own-copies', name: 'copies', icon: 'copy', needs: 'copy.release' },
  { to: '/erasures', name: 'erasures', icon: 'lock', needs: 'erasure.decide' },
  { to: '/audit', name: 'audit', icon: 'shield', needs: 'audit.read' },
];

/** Where somebody can go: nothing is shown that the server would refuse. */
export function placesFor(may: (permission: Permission) => boolean): readonly Place[] {
  return PLACES.filter(({ needs }) => needs === null || may(needs));
}
