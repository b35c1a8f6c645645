/**
 * The one entry that the server imports: the survey page and its parts, rendered without script, and what comes
 * back from it. Pure: no clock, no chance, no files; the built script and style are handed in.
 */
import type { HelpContact, SurveyModel } from '@tirek/domain/surveys/phone';
import { LANGUAGE_NAMES, type Language, translator } from '@tirek/domain/text';
import { renderOwnPage } from './own/own-page.ts';
import { plainContacts } from './plain/contacts.ts';
import type { Fields } from './plain/fields.ts';
import { frame, type RenderedPage } from './plain/frame.ts';
import { type Html, html, scriptJson } from './plain/html.ts';
import { plainPage } from './plain/plain-page.ts';
import { type FormReading, plainDraft } from './plain/read-form-fields.ts';
import { refusalParams } from './refusal-params.ts';
import type { LanguageWords, LeftData, SurveyData } from './survey-data.ts';
import { sayOn, WORDS } from './words.ts';

export type { Fields } from './plain/fields.ts';
export type { RenderedPage } from './plain/frame.ts';
export { type FormReading, readFormFields } from './plain/read-form-fields.ts';
export { renderOwnPage };

/** What a refusal page needs when there is no survey to show. */
export interface Refusal {
  /** A problem code, such as `wave-over`; one without words of its own is told as `internal`. */
  readonly code: string;
  /** Numbers and texts for the sentence; dates as `YYYY-MM-DD`. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface SurveyPageOptions {
  /** `dist/respondent.js` and `dist/respondent.css`, as they are; with an empty script the page is the form alone. */
  readonly script: string;
  readonly style: string;
  /** UUIDv4 for the form without script: sent twice, it is done once. */
  readonly submissionId: string;
  /** `YYYY-MM-DD` where the respondents are. */
  readonly today: string;
  /** A one-time code from the address, for the form without script. */
  readonly codePrefilled?: string;
  /** The form without script came back and is drawn again, with everything that was typed. */
  readonly again?: {
    readonly fields: Fields;
    readonly reading: FormReading | null;
    readonly refusal?: Refusal;
  };
}

/**
 * The survey page in one response: a form that works without script, the survey as JSON, and the script that takes
 * over from the form. The texts in `scripts` and `styles` must be named by their hashes in the page's policy.
 */
export function renderSurveyPage(model: SurveyModel, options: SurveyPageOptions): RenderedPage {
  const { script, style, again, codePrefilled, today } = options;
  const fields: Fields = again?.fields ?? (codePrefilled ? { code: codePrefilled } : {});
  const words = Object.fromEntries(
    model.languages.map((language): [Language, LanguageWords] => {
      const { screens, danger, refusals } = WORDS[language];
      return [
        language,
        { screens: model.emergency ? { ...screens, ...danger } : screens, refusals },
      ];
    }),
  );
  const data: SurveyData = { model, words };
  return frame({
    language: model.language,
    title: model.title,
    style,
    body: plainPage({
      model,
      plain: plainDraft(model, fields, today),
      fields,
      reading: again?.reading ?? null,
      refusal: again?.refusal ? refusalText(again.refusal, model.language) : null,
      submissionId: options.submissionId,
      thisYear: Number(today.slice(0, 4)),
    }),
    // Somebody whose form came back has no script; what she typed must not be replaced by it.
    script: again || !script ? null : { text: script, data: scriptJson(data) },
  });
}

/** After the form without script: thanks, or that declining is all right. */
export function renderEndPage(
  model: SurveyModel,
  { end, style }: { end: 'thanks' | 'declined'; style: string },
): RenderedPage {
  const { language } = model;
  const say = sayOn(language);
  return message({
    language,
    style,
    script: null,
    title: model.title,
    quickExit: model.quickExit,
    model,
    heading: html`<h1>${say(`${end}.title`)}</h1>`,
    body:
      end === 'thanks'
        ? html`<p class="lead">${say('thanks.text')}</p><h2>${say('thanks.next-title')}</h2><p>${say('thanks.next')}</p>`
        : html`<p class="lead">${say('declined.text')}</p>`,
  });
}

/** Instead of a survey: why it cannot be answered (not begun, over, not found). */
export function renderRefusalPage(given: {
  readonly language: Language;
  /** In which it can be read; the browser's own language is not always hers. */
  readonly languages: readonly Language[];
  readonly style: string;
  readonly refusal: Refusal;
  readonly title?: string;
  readonly quickExit?: string;
  readonly help?: readonly HelpContact[];
  /** Of a survey that was open once: unfinished answers may still be on the phone, and she is offered to delete them. */
  readonly left?: { readonly slug: string; readonly script: string };
}): RenderedPage {
  const { language, refusal, left } = given;
  const sentence = refusalText(refusal, language);
  const data: LeftData | null = left
    ? { left: left.slug, language, words: WORDS[language].screens }
    : null;
  return message({
    ...given,
    // An address that is none of ours has no name to show in the tab: the sentence itself is neutral.
    title: given.title ?? sentence,
    heading: html`${languageLinks(given)}<h1>${sentence}</h1>`,
    body: html`<div id="left"></div>`,
    model: { help: given.help ?? [] },
    script: left && data ? { text: left.script, data: scriptJson(data) } : null,
  });
}

function languageLinks(given: { language: Language; languages: readonly Language[] }): Html {
  const say = sayOn(given.language);
  return html`<nav class="languages-wide" aria-label="${say('language.choose')}">${given.languages.map(
    (language) =>
      html`<a href="?language=${language}" lang="${language}" hreflang="${language}"${language === given.language && html` aria-current="true"`}>${LANGUAGE_NAMES[language]}</a>`,
  )}</nav>`;
}

/** The sentence for a problem code, in the respondent's language. */
export function refusalText({ code, details = {} }: Refusal, language: Language): string {
  const { refusals } = WORDS[language];
  const known = Object.hasOwn(refusals, code) ? (code as keyof typeof refusals) : 'internal';
  return translator(refusals, language)(known, refusalParams(details, language));
}

function message(given: {
  language: Language;
  style: string;
  title: string;
  heading: Html;
  body: Html;
  script: { text: string; data: Html } | null;
  quickExit?: string;
  model: Pick<SurveyModel, 'help' | 'emergency'>;
}): RenderedPage {
  const { language, title, quickExit, model, heading, body } = given;
  const say = sayOn(language);
  const contacts = plainContacts(model, { say });
  // For everybody who was asked about danger, so that the page does not tell who said yes.
  const parts = model.emergency ? [heading, contacts, body] : [heading, body, contacts];
  return frame({
    language,
    title,
    style: given.style,
    script: given.script,
    body: html`<div class="page"><header class="top">${quickExit && html`<a class="exit" href="${quickExit}" rel="noreferrer">${say('exit.label')}</a>`}</header><main><div class="end">${parts}</div></main></div>`,
  });
}
