import { type Language, translator } from '@tirek/domain/text';
import { render } from 'preact';
import { App } from './app.tsx';
import { refusalParams } from './refusal-params.ts';
import { createSurvey, type OpenedLink } from './session/create-survey.ts';
import { onDoubleEscape } from './session/quick-exit.ts';
import { takeScannedCode } from './session/scanned-code.ts';
import type { Say, SurveyData } from './survey-data.ts';
import type { Shown } from './ui/survey-context.ts';

/** A clock behind the year this was written in has lost its battery. */
const EARLIEST_YEAR = 2026;

const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));

/** UUIDv4; `crypto.randomUUID` is missing on pages that came over an unsafe connection. */
function newId(): string {
  const bytes = randomBytes(16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** For lists of years, which must not end in 1970 on a phone whose clock does. */
const thisYear = () => Math.max(new Date().getFullYear(), EARLIEST_YEAR);

function today(): string | null {
  const now = new Date();
  if (now.getFullYear() < EARLIEST_YEAR) return null;
  const two = (part: number) => `${part}`.padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export const sayIn = (words: Readonly<Record<string, string>>, language: Language) =>
  translator(words, language) as Say;

/** Shows the survey and keeps it going: from the consent to thanks. `link`: the one to a person's file through which she answers. */
export async function startSurvey(data: SurveyData, link?: OpenedLink): Promise<void> {
  const plain = document.getElementById('survey')!;
  const survey = createSurvey(data.model, {
    newId,
    randomBytes,
    today: today(),
    thisYear: thisYear(),
    scanned: link ? null : takeScannedCode(),
    now: () => new Date().toISOString(),
    ...(link && { link }),
  });
  const { store, keeping } = survey;

  const voices = new Map<Language, Pick<Shown, 'say' | 'sayRefusal'>>();
  const voiceIn = (language: Language) => {
    const known = voices.get(language);
    if (known) return known;
    const { screens, refusals } = data.words[language]!;
    const sayRefusal = translator(refusals, language);
    const voice: Pick<Shown, 'say' | 'sayRefusal'> = {
      say: sayIn(screens, language),
      sayRefusal: (code, details) =>
        sayRefusal(code in refusals ? code : 'internal', refusalParams(details, language)),
    };
    voices.set(language, voice);
    return voice;
  };
  const draw = () => {
    const state = store.get();
    const { language } = state;
    document.documentElement.lang = language;
    document.title = state.model.title;
    render(<App shown={{ survey, state, language, ...voiceIn(language) }} />, plain);
  };

  await survey.start();
  // Until here the form without script stood there; if anything above failed, it still does.
  plain.replaceChildren();
  store.listen(draw);
  draw();

  onDoubleEscape(survey.quickExit);
  addEventListener('online', () => store.set({ isOnline: true }));
  addEventListener('offline', () => store.set({ isOnline: false }));
  document.addEventListener('visibilitychange', keeping.hurry);
  addEventListener('pagehide', keeping.hurry);
  // A second sheet scanned into this very tab: only the fragment changes, and no browser loads the page again for it.
  addEventListener('hashchange', () => {
    const scanned = takeScannedCode();
    if (scanned === null) return;
    store.set(store.get().draft ? { scanned } : { scanned, stage: 'consent' });
  });
}
