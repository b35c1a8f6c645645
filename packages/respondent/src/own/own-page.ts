import { LANGUAGES, type Language } from '@tirek/domain/text';
import { frame, type RenderedPage } from '../plain/frame.ts';
import { html, scriptJson } from '../plain/html.ts';
import type { LanguageWords, OwnData } from '../survey-data.ts';
import { ownWordsIn, sayOn } from '../words.ts';

/** The page of every link to a person's file: the same for all, since only the phone knows which link it is. */
export function renderOwnPage(given: {
  readonly language: Language;
  readonly quickExit: Readonly<Record<Language, string>>;
  readonly script: string;
  readonly style: string;
}): RenderedPage {
  const { language, quickExit, script, style } = given;
  const words = Object.fromEntries(LANGUAGES.map((each) => [each, ownWordsIn(each)])) as Record<
    Language,
    LanguageWords
  >;
  const data: OwnData = { own: language, quickExit, words };
  const say = sayOn(language);
  return frame({
    language,
    title: say('door.title'),
    style,
    // Without script nothing can be opened: the code may not stand in an address.
    body: html`<noscript><div class="page"><main><h1>${say('door.no-script')}</h1></main></div></noscript>`,
    script: { text: script, data: scriptJson(data) },
  });
}
