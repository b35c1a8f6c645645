import type { Role } from './roles.ts';

/** Verbs of the programme, `noun.verb`. Every endpoint names one, or `anyone`, or `signed-in`. */
export const PERMISSIONS = [
  'account.read',
  'account.manage',
  'audit.read',
  'campaign.read',
  'campaign.manage',
  'code.issue',
  'answer.import',
  'report.read',
  'export.read',
  'export.request',
  'export.approve',
  'release.read',
  'release.prepare',
  'release.approve',
  'theme.read',
  'theme.code',
  'theme.settle',
  'instrument.read',
  'health.read',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

/** What each role may do. The database keeps a copy of this table for its own policies (`role_permission`). */
export const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  practitioner: ['release.read', 'instrument.read'],
  'school-social-worker': [],
  supervisor: ['release.read', 'instrument.read'],
  'regional-coordinator': ['campaign.read', 'release.read', 'instrument.read'],
  'national-coordinator': [
    'campaign.read',
    'campaign.manage',
    'code.issue',
    'answer.import',
    'report.read',
    'export.read',
    'export.request',
    'release.read',
    'release.prepare',
    'theme.read',
    'theme.code',
    'theme.settle',
    'instrument.read',
  ],
  analyst: [
    'campaign.read',
    'report.read',
    'export.read',
    'export.request',
    'release.read',
    'release.prepare',
    'theme.read',
    'theme.code',
    'theme.settle',
    'instrument.read',
  ],
  'peer-provider': [],
  specialist: [],
  trainer: ['release.read', 'instrument.read'],
  'data-protection-officer': [
    'account.read',
    'audit.read',
    'campaign.read',
    'export.read',
    'export.approve',
    'release.read',
    'release.approve',
    'instrument.read',
  ],
  'technical-administrator': ['account.read', 'account.manage', 'health.read'],
};

/** Roles that are only ever held for the whole programme, never for one region. */
export const PROGRAMME_WIDE_ROLES: readonly Role[] = [
  'national-coordinator',
  'analyst',
  'data-protection-officer',
  'technical-administrator',
];
