import { calledName, fullName } from '@tirek/domain/people';
import { useRead } from '../api/use-read.ts';

/** The name of somebody within reach; empty while it is fetched, or where it was erased. */
export function usePersonName(personId: string): string {
  const person = useRead('getPerson', { personId });
  const newest = person.data?.identities[0];
  return newest ? fullName(calledName(newest.identity)) : '';
}
