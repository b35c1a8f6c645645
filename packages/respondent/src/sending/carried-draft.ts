import type { SealedDraft } from '@tirek/domain/surveys/phone';

const addressOf = (slug: string, key: string) => `/api/surveys/${slug}/drafts/${key}`;

/** Leaves a locked draft with the server. Null without signal or when it is refused. */
export async function leaveDraft(
  slug: string,
  { key, sealed }: SealedDraft,
): Promise<{ keptUntil: string } | null> {
  try {
    const response = await fetch(addressOf(slug, key), {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ sealed }),
    });
    return response.ok ? ((await response.json()) as { keptUntil: string }) : null;
  } catch {
    return null;
  }
}

/** Asks the server for a locked draft. */
export async function fetchDraft(
  slug: string,
  key: string,
): Promise<{ kind: 'found'; sealed: string } | { kind: 'none' } | { kind: 'no-signal' }> {
  try {
    const response = await fetch(addressOf(slug, key));
    if (response.ok) {
      const { sealed } = (await response.json()) as { sealed: string };
      return { kind: 'found', sealed };
    }
    return response.status < 500 && response.status !== 429
      ? { kind: 'none' }
      : { kind: 'no-signal' };
  } catch {
    return { kind: 'no-signal' };
  }
}

/** The answers have arrived: the copy is not needed any more. What cannot be dropped now expires by itself. */
export async function dropDraft(slug: string, key: string): Promise<void> {
  await fetch(addressOf(slug, key), { method: 'DELETE', keepalive: true }).catch(() => undefined);
}
