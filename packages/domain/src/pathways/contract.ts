import * as z from 'zod/mini';
import { type Contract, DateOnly, endpoint, Id, Instant, Nothing } from '../contract.ts';
import { FormOutline } from './form-outline.ts';
import { Pathway } from './pathway.ts';

/** How far a version has come: written, tried on people, followed. */
export const PATHWAY_STATES = ['draft', 'tested', 'published'] as const;

const Marked = z.nullable(z.object({ at: Instant, by: z.string() }));

/** One version of the programme's pathway; it never changes. */
export const PathwayVersion = z.object({
  /** Null of the one that ships with the program. */
  id: z.nullable(Id),
  /** 0: the one that ships with the program. */
  version: z.int(),
  state: z.enum(PATHWAY_STATES),
  pathway: Pathway,
  written: Marked,
  published: Marked,
  /** Whether the asker wrote it, and so may not publish it. */
  isOwn: z.boolean(),
});
export type PathwayVersion = z.infer<typeof PathwayVersion>;

export const pathwaysContract = {
  /** The pathway that is in force, and the instruments that a pathway may ask about. */
  getPathway: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/pathway',
    permission: 'pathway.read',
    input: Nothing,
    output: z.object({ today: DateOnly, inForce: PathwayVersion, forms: z.array(FormOutline) }),
    audit: 'none',
  }),

  /** The versions of the programme, the newest first. */
  listPathwayVersions: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/pathway-versions',
    permission: 'pathway.edit',
    input: Nothing,
    output: z.object({ versions: z.array(PathwayVersion) }),
    audit: 'none',
  }),

  /**
   * Writes the next version. `basedOn` is the newest one that was looked at: `changed-meanwhile` when another was written since.
   * `pathway-refused` with the places where it is not safe to follow.
   */
  writePathway: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/pathway-versions',
    permission: 'pathway.edit',
    input: z.object({ id: Id, basedOn: z.int().check(z.minimum(0)), pathway: Pathway }),
    output: z.object({ version: z.int() }),
    audit: 'write',
  }),

  /** Says that somebody tried the version on people and looked at what came out. */
  markPathwayTested: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/pathway-versions/:versionId/tested',
    permission: 'pathway.edit',
    input: z.object({ id: Id, versionId: Id }),
    output: z.object({}),
    audit: 'write',
  }),

  /**
   * Puts a version in force. `pathway-untested` before it was tried, `own-pathway` for whoever wrote it, `already-done` where it
   * was published before: an earlier version comes back as a new one.
   */
  publishPathway: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/pathway-versions/:versionId/publication',
    permission: 'pathway.edit',
    input: z.object({ id: Id, versionId: Id }),
    output: z.object({}),
    audit: 'write',
  }),
} as const satisfies Contract;
