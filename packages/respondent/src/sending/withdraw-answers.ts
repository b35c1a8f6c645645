/** Panel mode: asks that everything sent under this pseudonym be erased. */
export async function withdrawAnswers(
  slug: string,
  panel: string,
): Promise<{ kind: 'done' } | { kind: 'later' } | { kind: 'refused'; code: string }> {
  try {
    const response = await fetch(`/api/surveys/${slug}/withdrawals`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ panel }),
    });
    const told = (await response.json()) as { done?: boolean; code?: string };
    if (response.ok && told.done) return { kind: 'done' };
    if (response.status >= 500 || response.status === 429 || !told.code) return { kind: 'later' };
    return { kind: 'refused', code: told.code };
  } catch {
    return { kind: 'later' };
  }
}
