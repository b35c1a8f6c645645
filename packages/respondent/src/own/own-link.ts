import type { SurveyModel } from '@tirek/domain/surveys/phone';
import type { Language } from '@tirek/domain/text';
import { resultOf } from '../sending/send-submission.ts';

/** What the questions of a link lie under on this phone: enough of its token to tell two links apart. */
const slugOf = (token: string) => `own-${token.slice(0, 10)}`;

const KEPT = 'own';

export interface Link {
  readonly token: string;
  readonly slug: string;
}

/**
 * The token behind `#`, taken out of the address bar, so that it stays neither in the history nor on a picture of the screen. A reload of
 * this tab finds it again.
 */
export function takeLink(): Link | null {
  const [token] = /^[\w-]{43}$/.exec(location.hash.slice(1)) ?? [keptToken()];
  if (!token) return null;
  try {
    sessionStorage.setItem(KEPT, token);
    history.replaceState(history.state, '', location.pathname + location.search);
  } catch {
    // Nothing can be kept: the address stays as it is, or a reload would lose it.
  }
  return { token, slug: slugOf(token) };
}

function keptToken(): string | null {
  try {
    return sessionStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

export type Opened =
  | { readonly kind: 'open'; readonly model: SurveyModel }
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly details: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'no-signal' };

/** Asks for the questions. */
export async function openLink(
  { token, slug }: Link,
  { code, language }: { readonly code: string; readonly language: Language },
): Promise<Opened> {
  try {
    const response = await fetch('/api/phone-link/open', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token, code, language }),
    });
    const copy = response.clone();
    const result = await resultOf(response);
    if (result.kind === 'refused') return result;
    if (result.kind === 'later') return { kind: 'no-signal' };
    const { model } = (await copy.json()) as { model: SurveyModel };
    return { kind: 'open', model: { ...model, slug } };
  } catch {
    return { kind: 'no-signal' };
  }
}
