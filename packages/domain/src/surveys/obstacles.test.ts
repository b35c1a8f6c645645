import { describe, expect, it } from 'vitest';
import { SURVEY_CONSENTS_1 } from '../consents/index.ts';
import { type CompiledForm, compileForm, findForm, safetyItems } from '../instruments/index.ts';
import { type CampaignSettings, isPublishable, obstaclesOf } from './index.ts';

const inAll = (text: string) => ({ kk: text, ru: text, en: text });
const SETTINGS: CampaignSettings = {
  title: inAll('Отбасының жағдайы'),
  purpose: inAll('Қандай көмек керек екенін білу үшін.'),
  audience: inAll('Бағдарламаға қатысатын ересектер.'),
  linkage: 'open',
  forms: [{ code: 'needs-assessment-2022', version: '1.0.0' }],
  languages: ['kk', 'ru'],
  consentVersion: 'survey-open-1',
  operator: {
    name: inAll('Қолдау орталығы'),
    registrationNumber: '120440001234',
    contact: inAll('+7 7112 00 00 00'),
  },
  help: [{ region: null, name: inAll('Сенім телефоны'), phone: '150', hours: inAll('24/7') }],
  retentionMonths: 60,
  quickExit: 'https://kk.wikipedia.org/',
};

/** It does not say which answer means danger. */
const SILENT: CompiledForm = (() => {
  const says = (text: string) => ({ ru: { text, status: 'approved' } });
  const options = ['never', 'often'].map((id) => ({ id, text: says(id) }));
  const compiled = compileForm({
    ...findForm('phq-8')!.pkg,
    code: 'silent',
    items: [{ type: 'choice', linkId: 'silent_1', text: says('?'), options, safety: true }],
    scales: [],
    examples: [],
    optionLists: {},
  });
  if (compiled.kind === 'refused') throw new Error(JSON.stringify(compiled.findings));
  return compiled.form;
})();

const obstacles = (changes: Partial<CampaignSettings>, { isDemo = false } = {}) =>
  obstaclesOf(
    { ...SETTINGS, ...changes },
    {
      findForm: (code, version) => (code === 'silent' ? SILENT : findForm(code, version)),
      findConsent: (version) => SURVEY_CONSENTS_1.find((one) => one.version === version) ?? null,
      isDemo,
    },
  );
const kinds = (changes: Partial<CampaignSettings>) => obstacles(changes).map(({ kind }) => kind);

describe('before Dana can publish a campaign', () => {
  it('nothing stands against the needs assessment in Kazakh and Russian', () => {
    expect(obstacles({})).toEqual([]);
  });

  it('GHQ-12 without its text is refused', () => {
    expect(kinds({ forms: [{ code: 'ghq-12', version: '1.0.0' }] })).toEqual(['form-without-text']);
  });

  it('PHQ-9 asks about danger: somebody to call is named in every language, or it is refused', () => {
    const asked = {
      languages: ['ru', 'en'] as CampaignSettings['languages'],
      forms: [{ code: 'phq-9', version: '1.0.0' }],
    };
    expect(obstacles(asked)).toEqual([]);
    const missing = (language: string) => ({
      kind: 'safety-help-missing',
      severity: 'error',
      form: 'phq-9',
      item: 'phq9_9',
      language,
    });
    expect(obstacles({ ...asked, help: [] })).toEqual([missing('ru'), missing('en')]);
    const [line] = SETTINGS.help as [CampaignSettings['help'][number]];
    expect(obstacles({ ...asked, help: [{ ...line, phone: 'жоқ, 24' }] })).toHaveLength(2);
    const inRussianOnly = { ...line, name: { ...line.name, en: ' ' } };
    expect(obstacles({ ...asked, help: [inRussianOnly] })).toEqual([missing('en')]);
    expect(obstacles({ ...asked, help: [inRussianOnly, line] })).toEqual([]);
    expect(isPublishable(obstacles({ ...asked, help: [] }))).toBe(false);
  });

  it('ASQ and C-SSRS are asked by somebody who stays, whatever numbers are named', () => {
    expect(
      obstacles({ languages: ['en'], forms: [{ code: 'asq', version: '1.0.0' }] }),
    ).toMatchObject([{ kind: 'form-attended', severity: 'error', form: 'asq' }]);
    expect(kinds({ forms: [{ code: 'c-ssrs', version: '1.0.0' }] })).toEqual([
      'form-attended',
      'form-without-text',
    ]);
  });

  it('a question whose answer may mean danger, and nobody said which, is refused by its name', () => {
    expect(obstacles({ languages: ['ru'], forms: [{ code: 'silent', version: '1.0.0' }] })).toEqual(
      [
        {
          kind: 'safety-item',
          severity: 'error',
          form: 'silent',
          item: 'silent_1',
          language: null,
        },
      ],
    );
  });

  it('a translation that nobody has reviewed is refused, and a demonstration is only warned', () => {
    const asked = {
      languages: ['kk'] as CampaignSettings['languages'],
      forms: [{ code: 'who-5', version: '1.0.0' }],
    };
    expect(obstacles(asked)).toMatchObject([
      { kind: 'language-draft', severity: 'error', language: 'kk' },
    ]);
    const inDemo = obstacles(asked, { isDemo: true });
    expect(inDemo).toMatchObject([{ kind: 'language-draft', severity: 'warning' }]);
    expect(isPublishable(inDemo)).toBe(true);
  });

  it('a language that an instrument lacks, an unknown version and a form named twice are refused', () => {
    expect(kinds({ languages: ['kk'], forms: [{ code: 'silent', version: '1.0.0' }] })).toContain(
      'language-missing',
    );
    expect(kinds({ forms: [{ code: 'needs-assessment-2022', version: '9' }] })).toEqual([
      'form-unknown',
    ]);
    expect(kinds({ forms: [...SETTINGS.forms, ...SETTINGS.forms] })).toEqual(['form-repeated']);
  });

  it('the consent must exist and promise what the mode can keep', () => {
    expect(kinds({ consentVersion: 'our-own-7' })).toEqual(['consent-unknown']);
    expect(kinds({ consentVersion: 'survey-panel-1' })).toEqual(['consent-linkage-differs']);
  });

  it('answers cannot be linked to a person’s file yet', () => {
    expect(kinds({ linkage: 'linked' })).toEqual(['linkage-not-available']);
  });

  it('she is warned when nobody to talk to is named', () => {
    const found = obstacles({ help: [] });
    expect(found).toMatchObject([{ kind: 'help-missing', severity: 'warning' }]);
    expect(isPublishable(found)).toBe(true);
  });

  it('PHQ-A and SRQ-20 are asked only where whoever says yes has somebody to call, and each such question is heard', () => {
    for (const [code, items] of [
      ['phq-a', ['phqa_9', 'phqa_month', 'phqa_ever']],
      ['srq-20', ['srq_17']],
    ] as const) {
      const version = findForm(code)?.version ?? '';
      const form = findForm(code, version);
      expect(form && safetyItems(form).map(({ linkId }) => linkId)).toEqual(items);
      const asked = {
        forms: [{ code, version }],
        languages: ['en'] as CampaignSettings['languages'],
      };
      expect(kinds({ ...asked, help: [] })).toContain('safety-help-missing');
      const withHelp = kinds(asked);
      for (const refusal of ['safety-help-missing', 'safety-item', 'form-attended'] as const) {
        expect(withHelp).not.toContain(refusal);
      }
    }
  });
});
