import { bundleForm, findForm } from '@tirek/domain/instruments';
import { type Answers, openForm } from '@tirek/domain/instruments/engine';
import { describe, expect, it } from 'vitest';
import { afterStep, type Draft } from './draft.ts';
import { signalsIn, unhelpedSignals } from './signals.ts';

const forms = ['who-5', 'phq-9', 'asq'].map((code) => openForm(bundleForm(findForm(code)!, 'kk')));

const draft = (answers: Record<string, Answers>, helped?: string[]): Draft => ({
  id: 'an-id',
  consent: { version: 'survey-open-1', language: 'kk' },
  phone: 'own',
  language: 'kk',
  answers,
  typed: {},
  confirmed: [],
  place: 'phq-9:phq9_9',
  isFinished: false,
  ...(helped && { helped }),
});

describe('what Madina says', () => {
  it('is heard as soon as she has tapped it, whatever else is still open', () => {
    expect(signalsIn(forms, draft({}))).toEqual([]);
    expect(signalsIn(forms, draft({ 'phq-9': { phq9_9: '0' } }))).toEqual([]);
    expect(signalsIn(forms, draft({ 'phq-9': { phq9_9: '1' } }))).toEqual(['phq-9:0']);
  });

  it('is heard as the form says where she would rather not say', () => {
    const declined = { absent: 'declined' } as const;
    expect(signalsIn(forms, draft({ 'phq-9': { phq9_9: declined } }))).toEqual([]);
    expect(signalsIn(forms, draft({ asq: { asq_2: declined } }))).toEqual(['asq:0']);
    expect(signalsIn(forms, draft({ asq: { asq_2: declined, asq_5: true } }))).toEqual([
      'asq:0',
      'asq:1',
    ]);
  });

  it('asks for help once', () => {
    const said = { 'phq-9': { phq9_9: '2' }, asq: { asq_1: true } };
    expect(unhelpedSignals(forms, draft(said))).toEqual(['phq-9:0', 'asq:0']);
    expect(unhelpedSignals(forms, draft(said, ['phq-9:0']))).toEqual(['asq:0']);
    expect(unhelpedSignals(forms, draft(said, ['phq-9:0', 'asq:0']))).toEqual([]);
  });
});

describe('while help is shown', () => {
  const yes = draft({ 'phq-9': { phq9_9: '3' } });

  it('her place stays at her answer, and where she was going is kept with the rest', () => {
    const shown = afterStep(yes, ['help', ['phq-9:0'], 'review']);
    expect(shown).toMatchObject({ place: 'phq-9:phq9_9', helped: ['phq-9:0'], onward: 'review' });
    expect(unhelpedSignals(forms, shown!)).toEqual([]);
  });

  it('going anywhere ends it', () => {
    const shown = afterStep(yes, ['help', ['phq-9:0'], 'review']);
    const on = afterStep(shown, ['place', 'review']);
    expect(on).toMatchObject({ place: 'review', helped: ['phq-9:0'] });
    expect(on).not.toHaveProperty('onward');
  });

  it('an answer that was changed away is asked about anew when it comes back', () => {
    const helped = afterStep(yes, ['help', ['phq-9:0'], 'review']);
    const away = afterStep(helped, ['help', []]);
    expect(away).not.toHaveProperty('onward');
    expect(unhelpedSignals(forms, away!)).toEqual(['phq-9:0']);
  });
});
