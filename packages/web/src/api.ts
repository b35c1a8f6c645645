import { accessContract } from '@tirek/domain/access';
import { programmesContract } from '@tirek/domain/programmes';
import { surveysContract } from '@tirek/domain/surveys';
import type { Api } from './api/make-api.ts';

/** Every endpoint the pages may call: one line a feature. */
export const contract = { ...accessContract, ...programmesContract, ...surveysContract };

export type TirekContract = typeof contract;
export type EndpointName = keyof TirekContract & string;
export type TirekApi = Api<TirekContract>;
