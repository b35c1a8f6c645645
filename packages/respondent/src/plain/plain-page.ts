import type { SurveyModel } from '@tirek/domain/surveys/phone';
import { LANGUAGE_NAMES, type Language, translator } from '@tirek/domain/text';
import { placeId } from '../answering/draft.ts';
import { findingText, type PlaceFinding } from '../answering/findings.ts';
import { type Place, placesOf } from '../answering/places.ts';
import { signalsIn, unhelpedSignals } from '../answering/signals.ts';
import { sayOn, WORDS } from '../words.ts';
import { dangerPage } from './danger-page.ts';
import { type Fields, fieldText } from './fields.ts';
import { type Html, html } from './html.ts';
import { anchorOf, plainQuestion } from './plain-question.ts';
import { confirmName, type FormReading, type Plain } from './read-form-fields.ts';

export interface PlainPage {
  readonly model: SurveyModel;
  readonly plain: Plain;
  readonly fields: Fields;
  readonly reading: FormReading | null;
  /** A refusal of the server, in words. */
  readonly refusal: string | null;
  readonly submissionId: string;
  readonly thisYear: number;
}

const CHECKED: Html = { html: ' checked' };

/** The whole survey as one form that needs no script: consent first, then every question that is open now. */
export function plainPage(page: PlainPage): Html {
  const { model, plain, fields, reading, refusal, submissionId } = page;
  if (reading && unhelpedSignals(plain.forms, plain.draft).length > 0) {
    return html`<form method="post" class="page plain-form" autocomplete="off">${topBar(model)}
${dangerPage({ model, plain, fields })}
</form>`;
  }
  const { language, consent } = model;
  const sayPlain = translator(WORDS[language].plain, language);
  const say = sayOn(language);
  const places = placesOf(plain.forms, plain.draft);
  const isOld = reading?.kind === 'invalid' && reading.consent === 'old';
  // Whoever agreed to older words has to choose again.
  const agreed = isOld ? '' : fieldText(fields, 'consent');
  const consentText = isOld
    ? `${say('consent.changed-title')}. ${say('consent.changed')}`
    : sayPlain('consent-needed');
  const hasQuestions = model.linkage !== 'panel';
  return html`<form method="post" class="page plain-form" autocomplete="off"${model.isDraft && html` data-mark="${say('screen.draft-short')}"`}>
<button class="default" name="do" value="send" tabindex="-1" aria-hidden="true"></button>
${model.isDraft && html`<p class="mark">${say('screen.draft')}</p>`}${topBar(model)}
<main>
<div class="sheet">
${refusal && html`<p class="wrong" role="alert">${refusal}</p>`}
${summary(page, places)}
<p class="section">${model.title}</p>
<h1>${consent.title}</h1>
<dl class="points">${consent.points.map(
    ({ heading, text }) => html`<div><dt>${heading}</dt><dd>${text}</dd></div>`,
  )}</dl>
${
  hasQuestions
    ? html`<fieldset class="asked" id="q-consent">${
        reading?.kind === 'invalid' && reading.consent && html`<p class="wrong">${consentText}</p>`
      }<div class="choices"><label class="choice"><input type="radio" name="consent" value="yes"${agreed === 'yes' && CHECKED}><span>${consent.agree}</span></label><label class="choice"><input type="radio" name="consent" value="no"><span>${consent.decline}</span></label></div></fieldset>
<input type="hidden" name="language" value="${language}">
<input type="hidden" name="version" value="${consent.version}">
<input type="hidden" name="id" value="${submissionId}">
${helpedField(page)}
${codeField(page)}
${questions(page, places)}
<p class="hint">${sayPlain('send-text')}</p>
<div class="stack"><button class="main" name="do" value="send">${sayPlain('send')}</button></div>`
    : html`<p class="warning">${sayPlain('no-pin')}</p>`
}
</div>
</main>
</form>`;
}

/** For which signals she was shown help, as long as they hold. */
function helpedField({ plain: { forms, draft } }: PlainPage): Html | false {
  const helped = signalsIn(forms, draft).filter((signal) => draft.helped?.includes(signal));
  return helped.length > 0 && html`<input type="hidden" name="helped" value="${helped.join(' ')}">`;
}

