import type { Assessment } from '@tirek/domain/assessments';
import { foldCase, NO_LIFE } from '@tirek/domain/cases';
import { findForm, scoreForm } from '@tirek/domain/instruments';
import { DEFAULT_PATHWAY, outlineOf } from '@tirek/domain/pathways';
import { describe, expect, it } from 'vitest';
import { type OnDevice, proposedOnDevice } from './on-device.ts';
import { stepsWhileOffline } from './while-offline.ts';

const TODAY = '2026-12-01';
const MADINA = '00000000-0000-7000-8000-00000000000a';
const SAULE = '00000000-0000-7000-8000-00000000000b';

const formOf = (code: string) => {
  const form = findForm(code);
  if (!form) throw new Error(`no ${code}`);
  return form;
};

/** Answers that lie on the device only, unless somebody recorded them. */
function answered(
  code: string,
  given: string | Readonly<Record<string, boolean>>,
  recordedBy = '',
): Assessment {
  const form = formOf(code);
  const asked = form.items.filter(({ options }) => options.length > 0);
  const answers =
    typeof given === 'string'
      ? Object.fromEntries(asked.map(({ linkId }) => [linkId, given]))
      : { ...given };
  return {
    ...{ id: `00000000-0000-7000-8000-0000000000${recordedBy === '' ? '01' : '02'}` },
    ...{ personId: MADINA, formCode: code, formVersion: form.version, recordedBy },
    ...({ mode: 'read-aloud', informant: 'self', language: 'ru', isEnteredTwice: false } as const),
    ...{ takenOn: TODAY, answeredAt: `${TODAY}T05:00:00Z`, scores: scoreForm(form, answers) },
    ...{ supersedes: null, because: null, conclusions: [], recordedOn: TODAY },
    sealed: { answers, languages: {} },
  };
}
const device = (...assessments: Assessment[]): OnDevice => ({
  ...{ personId: MADINA, today: TODAY, pathway: DEFAULT_PATHWAY, assessments, born: null },
  forms: ['phq-8', 'asq', 'who-5'].map((code) => outlineOf(formOf(code))),
  ...{ safety: null, steps: null, families: null, support: null },
});

describe('without signal', () => {
  it('the step appears at once, with everything that the device does not know named as missing', () => {
    const outcome = proposedOnDevice(device(answered('phq-8', '2')));
    expect(outcome).toMatchObject({ step: '4', rule: 'clinical-range' });
    const missing = outcome?.missing.map(({ about }) => about);
    expect(missing).toEqual(expect.arrayContaining(['safety', 'needs', 'risk']));
  });

  it('a family that was taken along adds what its case tells', () => {
    const families = [{ familyCase: foldCase([]), life: NO_LIFE, members: [] }];
    const known = proposedOnDevice({ ...device(answered('phq-8', '2')), families });
    expect(known?.step).toBe('4');
  });

  it('an answer that tells of danger leads to a step of safety before anything was sent', () => {
    const said = { asq_1: false, asq_2: true, asq_3: false, asq_4: false };
    const outcome = (now: boolean) =>
      proposedOnDevice(device(answered('asq', { ...said, asq_5: now })));
    expect(outcome(false)?.step).toBe('S1');
    expect(outcome(true)?.step).toBe('S0');
  });

  it('nothing is worked out where all answers have arrived, or the pathway asks nothing about them', () => {
    expect(proposedOnDevice(device(answered('phq-8', '2', SAULE)))).toBeNull();
    expect(proposedOnDevice(device(answered('parental-stress', '2')))).toBeNull();
  });

  it('a decision on a proposal that was taken along is shown at once and nowhere else', () => {
    const decision = { kind: 'asked-again', words: null } as const;
    const input = { id: SAULE, personId: MADINA, proposalId: MADINA, basedOn: 0, decision };
    const output = { now: `${TODAY}T05:00:00Z`, today: TODAY, proposals: [], decisions: [] };
    const shows = stepsWhileOffline.decideStep?.shows;
    expect(
      shows?.({ name: 'listSteps', input: { personId: MADINA }, output }, input),
    ).toMatchObject({ decisions: [{ ...decision, decidedOn: TODAY }] });
    expect(shows?.({ name: 'listSteps', input: { personId: SAULE }, output }, input)).toBe(output);
  });
});
