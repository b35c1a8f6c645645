import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { InputOf, OutputOf } from '@tirek/domain/contract';
import type { EndpointName, TirekContract } from '../api.ts';
import { useSurroundings } from '../surroundings.ts';

interface ReadOptions {
  /** Asks again after so many milliseconds while the page is looked at. */
  readonly every?: number;
  readonly isWanted?: boolean;
}

/** What a read endpoint answers, kept and shared between pages; key `[name, input]`. */
export function useRead<Name extends EndpointName>(
  name: Name,
  input: InputOf<TirekContract[Name]>,
  { every, isWanted = true }: ReadOptions = {},
): UseQueryResult<OutputOf<TirekContract[Name]>> {
  const { api } = useSurroundings();
  return useQuery({
    queryKey: [name, input],
    queryFn: ({ signal }) => api.call(name, input, { signal }),
    enabled: isWanted,
    ...(every === undefined ? {} : { refetchInterval: every }),
  });
}
