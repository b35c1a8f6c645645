import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { InputOf, OutputOf } from '@tirek/domain/contract';
import { Problem } from '@tirek/domain/problem';
import { useRef } from 'react';
import type { EndpointName, TirekContract } from '../api.ts';
import { useClient } from './client.ts';

export interface ActOptions<Output> {
  /** Reads that are out of date afterwards. */
  readonly renews?: readonly EndpointName[];
  readonly onDone?: (output: Output) => void;
}

type Result<Name extends EndpointName, Input> = UseMutationResult<
  OutputOf<TirekContract[Name]>,
  unknown,
  Input
>;

/** Of each kind of input by itself, so that a choice between kinds stays one. */
type WithoutId<Input> = Input extends unknown ? Omit<Input, 'id'> : never;

/**
 * Sends a `write` endpoint's input with an id of its own. The id stays the same until the server has said that the write
 * is done, so that pressing again after a failed network is the same write and not a second one.
 */
export function useWrite<Name extends EndpointName>(
  name: Name,
  options: ActOptions<OutputOf<TirekContract[Name]>> = {},
): Result<Name, WithoutId<InputOf<TirekContract[Name]>>> {
  const { api } = useClient();
  const id = useRef<string | null>(null);
  return useMutating(name, options, async (input: WithoutId<InputOf<TirekContract[Name]>>) => {
    id.current ??= api.newId();
    try {
      const output = await api.call(name, { ...(input as object), id: id.current } as InputOf<
        TirekContract[Name]
      >);
      id.current = null;
      return output;
    } catch (error) {
      // The id is spent: what it did stands on the server, another press is another write.
      if (error instanceof Problem && SPENT.has(error.code)) id.current = null;
      throw error;
    }
  });
}

const SPENT: ReadonlySet<string> = new Set(['id-reused', 'already-done']);

/** Sends a `session` endpoint's input: it may be repeated as it is. */
export function useAct<Name extends EndpointName>(
  name: Name,
  options: ActOptions<OutputOf<TirekContract[Name]>> = {},
): Result<Name, InputOf<TirekContract[Name]>> {
  const { api } = useClient();
  return useMutating(name, options, (input: InputOf<TirekContract[Name]>) => api.call(name, input));
}

function useMutating<Name extends EndpointName, Input>(
  name: Name,
  { renews = [], onDone }: ActOptions<OutputOf<TirekContract[Name]>>,
  mutationFn: (input: Input) => Promise<OutputOf<TirekContract[Name]>>,
): Result<Name, Input> {
  const queries = useQueryClient();
  return useMutation({
    mutationKey: [name],
    mutationFn,
    onSuccess: async (output) => {
      onDone?.(output);
      await queries.invalidateQueries({
        predicate: ({ queryKey }) => (renews as readonly unknown[]).includes(queryKey[0]),
      });
    },
  });
}
