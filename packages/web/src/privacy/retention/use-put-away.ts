import type { Permission } from '@tirek/domain/access';
import type { PutAwayFile } from '@tirek/domain/privacy/retention';
import { useMay } from '../../access/index.ts';
import { useRead } from '../../api/use-read.ts';

/** What is not offered on a record that is put away: the server would refuse it. */
export const NOT_WHILE_AWAY: readonly Permission[] = [
  'identity.change',
  'person.register',
  'person.merge',
  'copy.make',
  'case.write',
  'paper.record',
  'schooling.record',
  'medical.record',
  'living.record',
  'school-note.write',
  'peer-match.propose',
  'step.decide',
];

/** Finds among the reader's files one of these families that is put away. */
export function usePutAway(): (families: readonly string[]) => PutAwayFile | null {
  const may = useMay();
  const read = useRead('listPutAway', {}, { isWanted: may('person.read') });
  return (families) => read.data?.files.find(({ familyId }) => families.includes(familyId)) ?? null;
}
