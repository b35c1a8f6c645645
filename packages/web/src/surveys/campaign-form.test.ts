import { describe, expect, it } from 'vitest';
import { type CampaignForm, EMPTY_CAMPAIGN, readCampaignForm } from './campaign-form.ts';
import { differingFields } from './campaign-summary.ts';

const texts = (words: string) => ({ kk: words, ru: words, en: words });

const COMPLETE: CampaignForm = {
  ...EMPTY_CAMPAIGN,
  title: texts('Отбасыңыз қалай тұрып жатыр?'),
  purpose: texts('Қандай көмек керегін білу үшін'),
  audience: texts('18 жастан асқан аналар'),
  forms: [{ code: 'who-5', version: '1' }],
  consentVersion: 'survey-one-time-1',
  operator: {
    name: texts('Үлгі орталық'),
    registrationNumber: '000000000000',
    contact: texts('8 700 000 00 00'),
  },
  help: [{ region: null, name: texts('111'), phone: '111', hours: texts('24/7') }],
};

describe("Dana's new survey", () => {
  it('lacks something in every step but the two that have a usual answer', () => {
    const read = readCampaignForm(EMPTY_CAMPAIGN);
    expect(read).toEqual({ kind: 'incomplete', steps: ['words', 'questions', 'consent', 'help'] });
  });

  it('is complete when all is said', () => {
    expect(readCampaignForm(COMPLETE).kind).toBe('complete');
  });

  it.each<[string, Partial<CampaignForm>, string]>([
    ['a title in one language only', { title: { kk: 'Сауалнама', ru: '', en: '' } }, 'words'],
    [
      'a registration number of eleven digits',
      { operator: { ...COMPLETE.operator, registrationNumber: '12345678901' } },
      'consent',
    ],
    ['no language', { languages: [] }, 'questions'],
    ['nobody to call', { help: [] }, 'help'],
    ['a quick exit without https', { quickExit: 'http://kk.wikipedia.org/' }, 'help'],
  ])('is led back by %s', (_, part, step) => {
    expect(readCampaignForm({ ...COMPLETE, ...part })).toEqual({
      kind: 'incomplete',
      steps: [step],
    });
  });

  it('shows in which fields two versions differ', () => {
    const theirs = { ...COMPLETE, retentionMonths: 24, title: texts('Басқа атау') };
    expect(differingFields(COMPLETE, theirs)).toEqual(['title', 'retentionMonths']);
  });
});
