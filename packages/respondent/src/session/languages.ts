import type { SurveyModel } from '@tirek/domain/surveys/phone';
import type { Language } from '@tirek/domain/text';
import { modelOf, type OfflinePage } from '../keeping/offline-page.ts';

/** The survey in its languages, each fetched once. */
export interface Models {
  /** Null when it is not here and there is no signal. `isFresh`: asks the server even if it is here. */
  get(language: Language, options?: { isFresh: boolean }): Promise<SurveyModel | null>;
  /** Fetches what is not here yet when the phone has nothing better to do, so that a switch works without signal. */
  prefetch(options: { isKept: boolean }): void;
}

/** Asks for the survey in a language; null where it is refused. May fail without signal. */
export type LoadModel = (language: Language) => Promise<SurveyModel | null>;

const loadOf =
  (slug: string): LoadModel =>
  async (language) => {
    const response = await fetch(modelOf(slug, language));
    return response.ok ? ((await response.json()) as SurveyModel) : null;
  };

export function createModels(
  first: SurveyModel,
  offlinePage: OfflinePage,
  load: LoadModel = loadOf(first.slug),
): Models {
  const known = new Map<Language, SurveyModel>([[first.language, first]]);

  async function fetchModel(language: Language): Promise<SurveyModel | null> {
    try {
      const model = await load(language);
      if (!model) return null;
      known.set(language, model);
      await offlinePage.keepModel(language, new Response(JSON.stringify(model)));
      return model;
    } catch {
      return null;
    }
  }

  return {
    async get(language, { isFresh } = { isFresh: false }) {
      return (isFresh ? null : known.get(language)) ?? (await fetchModel(language));
    },
    prefetch({ isKept }) {
      // Not in the DOM's types: somebody who pays by the megabyte has asked to be spared.
      const { connection } = navigator as { connection?: { saveData?: boolean } };
      if (connection?.saveData || !navigator.onLine) return;
      requestIdleCallback(async () => {
        for (const language of first.languages) {
          const isHere = isKept ? await offlinePage.hasModel(language) : known.has(language);
          if (!isHere) await fetchModel(language);
        }
      });
    },
  };
}
