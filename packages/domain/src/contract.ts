import * as z from 'zod/mini';
import type { Permission } from './access/permissions.ts';

/**
 * What an endpoint is. A contract is data: the server mounts it, the client is made from it, the outbox stores
 * `{ name, input }` of it, and the access matrix test walks it.
 *
 * - `read` changes nothing.
 * - `write` carries a client-made `id` in its input; the same id with the same input is done once and answered alike.
 * - `session` acts on the visitor's own sign-in or a respondent's own answers and may be repeated as it is.
 */
export interface Endpoint<Input = unknown, Output = unknown> {
  readonly kind: 'read' | 'write' | 'session';
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path with `:name` parts; they are filled from the input. */
  readonly path: `/api/${string}`;
  /**
   * The verb needed; `signed-in` means any fully signed-in account, `anyone` means no account. `half-signed-in` also lets in a
   * session that still waits for its second factor, `locked-or-signed-in` one whose screen is locked.
   */
  readonly permission:
    | Permission
    | 'signed-in'
    | 'half-signed-in'
    | 'locked-or-signed-in'
    | 'anyone';
  readonly input: z.ZodMiniType<Input>;
  readonly output: z.ZodMiniType<Output>;
  /**
   * What the audit log tells: `none` (nothing about a person, and nothing changes), `read` or `write`.
   * `silent` is for answers of unlinkable surveys, where a row in a log would tell when somebody answered.
   */
  readonly audit: 'none' | 'read' | 'write' | 'silent';
  /** The output holds secrets shown once: a repeated write is answered `already-done` instead of by a stored copy. */
  readonly isSecret?: boolean;
  /** The output is a `FileAnswer`: sent as a file, piece by piece, and not as JSON. Only of a `read`. */
  readonly isFile?: boolean;
  /** Requests a minute from one address; the default suits people, not sign-in forms. */
  readonly perMinute?: number;
  /** Largest accepted body in bytes; 256 KiB unless told. */
  readonly maxBytes?: number;
}

/** Declares an endpoint; only narrows types. */
export function endpoint<Input, Output>(
  definition: Endpoint<Input, Output>,
): Endpoint<Input, Output> {
  return definition;
}

// biome-ignore lint/suspicious/noExplicitAny: a contract holds endpoints of every shape
export type Contract = Readonly<Record<string, Endpoint<any, any>>>;
/** What a caller hands to the endpoint. */
export type InputOf<E extends { input: z.ZodMiniType }> = z.infer<E['input']>;
/** What the endpoint answers. */
export type OutputOf<E extends { output: z.ZodMiniType }> = z.infer<E['output']>;

/** A client-made id: UUIDv7, or UUIDv4 where a time must not show. */
export const Id = z.uuid();
/** `YYYY-MM-DD`. */
export const DateOnly = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
/** UTC instant, `2026-11-22T10:00:00.000Z`. */
export const Instant = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z$/));
export const Nothing = z.object({});

/** A file as an answer. Its pieces are made while they are sent, after the request's transaction has ended. */
export type FileAnswer = {
  /** Plain letters, digits, dots and dashes: it tells nothing of anybody. */
  readonly fileName: string;
  readonly mediaType: string;
  readonly pieces: AsyncIterable<Uint8Array>;
};
export const FileAnswer = z.custom<FileAnswer>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'fileName' in value &&
    /^[\w.-]+$/.test(String(value.fileName)) &&
    'mediaType' in value &&
    'pieces' in value,
);
