import { phoneTexts } from '../assessments/own-phone/index.ts';
import { bundleForm, type CompiledForm } from '../instruments/index.ts';
import { contactsFor, EMERGENCY_NUMBERS, type RegionalContact } from '../pathways/safety/index.ts';
import type { Language } from '../text/index.ts';
import type { SurveyModel } from './wire.ts';

/** Words that she agrees to on the page; other words are a new version. */
export const PHONE_CONSENT = 'own-phone-1';

const POINTS = ['what', 'who', 'when', 'free', 'withdraw'] as const;

/** The page to which a quick exit leads. */
export const quickExitIn = (language: Language): string => `https://${language}.wikipedia.org/`;

interface PhoneSources {
  readonly form: CompiledForm;
  readonly languages: readonly Language[];
  readonly region: string | null;
  readonly contacts: readonly RegionalContact[];
}

/** The questions as the respondent's page shows them: nothing of her name, of a programme, or of what the questionnaire is called. */
export function phoneModel(
  { form, languages, region, contacts }: PhoneSources,
  language: Language,
): SurveyModel {
  const t = phoneTexts(language);
  const bundle = bundleForm(form, language);
  const isUrgent = (phone: string) =>
    Object.values<string>(EMERGENCY_NUMBERS).includes(phone.replace(/\D/g, ''));
  return {
    slug: 'own',
    language,
    languages,
    title: t('title'),
    linkage: 'linked',
    isDraft: bundle.d === 1,
    consent: {
      version: PHONE_CONSENT,
      title: t('consent.title'),
      points: POINTS.map((point) => ({
        heading: t(`consent.${point}-title`),
        text: t(`consent.${point}`),
      })),
      agree: t('consent.agree'),
      decline: t('consent.decline'),
    },
    help: contactsFor(region, contacts)
      .filter(({ value }) => !isUrgent(value.phone))
      .map(({ value }) => ({
        name: value.name[language],
        phone: value.phone,
        hours: value.hours[language],
      })),
    // Whatever she is asked, whoever is alone with it has the numbers of the country.
    emergency: EMERGENCY_NUMBERS,
    forms: [{ ...bundle, t: t('title') }],
    quickExit: quickExitIn(language),
  };
}
