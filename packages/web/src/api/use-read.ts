import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { InputOf, OutputOf } from '@tirek/domain/contract';
import type { EndpointName, TirekContract } from '../api.ts';
import { useClient } from './client.ts';

interface ReadOptions<Output> {
  /** Asks again after so many milliseconds while the page is looked at; `false` stops. */
  readonly every?: number | ((output: Output | undefined) => number | false);
  readonly isWanted?: boolean;
}

/** What a read endpoint answers, kept and shared between pages; key `[name, input]`. */
export function useRead<Name extends EndpointName>(
  name: Name,
  input: InputOf<TirekContract[Name]>,
  { every, isWanted = true }: ReadOptions<OutputOf<TirekContract[Name]>> = {},
): UseQueryResult<OutputOf<TirekContract[Name]>> {
  const { api } = useClient();
  return useQuery({
    queryKey: [name, input],
    queryFn: ({ signal }): Promise<OutputOf<TirekContract[Name]>> =>
      api.call(name, input, { signal }),
    enabled: isWanted,
    refetchInterval: ({ state }) =>
      typeof every === 'function'
        ? every(state.data as OutputOf<TirekContract[Name]> | undefined)
        : (every ?? false),
  });
}
