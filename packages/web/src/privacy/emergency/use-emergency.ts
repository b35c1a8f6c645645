import type { Permission } from '@tirek/domain/access';
import type { OutputOf } from '@tirek/domain/contract';
import type { emergencyContract } from '@tirek/domain/privacy/emergency';
import { useMay } from '../../access/index.ts';
import { useRead } from '../../api/use-read.ts';

export type OpenEmergency = OutputOf<
  (typeof emergencyContract)['listOwnEmergencies']
>['open'][number];

/** What is not offered on a record that is only open in an emergency: the server would refuse it. */
export const NOT_IN_EMERGENCY: readonly Permission[] = [
  'identity.change',
  'person.register',
  'person.merge',
  'consent.record',
  'erasure.request',
  'copy.make',
  'case.write',
  'paper.record',
  'schooling.record',
  'medical.record',
  'living.record',
  'school-note.write',
  'peer-match.read',
  'peer-match.propose',
  'step.decide',
];

/** The opening by which one of these families is open to the reader, where there is one. */
export function useEmergencyOf(families: readonly string[]): OpenEmergency | null {
  const may = useMay();
  const read = useRead('listOwnEmergencies', {}, { isWanted: may('emergency.open') });
  return (
    read.data?.open.find((opening) => opening.families.some((id) => families.includes(id))) ?? null
  );
}
