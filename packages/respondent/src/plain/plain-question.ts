import type { Question, Screen } from '@tirek/domain/instruments/engine';
import { formatNumber, type Language, monthNames } from '@tirek/domain/text';
import { yearsBetween } from '../answering/date-parts.ts';
import type { Say } from '../survey-data.ts';
import { type Fields, fieldName, fieldText, fieldTexts } from './fields.ts';
import { type Html, html } from './html.ts';

/** What a question of the form without script is drawn with. */
export interface PlainQuestion {
  readonly form: string;
  readonly screen: Screen;
  readonly fields: Fields;
  /** What is wrong with it. */
  readonly problems: readonly string[];
  /** It was not on the page before. */
  readonly isNew: boolean;
  readonly language: Language;
  readonly thisYear: number;
  readonly say: Say;
  readonly sayPlain: (key: 'new-question' | 'reason' | 'rows' | 'rows-show' | 'choose') => string;
}

export const anchorOf = (form: string, path: string) => `q-${form}-${path.replace(/\//g, '-')}`;

/** One question with its fields, as it was filled in before. */
export function plainQuestion(given: PlainQuestion): Html {
  const { form, screen, problems, isNew, say, sayPlain, fields } = given;
  const { question, path, row } = screen;
  const id = anchorOf(form, path);
  const isGroup = ['choice', 'boolean', 'multi-choice', 'date', 'roster'].includes(question.type);
  if (question.type === 'display') return html`<p class="lead" id="${id}">${question.text}</p>`;
  const title = html`${isNew && html`<em>${sayPlain('new-question')}</em> `}${row && html`<small>${row.heading}</small> `}${question.text}`;
  const name = fieldName('x', form, path);
  const chosen = fieldText(fields, name);
  const reasons =
    question.missing.length > 0 &&
    html`<details class="reasons"${chosen ? OPEN : null}><summary>${sayPlain('reason')}</summary>${question.missing.map(
      (code) =>
        choice({
          type: 'radio',
          name,
          value: code,
          text: say(`absent.${code}`),
          isChecked: chosen === code,
        }),
    )}</details>`;
  const inside = html`${question.help && html`<p class="help-text">${question.help}</p>`}${problems.map(
    (problem) => html`<p class="wrong">${problem}</p>`,
  )}`;
  return isGroup
    ? html`<fieldset class="asked${isNew && ' new'}" id="${id}"><legend>${title}</legend>${inside}${answerOf(given)}${reasons}</fieldset>`
    : html`<div class="asked${isNew && ' new'}" id="${id}"><label class="title" for="${id}-field">${title}</label>${inside}${answerOf(given)}${reasons}</div>`;
}

const OPEN: Html = { html: ' open' };
const CHECKED: Html = { html: ' checked' };
const SELECTED: Html = { html: ' selected' };

function choice(given: {
  type: 'radio' | 'checkbox';
  name: string;
  value: string;
  text: string;
  isChecked: boolean;
}): Html {
  return html`<label class="choice"><input type="${given.type}" name="${given.name}" value="${given.value}"${given.isChecked && CHECKED}><span>${given.text}</span></label>`;
}

function answerOf(given: PlainQuestion): Html {
  const { form, screen, fields, say } = given;
  const { question, path } = screen;
  const name = fieldName('a', form, path);
  const text = fieldText(fields, name);
  const id = `${anchorOf(form, path)}-field`;
  switch (question.type) {
    case 'boolean':
      return html`<div class="choices">${(['yes', 'no'] as const).map((value) =>
        choice({
          type: 'radio',
          name,
          value,
          text: say(`answer.${value}`),
          isChecked: text === value,
        }),
      )}</div>`;
    case 'choice':
      return html`<div class="choices">${question.options.map((option) =>
        choice({
          type: 'radio',
          name,
          value: option.id,
          text: option.text,
          isChecked: text === option.id,
        }),
      )}</div>`;
    case 'multi-choice': {
      const ticked = fieldTexts(fields, name);
      const limit = question.maxChoices;
      return html`<p class="hint">${limit ? say('answer.choose-up-to', { limit }) : say('answer.choose-many')}</p><div class="choices">${question.options.map(
        (option) =>
          choice({
            type: 'checkbox',
            name,
            value: option.id,
            text: option.text,
            isChecked: ticked.includes(option.id),
          }),
      )}</div>`;
    }
    case 'integer':
    case 'decimal':
      return html`${boundsOf(question, given)}<input class="narrow" id="${id}" name="${name}" inputmode="${question.type === 'integer' ? 'numeric' : 'decimal'}" autocomplete="off" value="${text}">`;
    case 'date':
      return dateOf(given, name);
    case 'roster':
      return rowsOf(given, path);
    default:
      return question.multiline
        ? html`<textarea id="${id}" name="${name}" rows="5"${longest(question)}>${text}</textarea>`
        : html`<input id="${id}" name="${name}" autocomplete="off"${longest(question)} value="${text}">`;
  }
}

const longest = ({ maxLength }: Question) => maxLength !== null && html` maxlength="${maxLength}"`;

function boundsOf({ min, max }: Question, { say, language }: PlainQuestion): Html | null {
  if (typeof min !== 'number' || typeof max !== 'number') return null;
  return html`<p class="hint">${say('answer.between', {
    min: formatNumber(min, language),
    max: formatNumber(max, language),
  })}</p>`;
}

function dateOf({ screen, fields, language, thisYear, say }: PlainQuestion, name: string): Html {
  const { min, max } = screen.question;
  const numbers = (last: number) => Array.from({ length: last }, (_, at) => `${at + 1}`);
  const parts = [
    { part: 'd', label: say('date.day'), choices: numbers(31).map((day) => [day, day] as const) },
    {
      part: 'm',
      label: say('date.month'),
      choices: monthNames(language).map((month, at) => [`${at + 1}`, month] as const),
    },
    {
      part: 'y',
      label: say('date.year'),
      choices: yearsBetween(min, max, thisYear).map((year) => [`${year}`, `${year}`] as const),
    },
  ];
  return html`${screen.question.precision !== 'day' && html`<p class="hint">${say('date.hint')}</p>`}<div class="date">${parts.map(
    ({ part, label, choices }) => {
      const chosen = fieldText(fields, `${name}:${part}`);
      return html`<label><span class="label">${label}</span><select name="${name}:${part}"><option value="">–</option>${choices.map(
        ([value, text]) =>
          html`<option value="${value}"${chosen === value && SELECTED}>${text}</option>`,
      )}</select></label>`;
    },
  )}</div>`;
}

function rowsOf({ form, screen, fields, sayPlain }: PlainQuestion, path: string): Html {
  const name = fieldName('rows', form, path);
  const count = fieldText(fields, name) || `${screen.suggestedRows ?? ''}`;
  return html`<div class="rows-asked"><label><span class="label">${sayPlain('rows')}</span><input class="narrow" name="${name}" inputmode="numeric" autocomplete="off" value="${count}"></label><button class="plain" name="do" value="rows">${sayPlain('rows-show')}</button></div>`;
}
