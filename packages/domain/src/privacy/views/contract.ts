import * as z from 'zod/mini';
import { endpoint, Id, Instant, Nothing } from '../../contract.ts';
import { OPENING_REASONS } from '../../people/index.ts';
import { EMERGENCY_REASONS } from '../emergency/index.ts';

/** Days back that patterns are looked for in. */
export const ODD_VIEW_DAYS = 30;
/** Views of one page. */
export const VIEW_PAGE = 100;

export const ODD_VIEW_KINDS = [
  'namesake',
  'many-elsewhere',
  'same-elsewhere',
  'many-people',
  'at-night',
] as const;
export type OddViewKind = (typeof ODD_VIEW_KINDS)[number];

/** One entry of the log about a person: who, what, when, and why where a reason was asked for. */
export const PersonView = z.object({
  number: z.int(),
  at: Instant,
  /** The colleague; null where the program itself did it. */
  by: z.nullable(z.string()),
  action: z.string(),
  effect: z.enum(['read', 'write', 'refused', 'system']),
  /** `emergency`: an opening in an emergency made it possible; the opening itself says why. */
  why: z.nullable(z.enum([...OPENING_REASONS, ...EMERGENCY_REASONS, 'emergency'])),
});
export type PersonView = z.infer<typeof PersonView>;

export const viewsContract = {
  /** Who viewed and changed what of somebody within reach, newest first; to be shown or printed for her when she asks. */
  listPersonViews: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/people/:personId/views',
    permission: 'person.read',
    input: z.object({
      personId: Id,
      /** Only entries older than this number: the last one of the page before. */
      before: z.optional(z.string().check(z.regex(/^\d{1,15}$/))),
    }),
    output: z.object({ views: z.array(PersonView), next: z.nullable(z.string()) }),
    audit: 'read',
  }),

  /** Patterns of the last `ODD_VIEW_DAYS` days worth a question, by colleague, with ids and without names of people. */
  listOddViews: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/audit/odd-views',
    permission: 'audit.read',
    input: Nothing,
    output: z.object({
      patterns: z.array(
        z.object({
          kind: z.enum(ODD_VIEW_KINDS),
          account: z.object({ id: Id, name: z.string() }),
          people: z.array(Id),
          looks: z.int(),
          lastAt: Instant,
        }),
      ),
    }),
    audit: 'read',
  }),
};
