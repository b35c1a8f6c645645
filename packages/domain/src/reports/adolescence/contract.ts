import * as z from 'zod/mini';
import { type Contract, endpoint, Nothing } from '../../contract.ts';
import { AdolescenceForecast } from './forecast.ts';

export const adolescenceContract = {
  /** The newest forecast of the programme; null while none was made, or nothing of it could be told. */
  getAdolescence: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/adolescence',
    permission: 'forecast.read',
    input: Nothing,
    output: z.object({ forecast: z.nullable(AdolescenceForecast) }),
    audit: 'none',
  }),
} as const satisfies Contract;
