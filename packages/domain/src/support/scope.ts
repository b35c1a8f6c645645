import { type Activity, forbiddenActivities, type ProviderKind } from '../services/index.ts';
import type { Giver, Method, SupportKind } from './kinds.ts';

/** What keeps help outside of what its giver may give: the institution has no licence for it, or it is another profession's. */
export const SCOPE_OBSTACLES = ['provider', 'giver'] as const;
export type ScopeObstacle = (typeof SCOPE_OBSTACLES)[number];

/** What the programme's own centres are. */
export const OWN_CENTRE: ProviderKind = 'psychological-support-centre';

const PSYCHOTHERAPIES: ReadonlySet<Method> = new Set([
  ...(['cbt', 'trauma-focused-cbt', 'emdr', 'ipt'] as const),
]);
const PLAIN: Readonly<Record<Exclude<SupportKind, 'therapy'>, Activity>> = {
  ...{ counselling: 'counselling', group: 'group-work', peer: 'peer-support' },
  ...{ mentoring: 'social-work', trade: 'trade-training', tutoring: 'teaching' },
  ...{ legal: 'legal-aid', 'medical-evaluation': 'medicine' },
};

interface Given {
  readonly kind: SupportKind;
  readonly method: Method | null;
  readonly giver: Giver;
  readonly providerKind: ProviderKind;
}

/** As which activity of the directory help counts. */
export function activityOf({ kind, method }: Pick<Given, 'kind' | 'method'>): Activity {
  if (method && PSYCHOTHERAPIES.has(method)) return 'psychotherapy';
  if (kind !== 'therapy') return PLAIN[kind];
  // A therapy without a name of its own is one all the same.
  return method === 'other' ? 'psychotherapy' : 'counselling';
}

const GIVERS_OF: Partial<Readonly<Record<Activity, readonly Giver[]>>> = {
  psychotherapy: ['psychotherapist', 'psychiatrist', 'psychologist'],
  medicine: ['doctor', 'psychiatrist'],
  counselling: [
    'psychologist',
    'social-worker',
    'trained-helper',
    'psychotherapist',
    'psychiatrist',
  ],
  'legal-aid': ['lawyer', 'social-worker'],
};
/** WHO's own helpers' methods need training and somebody who supervises, and no licence. */
const TRAINED: readonly Giver[] = [
  ...([
    'psychologist',
    'social-worker',
    'trained-helper',
    'psychotherapist',
    'psychiatrist',
  ] as const),
];
const FOR_TRAINED: ReadonlySet<Method> = new Set([
  ...(['problem-management', 'self-help-plus', 'youth-skills'] as const),
]);

/** Why help goes beyond what its giver may give; null where it does not. It is written down all the same and never counts. */
export function scopeObstacle(given: Given): ScopeObstacle | null {
  const { method, giver, providerKind } = given;
  const activity = activityOf(given);
  if (forbiddenActivities({ kind: providerKind }).includes(activity)) return 'provider';
  if (method && FOR_TRAINED.has(method)) return TRAINED.includes(giver) ? null : 'giver';
  const givers = GIVERS_OF[activity];
  return givers && !givers.includes(giver) ? 'giver' : null;
}
