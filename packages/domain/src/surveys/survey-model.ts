import { type ConsentVersion, fillConsent } from '../consents/index.ts';
import { bundleForm, type CompiledForm } from '../instruments/index.ts';
import { EMERGENCY_NUMBERS } from '../pathways/safety/index.ts';
import { Problem } from '../problem.ts';
import type { Language } from '../text/index.ts';
import type { CampaignSettings } from './campaign.ts';
import { termInWords } from './term-in-words.ts';
import type { SurveyModel } from './wire.ts';

export interface SurveySources {
  readonly campaignId: string;
  readonly slug: string;
  readonly settings: CampaignSettings;
  /** In the order they are asked. */
  readonly forms: readonly CompiledForm[];
  readonly consent: ConsentVersion;
  /** Names of regions in the language of the model, by code. */
  readonly regionNames: ReadonlyMap<string, string>;
}

/**
 * Everything the respondent's page needs in one language.
 * @throws Problem `language-not-offered` when the campaign is not asked in it.
 */
export function surveyModel(sources: SurveySources, language: Language): SurveyModel {
  const { settings, slug, campaignId, consent } = sources;
  const words = consent.words[language];
  if (!words || !settings.languages.includes(language)) {
    throw new Problem('language-not-offered', { language });
  }
  const forms = sources.forms.map((form) => bundleForm(form, language));
  const { operator, linkage } = settings;
  const asksAboutDanger = forms.some(({ g }) => g !== undefined);
  return {
    slug,
    language,
    languages: settings.languages,
    title: settings.title[language],
    linkage,
    isDraft: forms.some((form) => form.d === 1),
    consent: {
      version: consent.version,
      ...fillConsent(words, {
        operator: operator.name[language],
        registrationNumber: operator.registrationNumber,
        contact: withoutFullStop(operator.contact[language]),
        purpose: settings.purpose[language],
        audience: settings.audience[language],
        forms: forms.map((form) => form.t).join('; '),
        retention: termInWords(settings.retentionMonths, language),
      }),
    },
    help: settings.help
      .filter(({ phone }) => !asksAboutDanger || !isEmergencyNumber(phone))
      .map(({ region, name, phone, hours }) => ({
        ...(region === null ? {} : { region: sources.regionNames.get(region) ?? region }),
        name: name[language],
        phone,
        hours: hours[language],
      })),
    ...(asksAboutDanger ? { emergency: EMERGENCY_NUMBERS } : {}),
    forms,
    quickExit: settings.quickExit,
    ...(linkage === 'panel' ? { panel: campaignId } : {}),
  };
}

/** It stands among the contacts already, with words of its own. */
const isEmergencyNumber = (phone: string) =>
  Object.values<string>(EMERGENCY_NUMBERS).includes(phone.replace(/\D/g, ''));

/** The sentence around it has its own. */
const withoutFullStop = (text: string) => text.replace(/\.\s*$/, '');
