import type { Submission } from '@tirek/domain/surveys/phone';

/** What became of one try to send. */
export type SendResult =
  | { readonly kind: 'sent' }
  /** The server said no, and would say so again. */
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly details: Readonly<Record<string, unknown>>;
    }
  /** No signal, or the server is busy: try again, at the earliest after so many seconds. */
  | { readonly kind: 'later'; readonly seconds: number };

const TIMEOUT_MS = 30_000;
/** Browsers let a request outlive its page up to this size. */
const KEEPALIVE_BYTES = 60_000;

/** The service worker knows the same two addresses: see `worker/service-worker.ts`. */
export const answersAddress = (slug: string) =>
  slug.startsWith('own-') ? '/api/phone-link/answers' : `/api/surveys/${slug}/answers`;

/** Tries once to hand over the answers. The same submission may be sent any number of times: it is done once. */
export async function sendSubmission(slug: string, submission: Submission): Promise<SendResult> {
  const body = JSON.stringify(submission);
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(answersAddress(slug), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      keepalive: body.length * 2 < KEEPALIVE_BYTES,
      signal: abort.signal,
    });
    return await resultOf(response);
  } catch {
    return { kind: 'later', seconds: 0 };
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Reads the server's answer. Only our own JSON counts: the sign-in page of a café's network also says 200.
 */
export async function resultOf(response: Response): Promise<SendResult> {
  const isOurs =
    /[/+]json/.test(response.headers.get('content-type') ?? '') && !response.redirected;
  if (!isOurs) return { kind: 'later', seconds: 0 };
  const told = (await response.json().catch(() => null)) as {
    done?: boolean;
    code?: string;
    details?: Record<string, unknown>;
  } | null;
  if (!told) return { kind: 'later', seconds: 0 };
  const details = told.details ?? {};
  // A link that opens nothing any more is told of as an answer like any other.
  if (response.ok && told.done === false && told.code)
    return { kind: 'refused', code: told.code, details };
  if (response.ok) return told.done ? { kind: 'sent' } : { kind: 'later', seconds: 0 };
  if (response.status === 429 || response.status >= 500) {
    return { kind: 'later', seconds: Number(details.seconds) || 0 };
  }
  return { kind: 'refused', code: told.code ?? 'internal', details };
}
