import { describe, expect, it } from 'vitest';
import { SURVEY_CONSENTS_1 } from '../consents/index.ts';
import { findForm } from '../instruments/index.ts';
import { Problem } from '../problem.ts';
import { askableForm, type CampaignSettings, checkSubmission, surveyModel } from './index.ts';

const texts = (kk: string, ru: string, en: string) => ({ kk, ru, en });
const SETTINGS: CampaignSettings = {
  title: texts('Отбасының жағдайы', 'Положение семьи', 'How the family is'),
  purpose: texts('Көмекті жоспарлау үшін.', 'Чтобы планировать помощь.', 'To plan help.'),
  audience: texts('Ересектер.', 'Взрослые.', 'Adults.'),
  linkage: 'panel',
  forms: [{ code: 'needs-assessment-2022', version: '1.0.0' }],
  languages: ['kk', 'ru'],
  consentVersion: 'survey-panel-1',
  operator: {
    name: texts('Қолдау орталығы', 'Центр поддержки', 'Support centre'),
    registrationNumber: '120440001234',
    contact: texts('Орал қ., Абай к-сі, 1.', 'г. Уральск, ул. Абая, 1.', 'Oral, Abai street 1.'),
  },
  help: [
    {
      region: 'KZ-27',
      name: texts('Сенім', 'Доверие', 'Trust'),
      phone: '150',
      hours: texts('9–18', '9–18', '9–18'),
    },
    {
      region: null,
      name: texts('Көмек', 'Помощь', 'Help'),
      phone: '111',
      hours: texts('24/7', '24/7', '24/7'),
    },
  ],
  retentionMonths: 60,
  quickExit: 'https://kk.wikipedia.org/',
};
const form = findForm('needs-assessment-2022')!;
const SOURCES = {
  campaignId: '0193a1b2-0000-7000-8000-000000000001',
  slug: 'bcdfghjk',
  settings: SETTINGS,
  forms: [form],
  consent: SURVEY_CONSENTS_1[2]!,
  regionNames: new Map([['KZ-27', 'Батыс Қазақстан облысы']]),
};

describe('what Madina’s phone is given', () => {
  it('is all in her language, the consent filled in, help with the name of its region', () => {
    const model = surveyModel(SOURCES, 'kk');
    expect(model).toMatchObject({
      slug: 'bcdfghjk',
      language: 'kk',
      languages: ['kk', 'ru'],
      title: 'Отбасының жағдайы',
      isDraft: false,
      panel: SOURCES.campaignId,
      help: [
        { region: 'Батыс Қазақстан облысы', name: 'Сенім', phone: '150', hours: '9–18' },
        { name: 'Көмек', phone: '111', hours: '24/7' },
      ],
    });
    expect(model.help[1]).not.toHaveProperty('region');
    const [who] = model.consent.points;
    expect(who?.text).toBe(
      'Қолдау орталығы (БСН 120440001234). Деректеріңіз туралы сұрағыңыз болса: Орал қ., Абай к-сі, 1.',
    );
    const said = model.consent.points.map(({ text }) => text).join(' ');
    expect(said).toContain(model.forms[0]!.t);
    expect(said).toContain('5 жыл');
    expect(said).not.toContain('{{');
  });

  it('has the numbers of the country beside its contacts where it asks about danger, each once', () => {
    const withPhq9 = surveyModel(
      {
        ...SOURCES,
        forms: [form, findForm('phq-9')!],
        settings: {
          ...SETTINGS,
          help: [...SETTINGS.help, { ...SETTINGS.help[1]!, phone: '1-12' }],
        },
      },
      'kk',
    );
    expect(withPhq9.emergency).toEqual({ all: '112', ambulance: '103' });
    expect(withPhq9.help.map(({ phone }) => phone)).toEqual(['150', '111']);
    expect(withPhq9.forms.map(({ g }) => g?.length)).toEqual([undefined, 1]);
    expect(surveyModel(SOURCES, 'kk')).not.toHaveProperty('emergency');
  });

  it('is refused in a language in which the campaign is not asked', () => {
    expect(() => surveyModel(SOURCES, 'en')).toThrow(new Problem('language-not-offered').message);
  });

  it('carries the key of the panel only where there is one', () => {
    const open = {
      ...SOURCES,
      settings: { ...SETTINGS, linkage: 'open' as const },
      consent: SURVEY_CONSENTS_1[0]!,
    };
    expect(surveyModel(open, 'ru')).not.toHaveProperty('panel');
  });

  it('bears a watermark when a translation is a draft', () => {
    const drafted = { ...SOURCES, forms: [findForm('who-5')!] };
    expect(surveyModel(drafted, 'kk').isDraft).toBe(true);
  });
});

describe('what Madina sends', () => {
  it('comes back normalised, with scores and versions by form', () => {
    const checked = checkSubmission(
      [form, findForm('phq-8')!],
      { 'phq-8': { phq8_1: '3' } },
      '2026-11-23',
    );
    expect(checked).toMatchObject({
      kind: 'ready',
      versions: { 'needs-assessment-2022': '1.0.0', 'phq-8': '1.0.0' },
      answers: { 'phq-8': { phq8_1: '3', phq8_2: { absent: 'not-reached' } } },
      scores: { 'phq-8': [{ scale: 'phq-8', kind: 'incomplete', answered: 1 }] },
    });
  });

  it('is refused with the place in the form, and with what is no form of the wave', () => {
    const checked = checkSubmission(
      [findForm('phq-8')!],
      { 'phq-8': { phq8_9: '3' }, 'phq-9': {} },
      '2026-11-23',
    );
    expect(checked).toEqual({
      kind: 'refused',
      findings: [
        { form: 'phq-9', path: '', code: 'not-answers' },
        { form: 'phq-8', path: 'phq8_9', code: 'unknown-item' },
      ],
    });
  });

  it('that is nonsense at length is answered briefly', () => {
    const nonsense = Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`x${n}`, 1]));
    const checked = checkSubmission([findForm('phq-8')!], { 'phq-8': nonsense }, '2026-11-23');
    expect(checked.kind === 'refused' && checked.findings.length).toBe(50);
  });
});

describe('an instrument that Dana may choose', () => {
  it('shows its languages and that GHQ-12 cannot be asked without its text', () => {
    expect(askableForm(findForm('ghq-12')!)).toMatchObject({
      canBeAnswered: false,
      languages: [
        { language: 'kk', state: 'incomplete' },
        { language: 'ru', state: 'incomplete' },
        { language: 'en', state: 'incomplete' },
      ],
      questions: 12,
    });
  });
});
