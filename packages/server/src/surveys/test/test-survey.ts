import { randomUUID } from 'node:crypto';
import type { Texts } from '@tirek/domain/consents';
import type { Answers } from '@tirek/domain/instruments';
import type { Problem } from '@tirek/domain/problem';
import type { Campaign, CampaignSettings, Submission, Wave } from '@tirek/domain/surveys';
import { runOnce } from '../../test/run-once.ts';
import type { TestApp } from '../../test/test-app.ts';
import { shuffleArrivals } from '../answers/shuffle-arrivals.ts';

const inAll = (kk: string, ru: string, en: string): Texts => ({ kk, ru, en });

/** A campaign as Dana would make it: PHQ-8 in Russian, open to anybody with the address. */
export const SETTINGS: CampaignSettings = {
  title: inAll('Көңіл күйіңіз қалай?', 'Как вы себя чувствуете?', 'How are you feeling?'),
  purpose: inAll(
    'Отбасыларға қандай көмек керек екенін білгіміз келеді.',
    'Мы хотим знать, какая помощь нужна семьям.',
    'We want to know what help families need.',
  ),
  audience: inAll(
    'Бағдарламаға қатысатын ересектер.',
    'Взрослые участники программы.',
    'Adults who take part in the programme.',
  ),
  linkage: 'open',
  forms: [{ code: 'phq-8', version: '1.0.0' }],
  languages: ['ru', 'en'],
  consentVersion: 'survey-open-1',
  operator: {
    name: inAll('«Қолдау» орталығы', 'Центр «Қолдау»', 'Qoldau centre'),
    registrationNumber: '120440001234',
    contact: inAll('+7 7112 00 00 01', '+7 7112 00 00 01', '+7 7112 00 00 01'),
  },
  help: [
    {
      region: 'KZ-27',
      name: inAll('Сенім телефоны', 'Телефон доверия', 'Helpline'),
      phone: '+7 7112 00 00 02',
      hours: inAll('тәулік бойы', 'круглосуточно', 'day and night'),
    },
  ],
  retentionMonths: 60,
  quickExit: 'https://kk.wikipedia.org/',
};

export interface OpenSurvey {
  readonly campaign: Campaign;
  readonly wave: Wave;
  readonly slug: string;
  readonly consentVersion: string;
}

/** Dana makes, publishes and opens a campaign whose wave lasts from the first day of tests until four weeks later. */
export async function openSurvey(
  app: TestApp,
  changes: Partial<CampaignSettings> = {},
  days: { opensOn: string; closesOn: string } = { opensOn: '2026-11-23', closesOn: '2026-12-20' },
): Promise<OpenSurvey> {
  const dana = app.as('dana');
  const linkage = changes.linkage ?? 'open';
  const settings = { ...SETTINGS, consentVersion: `survey-${linkage}-1`, ...changes };
  const campaign = await dana.call('createCampaign', { id: randomUUID(), settings });
  const published = await dana.call('publishCampaign', {
    id: randomUUID(),
    campaignId: campaign.id,
    basedOn: campaign.edition,
  });
  const wave = await openWave(app, campaign.id, days);
  return { campaign: published, wave, slug: wave.slug, consentVersion: settings.consentVersion };
}

export async function openWave(
  app: TestApp,
  campaignId: string,
  days: { opensOn: string; closesOn: string },
): Promise<Wave> {
  const dana = app.as('dana');
  const wave = await dana.call('addWave', { id: randomUUID(), campaignId, ...days });
  return await dana.call('openWave', { id: randomUUID(), waveId: wave.id });
}

/** Answers to PHQ-8: the same for all eight, or one for each. */
export function phq8(...frequencies: string[]): Record<string, Answers> {
  const answers = Array.from({ length: 8 }, (_, n) => frequencies[n] ?? frequencies[0] ?? '0');
  return { 'phq-8': Object.fromEntries(answers.map((one, n) => [`phq8_${n + 1}`, one])) };
}

/** A finished questionnaire as Madina's phone sends it. */
export function submissionOf(
  survey: Pick<OpenSurvey, 'consentVersion'>,
  changes: Partial<Submission> = {},
): Submission {
  return {
    id: randomUUID(),
    language: 'ru',
    consent: { version: survey.consentVersion, language: 'ru' },
    answers: phq8('0'),
    ...changes,
  };
}

/** Sends it as a phone does. @returns null when it was taken, or the problem's code and details. */
export async function send(
  app: TestApp,
  survey: Pick<OpenSurvey, 'slug'>,
  submission: Submission,
): Promise<null | { code: Problem['code']; details: Record<string, unknown> }> {
  const { status, body } = await app
    .visitor()
    .raw('submitAnswers', { slug: survey.slug, ...submission });
  return status === 200
    ? null
    : (body as { code: Problem['code']; details: Record<string, unknown> });
}

/** Lets the job shuffle in whatever is due. */
export const shuffle = (app: TestApp) => runOnce(app, shuffleArrivals);
