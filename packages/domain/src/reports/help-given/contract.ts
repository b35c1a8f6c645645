import * as z from 'zod/mini';
import { type Contract, DateOnly, endpoint, Nothing } from '../../contract.ts';
import { HELP_MEASURES, HELPED_GROUPS, HelpFigures } from './figures.ts';

export const helpGivenContract = {
  /** The newest numbers of the programme; null while there are none, or nothing of them could be told. */
  getHelpGiven: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/help-given',
    permission: 'support.count',
    input: Nothing,
    output: z.object({ figures: z.nullable(HelpFigures) }),
    audit: 'none',
  }),

  /** The same of the families within reach, exactly and as it is now. */
  countOwnHelp: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/help-given/own',
    permission: 'support.read',
    input: Nothing,
    output: z.object({
      from: DateOnly,
      to: DateOnly,
      rule: z.object({ version: z.int(), attended: z.int() }),
      counts: z.array(
        z.object({
          measure: z.enum(HELP_MEASURES),
          groups: z.record(z.enum(HELPED_GROUPS), z.int()),
        }),
      ),
    }),
    audit: 'read',
  }),
} as const satisfies Contract;
