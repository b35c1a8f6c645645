import type { SurveyModel } from '@tirek/domain/surveys/phone';
import { contactsOf, dialled } from '../answering/contacts.ts';
import type { Say } from '../survey-data.ts';
import { type Html, html } from './html.ts';

/** Whom she can call, with the number to tap. */
export function plainContacts(
  model: Pick<SurveyModel, 'help' | 'emergency'>,
  { say, title = say('help.title'), more }: { say: Say; title?: string; more?: Html },
): Html | null {
  const contacts = contactsOf(model, say);
  if (contacts.length === 0) return null;
  return html`<section class="help"><h2>${title}</h2><ul>${contacts.map(
    ({ name, phone, hours, region }) =>
      html`<li><a href="${dialled(phone)}"><span><strong class="phone-number">${phone}</strong><span>${name}</span>${region && html`<span>${region}</span>`}<span class="hours">${hours}</span></span></a></li>`,
  )}</ul>${more}</section>`;
}
