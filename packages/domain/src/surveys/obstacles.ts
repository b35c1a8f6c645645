import type { ConsentVersion } from '../consents/index.ts';
import {
  type CompiledForm,
  canBeAnswered,
  languagesOffered,
  safetyItems,
} from '../instruments/index.ts';
import type { Language } from '../text/index.ts';
import type { CampaignSettings, FormChoice, HelpEntry, Obstacle } from './campaign.ts';

export interface ObstacleSources {
  findForm(code: string, version: string): CompiledForm | null;
  findConsent(version: string): ConsentVersion | null;
  /** A demonstration shows unreviewed translations, under a watermark. */
  readonly isDemo: boolean;
}

/** Everything that stands against publishing a campaign, instrument by instrument; errors and warnings. */
export function obstaclesOf(settings: CampaignSettings, sources: ObstacleSources): Obstacle[] {
  const ofForms = settings.forms.flatMap((choice, place) =>
    formObstacles(choice, place, settings, sources),
  );
  const isHelpWanted = ofForms.some(({ kind }) => kind === 'safety-help-missing');
  return [
    ...ofForms,
    ...consentObstacles(settings, sources),
    ...(settings.linkage === 'linked' ? [obstacle('linkage-not-available')] : []),
    ...(settings.help.length === 0 && !isHelpWanted
      ? [obstacle('help-missing', { severity: 'warning' })]
      : []),
  ];
}

/** Nothing but warnings. */
export const isPublishable = (obstacles: readonly Obstacle[]) =>
  obstacles.every(({ severity }) => severity === 'warning');

function formObstacles(
  { code, version }: FormChoice,
  place: number,
  settings: CampaignSettings,
  { findForm, isDemo }: ObstacleSources,
): Obstacle[] {
  const { forms, languages } = settings;
  if (forms.findIndex((other) => other.code === code) !== place) {
    return [obstacle('form-repeated', { form: code })];
  }
  const form = findForm(code, version);
  if (!form) return [obstacle('form-unknown', { form: code })];
  // What is dangerous to ask is told even where nothing can be asked.
  const safety = safetyObstacles(form, settings);
  if (canBeAnswered(form).kind === 'no')
    return [...safety, obstacle('form-without-text', { form: code })];
  const reviewed = languagesOffered(form);
  const drafted = languagesOffered(form, { allowDraft: true });
  return [
    ...safety,
    ...languages.flatMap((language) => {
      if (reviewed.includes(language)) return [];
      if (!drafted.includes(language))
        return [obstacle('language-missing', { form: code, language })];
      const severity = isDemo ? 'warning' : 'error';
      return [obstacle('language-draft', { form: code, language, severity })];
    }),
  ];
}

/** Whoever says yes is alone with the page: it must have somebody to call for her, in each language she may read. */
function safetyObstacles(form: CompiledForm, { languages, help }: CampaignSettings): Obstacle[] {
  const { code } = form;
  if (form.pkg.attended) return [obstacle('form-attended', { form: code })];
  const items = safetyItems(form);
  const [first] = items;
  if (!first) return [];
  const silent = items.filter(
    ({ linkId }) => !form.rules.signals.some(({ reads }) => reads.includes(linkId)),
  );
  if (silent.length > 0) {
    return silent.map(({ linkId }) => obstacle('safety-item', { form: code, item: linkId }));
  }
  return languages
    .filter((language) => !help.some((entry) => canBeCalled(entry, language)))
    .map((language) =>
      obstacle('safety-help-missing', { form: code, item: first.linkId, language }),
    );
}

/** The shortest numbers of a country have three digits. */
const DIALLED = /(\d\D*){3}/;

const canBeCalled = ({ name, phone }: HelpEntry, language: Language) =>
  name[language].trim() !== '' && DIALLED.test(phone);

function consentObstacles(
  { consentVersion, languages, linkage }: CampaignSettings,
  { findConsent }: ObstacleSources,
): Obstacle[] {
  const consent = findConsent(consentVersion);
  if (!consent) return [obstacle('consent-unknown')];
  const isOfMode = linkage === 'linked' || consent.linkages.includes(linkage);
  return [
    ...(isOfMode ? [] : [obstacle('consent-linkage-differs')]),
    ...languages
      .filter((language) => !consent.words[language])
      .map((language) => obstacle('consent-language-missing', { language })),
  ];
}

function obstacle(
  kind: Obstacle['kind'],
  about: {
    form?: string;
    item?: string;
    language?: Language;
    severity?: Obstacle['severity'];
  } = {},
): Obstacle {
  const { form = null, item = null, language = null, severity = 'error' } = about;
  return { kind, severity, form, item, language };
}
