import { actorOfSession, type Permission } from '@tirek/domain/access';
import { mayInRegions } from '@tirek/domain/services';
import { useCallback } from 'react';
import { useHolder } from '../access/index.ts';

/** Whether the reader may do something about all of these regions; no region is the whole country. */
export function useMayInRegions(): (permission: Permission, regions: readonly string[]) => boolean {
  const holder = useHolder();
  return useCallback(
    (permission, regions) => mayInRegions(actorOfSession(holder), permission, regions),
    [holder],
  );
}

/** The region in which the reader works; null for whoever works in all of them. */
export function useOwnRegion(): string | null {
  return useHolder().assignments.find(({ region }) => region !== null)?.region ?? null;
}
