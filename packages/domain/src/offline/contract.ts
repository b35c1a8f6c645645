import * as z from 'zod/mini';
import { type Contract, DateOnly, endpoint, Id, Instant, Nothing } from '../contract.ts';

/** So many families in one delivery: one fills while the one before is under way. */
export const FAMILIES_A_DELIVERY = 12;
/** At most so many families lie in one device. */
export const MOST_FAMILIES_ALONG = 200;

/** What a read endpoint answers to this input, as it would have answered by itself. */
export const StoredAnswer = z.object({
  name: z.string(),
  input: z.record(z.string(), z.unknown()),
  output: z.unknown(),
});
export type StoredAnswer = z.infer<typeof StoredAnswer>;

/** How a device stands with the server. Whatever is not `stands` means that what was taken along goes from it. */
export const DEVICE_STANDINGS = [
  'stands',
  'unknown',
  'ended',
  'account-closed',
  'roles-changed',
] as const;
export type DeviceStanding = (typeof DEVICE_STANDINGS)[number];

/** The device's own password to the server, made by the device: 32 bytes. */
const Secret = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));
/** What holds of a family or of the programme, in one word: the same word means that nothing has changed. */
const Mark = z.string().check(z.maxLength(80));

export const offlineContract = {
  /** Makes this device known as one that takes families along, under the roles of today. */
  registerDevice: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/devices',
    permission: 'caseload.hold',
    input: z.object({
      id: Id,
      secret: Secret,
      name: z.string().check(z.trim(), z.maxLength(60)),
    }),
    output: Nothing,
    audit: 'write',
  }),

  /** One's own devices that take families along. */
  listDevices: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/devices',
    permission: 'caseload.hold',
    input: Nothing,
    output: z.object({
      devices: z.array(
        z.object({
          id: Id,
          name: z.string(),
          madeAt: Instant,
          lastTakenAt: z.nullable(Instant),
        }),
      ),
    }),
    audit: 'none',
  }),

  /** A device is lost or given away: it takes nothing more, and forgets what it has as soon as it reaches the server. */
  endDevice: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/devices/:deviceId/end',
    permission: 'caseload.hold',
    input: z.object({ id: Id, deviceId: Id }),
    output: Nothing,
    audit: 'write',
  }),

  /** Asked by a device whoever is signed in, or nobody: whether it may keep what it has. */
  checkDevice: endpoint({
    kind: 'session',
    method: 'POST',
    path: '/api/devices/:deviceId/check',
    permission: 'anyone',
    input: z.object({ deviceId: Id, secret: Secret }),
    output: z.object({ standing: z.enum(DEVICE_STANDINGS) }),
    audit: 'none',
    perMinute: 60,
  }),

  /**
   * The answers of read endpoints about families of one's own caseload, each as that endpoint would give it and logged as that
   * endpoint is. `known` names the families that the device has with the mark each had, `day` and `programme` what the device had
   * last. What has not changed is not sent again; `gone` are families that are one's own no longer. `device-ended` when the device
   * may take nothing.
   */
  takeAlong: endpoint({
    kind: 'read',
    method: 'POST',
    path: '/api/along',
    permission: 'caseload.hold',
    input: z.object({
      deviceId: Id,
      families: z.array(Id).check(z.maxLength(MOST_FAMILIES_ALONG)),
      known: z.record(z.string(), Mark),
      day: z.nullable(DateOnly),
      programme: z.nullable(Mark),
    }),
    output: z.object({
      day: DateOnly,
      /** What belongs to no family; no answers where nothing has changed. */
      programme: z.object({ mark: Mark, answers: z.array(StoredAnswer) }),
      families: z.array(z.object({ familyId: Id, mark: Mark, answers: z.array(StoredAnswer) })),
      /** Families for which there was no room in this delivery; ask again for these. */
      left: z.array(Id),
      gone: z.array(Id),
    }),
    audit: 'read',
    maxBytes: 64 * 1024,
  }),
} as const satisfies Contract;
