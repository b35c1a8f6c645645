import type { SurveyModel } from '@tirek/domain/surveys/phone';
import type { Language } from '@tirek/domain/text';
import { keepModelOffline, modelOf } from '../keeping/offline-page.ts';

/** The survey in its languages, each fetched once. */
export interface Models {
  /** Null when it is not here and there is no signal. `isFresh`: asks the server even if it is here. */
  get(language: Language, options?: { isFresh: boolean }): Promise<SurveyModel | null>;
  /** Fetches the others when the phone has nothing better to do, so that a switch works without signal. */
  prefetch(options: { isKept: boolean }): void;
}

export function createModels(first: SurveyModel): Models {
  const known = new Map<Language, SurveyModel>([[first.language, first]]);
  const { slug } = first;
  let isKept = false;

  async function fetchModel(language: Language): Promise<SurveyModel | null> {
    try {
      const response = await fetch(modelOf(slug, language));
      if (!response.ok) return null;
      const copy = response.clone();
      const model = (await response.json()) as SurveyModel;
      known.set(language, model);
      if (isKept) await keepModelOffline(slug, language, copy);
      return model;
    } catch {
      return null;
    }
  }

  return {
    async get(language, { isFresh } = { isFresh: false }) {
      return (isFresh ? null : known.get(language)) ?? (await fetchModel(language));
    },
    prefetch(options) {
      isKept = options.isKept;
      const others = first.languages.filter((language) => isKept || !known.has(language));
      // Not in the DOM's types: somebody who pays by the megabyte has asked to be spared.
      const { connection } = navigator as { connection?: { saveData?: boolean } };
      if (connection?.saveData || !navigator.onLine) return;
      requestIdleCallback(async () => {
        for (const language of others) await fetchModel(language);
      });
    },
  };
}
