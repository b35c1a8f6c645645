import type { ProblemCode } from '../problem.ts';
import type { Activity, Provider, ProviderKind, Service } from './directory-entry.ts';

/** Treatment that only a medical institution with a licence may give. */
export const LICENSED = [
  'psychotherapy',
  'medical-psychology',
  'psychiatry',
  'medicine',
] as const satisfies readonly Activity[];

const MEDICAL: readonly ProviderKind[] = ['clinic', 'mental-health-centre'];
/** Of a centre of psychological support the order of 24 November 2025, No. 264, names these two. */
const NOT_AT_SUPPORT_CENTRES: readonly Activity[] = ['psychotherapy', 'medical-psychology'];

/** What a provider of this kind may not give: told before it is chosen, and refused when it is written. */
export function forbiddenActivities({ kind }: Pick<Provider, 'kind'>): readonly Activity[] {
  return MEDICAL.includes(kind) ? [] : LICENSED;
}

/** Why a service goes beyond what its provider may give, as a code with the activity that does; null where it does not. */
export function licenceObstacle(
  { activities }: Pick<Service, 'activities'>,
  provider: Pick<Provider, 'kind'>,
): { readonly code: ProblemCode; readonly activity: Activity } | null {
  const forbidden = forbiddenActivities(provider);
  const activity = activities.find((each) => forbidden.includes(each));
  if (!activity) return null;
  const isOfTheOrder =
    provider.kind === 'psychological-support-centre' && NOT_AT_SUPPORT_CENTRES.includes(activity);
  return {
    code: isOfTheOrder ? 'service-not-at-support-centre' : 'service-without-licence',
    activity,
  };
}
