import type { Assignment } from '@tirek/domain/access';
import { useRegionNames } from '../programmes/index.ts';
import { useText } from '../text/language.tsx';
import { roleTitle } from './role-title.ts';

/** A role with the place where it holds: "Regional coordinator, Aktobe region". */
export function useAssignmentText(): (assignment: Assignment) => string {
  const text = useText('access');
  const { nameOf } = useRegionNames();
  return ({ role, region }) =>
    region === null
      ? roleTitle(text, role)
      : text('account.roleIn', { role: roleTitle(text, role), region: nameOf(region) });
}
