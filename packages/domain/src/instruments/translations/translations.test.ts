import { describe, expect, it } from 'vitest';
import { languagesOffered } from '../bundle-form.ts';
import { compileForm } from '../compile-form.ts';
import { findForm, listForms } from '../form-library.ts';
import { aPackage, asks } from '../testing/a-form.ts';
import { planImport } from './plan-import.ts';
import { translationProgress, withTranslation, workedStrings } from './signed-off.ts';
import {
  type RecordedStep,
  standingOf,
  stepObstacle,
  type TranslationStep,
} from './translation-step.ts';
import { translationStrings } from './translation-string.ts';
import { readTranslationTable, writeTranslationTable } from './translation-table.ts';
import { readXliff, writeXliff } from './xliff.ts';

const [SAULE, ALIYA] = ['saule', 'aliya'];
const who5 = findForm('who-5')!;

const did = (
  one: { id: string; sourceHash: string },
  ...steps: [by: string, step: TranslationStep][]
): RecordedStep[] =>
  steps.map(([by, step]) => ({
    ...{ stringId: one.id, sourceHash: one.sourceHash, step, by, byName: by },
    at: '2026-12-01T10:00:00.000Z',
  }));

const whole = (text: string): [string, TranslationStep][] => [
  [SAULE!, { kind: 'forward', text }],
  [ALIYA!, { kind: 'back', text: 'back' }],
  [ALIYA!, { kind: 'review', verdict: 'fits', note: '' }],
  [SAULE!, { kind: 'pilot', verdict: 'fits', note: 'Eight women understood it.' }],
  [ALIYA!, { kind: 'sign-off' }],
];

describe('the texts of a questionnaire', () => {
  it.each(listForms().map((pkg) => [pkg.code, pkg] as const))(
    'of %s each have a name of their own, and none are those that a site buys',
    (_, pkg) => {
      for (const language of ['kk', 'ru', 'en'] as const) {
        const ids = translationStrings(pkg, language).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/);
        if (pkg.licence.text === 'bring-your-own') expect(ids).toEqual([]);
      }
    },
  );

  it('keep their names when questions are moved', () => {
    const [a, b] = [asks({ type: 'boolean', linkId: 'a' }), asks({ type: 'boolean', linkId: 'b' })];
    const names = (items: unknown[]) =>
      translationStrings(aPackage(items), 'kk').map(({ id }) => id);
    expect(names([a, b]).sort()).toEqual(names([b, a]).sort());
    expect(names([a])).toEqual([
      'title',
      'optionLists.yes_no.yes.text',
      'optionLists.yes_no.no.text',
      'a.text',
    ]);
  });
});

describe('a text', () => {
  const one = { id: 'a.text', sourceHash: '0123456789abcdef' };
  const after = (...steps: [string, TranslationStep][]) =>
    standingOf(did(one, ...steps), one.sourceHash);
  const [forward, back, review, pilot, signOff] = whole('Сөз');

  it('goes from draft to approved, step by step', () => {
    const states = whole('Сөз').map(
      (_, index) => after(...whole('Сөз').slice(0, index + 1)).status,
    );
    expect(after().status).toBe('draft');
    expect(states).toEqual([
      'translated',
      'back-translated',
      'back-translated',
      'piloted',
      'approved',
    ]);
  });

  it('takes no step before its turn', () => {
    const due = (...done: [string, TranslationStep][]) =>
      (['forward', 'back', 'review', 'pilot', 'sign-off'] as const).filter(
        (kind) => stepObstacle(kind, after(...done), 'somebody else') === null,
      );
    expect(due()).toEqual(['forward']);
    expect(due(forward!)).toEqual(['forward', 'back']);
    expect(due(forward!, back!)).toEqual(['forward', 'back', 'review']);
    expect(due(forward!, back!, review!)).toEqual(['forward', 'back', 'review', 'pilot']);
    expect(due(forward!, back!, review!, pilot!)).toEqual(['forward', 'pilot', 'sign-off']);
    expect(due(forward!, back!, review!, pilot!, signOff!)).toEqual(['forward']);
  });

  it('is never translated back, compared or signed off by whoever translated it', () => {
    expect(stepObstacle('back', after(forward!), SAULE!)).toBe('translation-own');
    expect(stepObstacle('review', after(forward!, back!), SAULE!)).toBe('translation-own');
    const piloted = after(forward!, back!, review!, pilot!);
    expect(stepObstacle('sign-off', piloted, SAULE!)).toBe('translation-own');
    expect(stepObstacle('sign-off', piloted, ALIYA!)).toBeNull();
  });

  it('goes back to the translator when a comparison or a pilot says so', () => {
    const again: [string, TranslationStep] = [
      ALIYA!,
      { kind: 'review', verdict: 'again', note: 'Too strong.' },
    ];
    expect(after(forward!, back!, again).status).toBe('draft');
    expect(stepObstacle('back', after(forward!, back!, again), ALIYA!)).toBe(
      'translation-out-of-turn',
    );
    expect(after(forward!, back!, again, forward!).status).toBe('translated');
  });

  it('is open again once its source has changed', () => {
    const steps = did(one, ...whole('Сөз'));
    expect(standingOf(steps, 'fedcba9876543210')).toMatchObject({
      status: 'draft',
      text: null,
      isReopened: true,
    });
  });
});

