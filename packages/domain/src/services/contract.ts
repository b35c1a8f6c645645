import * as z from 'zod/mini';
import { type Contract, DateOnly, endpoint, Id, Instant, Nothing } from '../contract.ts';
import {
  CLOSED_REASONS,
  Provider,
  Service,
  StandingProvider,
  StandingService,
} from './directory-entry.ts';
import { Cell, Responsibility, Responsible } from './responsibility.ts';

const basedOn = z.int().check(z.minimum(0));
const closed = z.nullable(z.enum(CLOSED_REASONS));

export const servicesContract = {
  /** The whole directory of the programme, closed entries too, each as its newest version has it. */
  listServices: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/services',
    permission: 'service.read',
    input: Nothing,
    output: z.object({
      today: DateOnly,
      providers: z.array(StandingProvider),
      services: z.array(StandingService),
    }),
    audit: 'none',
  }),

  /** Who changed an entry when, the newest first. */
  listEntryVersions: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/services/:entryId/versions',
    permission: 'service.read',
    input: z.object({ entryId: Id }),
    output: z.object({
      versions: z.array(
        z.object({
          version: z.int(),
          closed,
          recordedAt: Instant,
          /** The account's name. */
          by: z.string(),
          entry: z.union([Provider, Service]),
        }),
      ),
    }),
    audit: 'none',
  }),

  /**
   * A provider as it is from now on, or that it is no more. `basedOn` is the newest version that was looked at, 0 for a new one:
   * `changed-meanwhile` when another holds.
   */
  recordProvider: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/providers/:providerId',
    permission: 'service.manage',
    input: z.object({ id: Id, providerId: Id, basedOn, provider: Provider, closed }),
    output: z.object({ version: z.int() }),
    audit: 'write',
  }),

  /** The same of a service. `service-not-at-support-centre` and `service-without-licence` where its provider may not give it. */
  recordService: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/services/:serviceId',
    permission: 'service.manage',
    input: z.object({ id: Id, serviceId: Id, basedOn, service: Service, closed }),
    output: z.object({ version: z.int() }),
    audit: 'write',
  }),

  /** Every version of the map of who answers for which need in which region. */
  listResponsibilities: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/responsibilities',
    permission: 'service.read',
    input: Nothing,
    output: z.object({ today: DateOnly, responsibilities: z.array(Responsibility) }),
    audit: 'none',
  }),

  /** Who answers for a need in a region since a day; `responsible` null: nobody. */
  recordResponsibility: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/responsibilities/:region/:category',
    permission: 'responsibility.manage',
    input: z
      .object({
        id: Id,
        ...Cell.shape,
        basedOn,
        since: DateOnly,
        until: z.nullable(DateOnly),
        responsible: z.nullable(Responsible),
      })
      .check(z.refine(({ since, until }) => until === null || since < until, { path: ['until'] })),
    output: z.object({ version: z.int() }),
    audit: 'write',
  }),
} as const satisfies Contract;
