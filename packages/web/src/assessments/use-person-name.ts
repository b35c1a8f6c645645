import type { OutputOf } from '@tirek/domain/contract';
import { calledName, fullName } from '@tirek/domain/people';
import { useRead } from '../api/use-read.ts';
import type { TirekContract } from '../api.ts';

/** The name of somebody within reach; empty where it was erased. */
export function nameOfPerson({
  identities: [newest],
}: OutputOf<TirekContract['getPerson']>): string {
  return newest ? fullName(calledName(newest.identity)) : '';
}

/** The same; empty while it is fetched as well. */
export function usePersonName(personId: string): string {
  const person = useRead('getPerson', { personId });
  return person.data ? nameOfPerson(person.data) : '';
}
