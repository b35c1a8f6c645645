import { LANGUAGE_NAMES, type Language } from '@tirek/domain/text';
import type { TextOf } from '../text/load-text.ts';
import type { CampaignForm } from './campaign-form.ts';

type Field = keyof CampaignForm;

/** Each field of a campaign in one line, for comparing two of them. */
export function describeField(
  field: Field,
  form: CampaignForm,
  { text, language }: { text: TextOf<'surveys'>; language: Language },
): string {
  switch (field) {
    case 'title':
    case 'purpose':
    case 'audience':
      return Object.values(form[field]).filter(Boolean).join(' / ');
    case 'linkage':
      return text(`linkage.${form.linkage}`);
    case 'forms':
      return form.forms.map(({ code, version }) => `${code} ${version}`).join(', ');
    case 'languages':
      return form.languages.map((code) => LANGUAGE_NAMES[code]).join(', ');
    case 'operator':
      return `${form.operator.name[language]}, ${form.operator.registrationNumber}, ${form.operator.contact[language]}`;
    case 'help':
      return form.help.map(({ name, phone }) => `${name[language]} ${phone}`).join('; ');
    case 'retentionMonths':
      return text('retention.months', { count: form.retentionMonths });
    default:
      return String(form[field]);
  }
}

/** The fields in which two campaigns differ. */
export function differingFields(mine: CampaignForm, theirs: CampaignForm): Field[] {
  return (Object.keys(mine) as Field[]).filter(
    (field) => JSON.stringify(mine[field]) !== JSON.stringify(theirs[field]),
  );
}
