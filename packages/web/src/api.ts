import { endpoints } from 'virtual:endpoints';
import { type Api, type ApiSurroundings, makeApi } from './api/make-api.ts';
import type { contract } from './contract.ts';

export type TirekContract = typeof contract;
export type EndpointName = keyof TirekContract & string;
export type TirekApi = Api<TirekContract>;

/** Of which kind an endpoint is. */
export const kindOf = (name: string) => endpoints[name]?.kind;

/** The client of every contract. Its types are the contracts', its runtime only their kinds, methods and paths. */
export const tirekApi = (surroundings: ApiSurroundings): TirekApi =>
  makeApi<TirekContract>(endpoints, surroundings);