describe('a language', () => {
  it('is offered only once every text of it is signed off by another person', () => {
    const strings = translationStrings(who5.pkg, 'kk');
    const steps = strings.flatMap((one) => did(one, ...whole(`Мәтін ${one.id}`)));
    const offered = (worked: RecordedStep[]) => {
      const pkg = withTranslation(who5.pkg, 'kk', workedStrings(who5.pkg, 'kk', worked));
      const compiled = compileForm(pkg);
      if (compiled.kind === 'refused') throw new Error(JSON.stringify(compiled.findings));
      return { languages: languagesOffered(compiled.form), pkg };
    };
    expect(offered(steps.slice(0, -1)).languages).toEqual(['en']);
    const { languages, pkg } = offered(steps);
    expect(languages).toEqual(['kk', 'en']);
    expect(pkg.optionLists.times![0]!.text!.kk).toEqual({
      text: 'Мәтін optionLists.times.5.text',
      status: 'approved',
    });
    expect(who5.pkg.optionLists.times![0]!.text!.kk!.status).toBe('draft');
    expect(translationProgress(workedStrings(who5.pkg, 'kk', steps.slice(0, 5)))).toEqual({
      of: strings.length,
      signedOff: 1,
      isOffered: false,
    });
  });
});

describe('a file of translations', () => {
  const strings = workedStrings(who5.pkg, 'kk', []);
  const [first, second] = strings;
  const translated = workedStrings(
    who5.pkg,
    'kk',
    did(first!, [SAULE!, { kind: 'forward', text: 'Тырнақша "a" & <b>' }]),
  );

  it('goes out as XLIFF 2.1 and comes back with the same words', () => {
    const file = writeXliff(who5, 'kk', translated);
    expect(file).toContain('srcLang="en" trgLang="kk"');
    expect(file).toContain('<segment state="translated">');
    const rows = readXliff(file, 'kk')!;
    expect(rows[0]).toEqual({
      id: first!.id,
      sourceHash: first!.sourceHash,
      text: 'Тырнақша "a" & <b>',
      back: '',
    });
    expect(rows).toHaveLength(strings.length);
    expect(planImport(translated, rows, SAULE!)).toEqual({ steps: [], refusals: [] });
  });

  it('brings what a translator wrote, once', () => {
    const file = writeXliff(who5, 'kk', strings).replace(
      '</source>',
      '</source><target>Бірінші <pc id="1">мәтін</pc> &#x2013; осы</target>',
    );
    const rows = readXliff(file, 'kk')!;
    const { steps } = planImport(strings, rows, SAULE!);
    expect(steps).toEqual([
      {
        stringId: first!.id,
        sourceHash: first!.sourceHash,
        step: { kind: 'forward', text: 'Бірінші мәтін – осы' },
      },
    ]);
    const done = workedStrings(who5.pkg, 'kk', did(first!, [SAULE!, steps[0]!.step]));
    expect(planImport(done, rows, SAULE!).steps).toEqual([]);
  });

  it('of another language, another version of XLIFF or with entities of its own is none', () => {
    const file = writeXliff(who5, 'kk', strings);
    expect(readXliff(file, 'ru')).toBeNull();
    expect(readXliff(file.replace('version="2.1"', 'version="1.2"'), 'kk')).toBeNull();
    expect(readXliff(file.replace('<xliff', '<!DOCTYPE x><xliff'), 'kk')).toBeNull();
    expect(readXliff('', 'kk')).toBeNull();
  });

  it('as a table holds back translations too, which nobody brings to her own words', () => {
    const [head, ...rows] = writeTranslationTable(translated);
    rows[0]![head!.indexOf('back_translation')] = 'Quote';
    const read = readTranslationTable([head!, ...rows])!;
    expect(planImport(translated, read, ALIYA!).steps).toEqual([
      { stringId: first!.id, sourceHash: first!.sourceHash, step: { kind: 'back', text: 'Quote' } },
    ]);
    expect(planImport(translated, read, SAULE!)).toMatchObject({
      steps: [],
      refusals: [{ code: 'value-not-held' }],
    });
    expect(readTranslationTable([['id', 'words']])).toBeNull();
  });

  it('leaves out what was translated from another source, and says so', () => {
    const row = { id: second!.id, sourceHash: '0000000000000000', text: 'Ескі', back: '' };
    const nobody = { ...row, id: 'nothing.text' };
    expect(planImport(strings, [row, nobody], SAULE!)).toMatchObject({
      steps: [],
      refusals: [{ code: 'source-changed', found: second!.source }, { code: 'element-not-held' }],
    });
  });
});