function topBar({ languages, language, quickExit }: SurveyModel): Html {
  const say = sayOn(language);
  return html`<header class="top">${
    languages.length > 1 &&
    html`<div class="languages" role="group" aria-label="${say('language.choose')}">${languages.map(
      (other) =>
        html`<button name="do" value="language.${other}" lang="${other}" title="${LANGUAGE_NAMES[other]}" aria-pressed="${other === language ? 'true' : 'false'}">${LANGUAGE_NAMES[other].slice(0, 3)}</button>`,
    )}</div>`
  }<a class="exit" href="${quickExit}" rel="noreferrer">${say('exit.label')}</a></header>`;
}

/** What has to be looked at, on top, each a way to its question. */
function summary({ model, plain, reading }: PlainPage, places: readonly Place[]): Html | null {
  const { language } = model;
  const sayPlain = translator(WORDS[language].plain, language);
  if (reading?.kind === 'more') {
    return html`<div class="warning" role="alert"><p>${sayPlain('more-title')}</p>${links(
      places.filter(({ id }) => reading.places.includes(id)),
    )}</div>`;
  }
  if (reading?.kind !== 'invalid') return null;
  const wrong = places.filter(({ id }) => reading.hard.some(({ place }) => place === id));
  const isWrong = wrong.length > 0 || reading.consent || reading.code;
  return html`${
    isWrong &&
    html`<div class="wrong" role="alert"><p>${sayPlain('errors-title')}</p>${links(wrong)}${
      reading.consent && html`<p><a href="#q-consent">${sayPlain('consent-needed')}</a></p>`
    }</div>`
  }${
    reading.soft.length > 0 &&
    html`<div class="warning" role="alert"><p>${sayPlain('warnings-title')}</p>${reading.soft.map(
      (finding) => warning({ finding, places, language, plain }),
    )}</div>`
  }`;
}

const links = (places: readonly Place[]) =>
  places.length > 0 &&
  html`<ul>${places.map(
    ({ form, screen }) =>
      html`<li><a href="#${anchorOf(form.code, screen.path)}">${screen.row && `${screen.row.heading}: `}${screen.question.text}</a></li>`,
  )}</ul>`;

function warning(given: {
  finding: PlaceFinding;
  places: readonly Place[];
  language: Language;
  plain: Plain;
}): Html | null {
  const { finding, places, language } = given;
  const place = places.find(({ id }) => id === finding.place);
  const constraint = 'constraint' in finding.finding ? (finding.finding.constraint ?? '') : '';
  if (!place) return null;
  const say = sayOn(language);
  return html`<label class="choice"><input type="checkbox" name="${confirmName(place.form.code, place.screen.path, constraint)}" value="yes"><span>${findingText(finding, { place, say, language })} <strong>${say('check.confirm')}</strong></span></label>`;
}

function codeField({ model, fields, reading }: PlainPage): Html | null {
  if (model.linkage !== 'one-time') return null;
  const { language } = model;
  const say = sayOn(language);
  const problem = reading?.kind === 'invalid' ? reading.code : null;
  return html`<div class="asked" id="q-code"><label class="title" for="code">${say('access.code-title')}</label><p class="help-text">${say('access.code-text')}</p>${
    problem &&
    html`<p class="wrong">${say(problem === 'mistyped' ? 'access.code-mistyped' : 'access.code-wrong')}</p>`
  }<input id="code" name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" value="${fieldText(fields, 'code')}"></div>`;
}

function questions(
  { model, plain, fields, reading, thisYear }: PlainPage,
  places: readonly Place[],
): Html {
  const { language } = model;
  const say = sayOn(language);
  const sayPlain = translator(WORDS[language].plain, language);
  const isNew = (id: string) => reading?.kind === 'more' && reading.places.includes(id);
  const hard = reading?.kind === 'invalid' ? reading.hard : [];
  let heading = '';
  const headingOf = ({ screen }: Place) => {
    const next = screen.question.heading ?? '';
    if (next === heading) return null;
    heading = next;
    return next && html`<h3>${next}</h3>`;
  };
  return html`${plain.forms.map((form) => {
    const own = places.filter((place) => place.form === form);
    return html`<section><h2>${form.title}</h2>${form.notice && html`<p class="notice">${form.notice}</p>`}
<input type="hidden" name="shown.${form.code}" value="${own.map(({ screen }) => screen.path).join(' ')}">
${own.map(
  (place) => html`${headingOf(place)}${plainQuestion({
    form: form.code,
    screen: place.screen,
    fields,
    problems: hard
      .filter((finding) => finding.place === placeId(form.code, place.screen.path))
      .map((finding) => findingText(finding, { place, say, language })),
    isNew: isNew(place.id),
    language,
    thisYear,
    say,
    sayPlain,
  })}
`,
)}</section>`;
  })}`;
}
