import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import type { Answers } from './answers.ts';
import { bundleForm } from './bundle-form.ts';
import { answerAt, openForm, withAnswer } from './form-engine.ts';
import { findForm } from './form-library.ts';
import { aForm, asks, words } from './testing/a-form.ts';

const needs = findForm('needs-assessment-2022')!;
const openIn = (language: 'kk' | 'ru' | 'en') => openForm(bundleForm(needs, language));
const madina = openIn('kk');

const pathsOf = (answers: Answers) => madina.questions(answers).map(({ path }) => path);
const screenOf = (path: string, answers: Answers = {}) =>
  madina.questions(answers).find((screen) => screen.path === path)!;

/** An answer for every screen that comes up, chosen by its number. */
function answerEverything(opened = madina, choose = 0): Answers {
  let answers: Answers = { n_children: 5, children: [{}, {}, {}, {}, {}] };
  const ids = (path: string) =>
    opened.questions(answers).find((screen) => screen.path === path)!.question.options;
  for (let open = opened.missing(answers); open.length > 0; open = opened.missing(answers)) {
    const { path } = open[0]!;
    const { type } = screenOf(path, answers).question;
    const [option] = ids(path).slice(choose);
    const value =
      type === 'integer'
        ? ({ age: 33, household: 6 }[path] ?? 7)
        : type === 'boolean'
          ? true
          : type === 'choice'
            ? option!.id
            : [option!.id];
    answers = withAnswer(answers, path, value);
  }
  return answers;
}

describe('Madina opens the form on her phone', () => {
  it('is asked in Kazakh, her age first, under its heading', () => {
    const [first] = madina.questions({});
    expect(first).toMatchObject({
      path: 'age',
      row: null,
      question: {
        type: 'integer',
        text: 'Жасыңыз нешеде?',
        heading: 'Өзіңіз бен отбасыңыз туралы',
        min: 12,
        missing: ['declined'],
      },
    });
  });

  it('gets the same screens in Russian when she changes the language half-way', () => {
    const answers = { age: 33, n_children: 2, children: [{}, {}] };
    const paths = openIn('ru')
      .questions(answers)
      .map(({ path }) => path);
    expect(paths).toEqual(pathsOf(answers));
  });

  it('is asked what she earns only once she says that she works', () => {
    expect(pathsOf({})).not.toContain('income');
    expect(pathsOf({ employment: 'benefits' })).not.toContain('income');
    expect(pathsOf({ employment: 'part_time' })).toContain('income');
    expect(pathsOf({ employment: { absent: 'declined' } })).not.toContain('income');
  });

  it('is asked about each of her children, by number and never by name', () => {
    const answers = { n_children: 5, children: [{}, {}] };
    expect(screenOf('children', answers)).toMatchObject({
      suggestedRows: 5,
      question: { type: 'roster', maxRows: 25 },
    });
    expect(screenOf('children/1/c7_school', answers)).toMatchObject({
      row: { roster: 'children', index: 1, heading: '2-бала' },
      question: { missing: ['declined', 'not-applicable'], heading: 'Балаларыңыз туралы' },
    });
    expect(pathsOf(answers).filter((path) => path.startsWith('children/'))).toHaveLength(2 * 11);
  });

  it('is not asked about children when she has none', () => {
    expect(pathsOf({ n_children: 0 })).not.toContain('children');
  });

  it('sees the very same question objects after every tap, so that nothing is drawn twice', () => {
    expect(screenOf('marital').question).toBe(screenOf('marital', { age: 30 }).question);
  });

  it('may tick five problems, not six', () => {
    const five = [
      '01_housing',
      '02_finding_employment',
      '05_own_health',
      '11_covid_19',
      '15_other',
    ];
    expect(madina.check({ problems: five }).hard).toEqual([]);
    expect(madina.check({ problems: [...five, '21_ecology'] }).hard).toEqual([
      { path: 'problems', code: 'too-many-choices', limit: 5 },
    ]);
  });

  it('is warned, not stopped, when her home holds fewer people than her family', () => {
    const { hard, soft } = madina.check({ n_children: 5, household: 4 });
    expect(hard).toEqual([]);
    expect(soft).toMatchObject([
      { path: 'household', code: 'constraint', constraint: 'household-smaller-than-family' },
    ]);
    expect(soft[0]!.text).toMatch(/^Үйдегі адам саны/);
    expect(madina.check({ n_children: 5, household: 6 }).soft).toEqual([]);
    expect(madina.check({ household: 1 }).soft).toEqual([]);
  });

  it('is warned at the very child whose age cannot be right', () => {
    const { soft } = madina.check({
      age: 30,
      n_children: 2,
      children: [{ child_age: 5 }, { child_age: 25 }],
    });
    expect(soft).toMatchObject([
      { path: 'children/1/child_age', constraint: 'child-as-old-as-mother' },
    ]);
  });

  it('has nothing missing once everything shown is answered or declined', () => {
    const answers = answerEverything();
    expect(madina.missing(answers)).toEqual([]);
    expect(madina.check(answers).hard).toEqual([]);
    expect(madina.missing(withAnswer(answers, 'age', { absent: 'declined' }))).toEqual([]);
    expect(madina.missing(withAnswer(answers, 'children/4/c1_legal_status', undefined))).toEqual([
      { path: 'children/4/c1_legal_status', required: false },
    ]);
  });
});

describe('what is sent', () => {
  it('says of every question why it has no answer', () => {
    const whole = madina.complete({
      age: 33,
      marital: { absent: 'declined' },
      employment: 'benefits',
    });
    expect(whole).toMatchObject({
      age: 33,
      marital: { absent: 'declined' },
      times_married: { absent: 'not-reached' },
      income: { absent: 'not-shown' },
      children: { absent: 'not-reached' },
    });
    expect(Object.keys(whole)).toHaveLength(16 + 18 + 2 + 1);
  });

  it('leaves out an answer whose question went away again', () => {
    const whole = madina.complete({ employment: 'benefits', income: '50-100' });
    expect(whole.income).toEqual({ absent: 'not-shown' });
  });

  it('puts ticks in the order of the options and takes blanks off a text', () => {
    expect(madina.complete({ problems: ['11_covid_19', '01_housing'] }).problems).toEqual([
      '01_housing',
      '11_covid_19',
    ]);
    const opened = aForm([asks({ type: 'text', linkId: 'town' })]).open(null);
    expect(opened.complete({ town: '  Aktobe ' })).toEqual({ town: 'Aktobe' });
    expect(opened.complete({ town: '   ' })).toEqual({ town: { absent: 'not-reached' } });
  });

  it('comes out the same when it is completed again', () => {
    const answers = withAnswer(answerEverything(), 'children/2/priorities', undefined);
    const once = madina.complete(answers);
    expect(madina.complete(once)).toEqual(once);
    expect(madina.check(once).hard).toEqual([]);
    expect(madina.missing(once)).toEqual([{ path: 'children/2/priorities', required: false }]);
  });

  it('drops what no question of the form asked for', () => {
    expect(madina.complete({ age: 33, note: 'hello' })).not.toHaveProperty('note');
  });
});

describe('one answer, seen alone', () => {
  const opened = aForm([
    asks({ type: 'integer', linkId: 'rooms', min: 1, max: 9 }),
    asks({ type: 'decimal', linkId: 'share', decimals: 1, max: 1 }),
    asks({ type: 'date', linkId: 'day', precision: 'day', min: '2019-05-17', max: '2022-06' }),
    asks({ type: 'date', linkId: 'month', precision: 'month', min: '2019-05-17' }),
    asks({ type: 'date', linkId: 'year', precision: 'year' }),
    asks({ type: 'text', linkId: 'town', maxLength: 6 }),
    asks({ type: 'boolean', linkId: 'works' }),
    asks({ type: 'choice', linkId: 'ready', options: 'yes_no', missing: ['unknown'] }),
    asks({
      type: 'multi-choice',
      linkId: 'needs',
      options: [
        { id: 'home', text: words('Home') },
        { id: 'work', text: words('Work') },
        { id: 'none', text: words('None of these'), exclusive: true },
      ],
    }),
    asks({
      type: 'roster',
      linkId: 'people',
      maxRows: 2,
      items: [asks({ type: 'integer', linkId: 'person_age' })],
    }),
  ]).open(null);

  it.each<[linkId: string, value: unknown, code: string | null]>([
    ['rooms', 1, null],
    ['rooms', 0, 'too-small'],
    ['rooms', 10, 'too-large'],
    ['rooms', 2.5, 'wrong-type'],
    ['rooms', '2', 'wrong-type'],
    ['rooms', Number.NaN, 'wrong-type'],
    ['rooms', null, 'wrong-type'],
    ['share', 0.5, null],
    ['share', 0.55, 'too-many-decimals'],
    ['share', 1e-7, 'too-many-decimals'],
    ['share', Number.POSITIVE_INFINITY, 'wrong-type'],
    ['day', '2019-05-17', null],
    ['day', '2022-06-30', null],
    ['day', '2019-05-16', 'too-small'],
    ['day', '2022-07-01', 'too-large'],
    ['day', '2019-05', 'bad-date'],
    ['day', '2021-02-29', 'bad-date'],
    ['day', '2020-13-01', 'bad-date'],
    ['day', '17.05.2019', 'bad-date'],
    ['day', 2019, 'wrong-type'],
    ['month', '2019-05', null],
    ['month', '2019-04', 'too-small'],
    ['month', '2019-06-01', null],
    ['month', '2019', 'bad-date'],
    ['year', '2019', null],
    ['year', '1899', 'bad-date'],
    ['town', 'Aktobe', null],
    ['town', 'Shymkent', 'too-long'],
    ['town', 7, 'wrong-type'],
    ['works', false, null],
    ['works', 'true', 'wrong-type'],
    ['ready', 'yes', null],
    ['ready', 'maybe', 'unknown-option'],
    ['ready', ['yes'], 'wrong-type'],
    ['ready', { absent: 'unknown' }, null],
    ['ready', { absent: 'declined' }, 'reason-not-offered'],
    ['ready', { absent: 'forgot' }, 'reason-not-offered'],
    ['ready', {}, 'reason-not-offered'],
    ['needs', ['home', 'work'], null],
    ['needs', ['none'], null],
    ['needs', ['home', 'none'], 'not-alone'],
    ['needs', ['home', 'home'], 'wrong-type'],
    ['needs', ['house'], 'unknown-option'],
    ['needs', [{}], 'unknown-option'],
    ['needs', 'home', 'wrong-type'],
    ['people', [{}, {}], null],
    ['people', [{}, {}, {}], 'too-many-rows'],
    ['people', [null], 'wrong-type'],
    ['people', ['Madina'], 'wrong-type'],
    ['people', 2, 'wrong-type'],
  ])('%s = %j: %s', (linkId, value, code) => {
    const { hard } = opened.check({ [linkId]: value } as Answers);
    expect(hard.map((finding) => finding.code)).toEqual(code ? [code] : []);
    expect(() => opened.complete({ [linkId]: value } as Answers)).not.toThrow();
  });
});

describe('rows and calculations', () => {
  const opened = aForm([
    asks({ type: 'integer', linkId: 'limit' }),
    asks({
      type: 'roster',
      linkId: 'people',
      items: [
        asks({ type: 'integer', linkId: 'person_age' }),
        asks({ type: 'boolean', linkId: 'is_adult', calculation: 'person_age >= limit' }),
        // Looks at all rows from within one: the row in hand must not be lost.
        asks({
          type: 'boolean',
          linkId: 'is_oldest',
          calculation: 'person_age >= people.person_age.max()',
        }),
        asks({ type: 'text', linkId: 'job', enableWhen: 'is_adult' }),
      ],
    }),
    asks({ type: 'integer', linkId: 'adults', calculation: 'people.where(is_adult).count()' }),
    asks({ type: 'text', linkId: 'why_none', enableWhen: 'adults = 0' }),
  ]).open(null);
  const people = [{ person_age: 4 }, { person_age: 40 }, {}];

  it('are worked out row by row and never asked', () => {
    expect(opened.complete({ limit: 18, people })).toEqual({
      limit: 18,
      people: [
        { person_age: 4, is_adult: false, is_oldest: false, job: { absent: 'not-shown' } },
        { person_age: 40, is_adult: true, is_oldest: true, job: { absent: 'not-reached' } },
        {
          person_age: { absent: 'not-reached' },
          is_adult: { absent: 'unknown' },
          is_oldest: { absent: 'unknown' },
          job: { absent: 'not-shown' },
        },
      ],
      adults: 1,
      why_none: { absent: 'not-shown' },
    });
    expect(opened.questions({ limit: 18, people }).map(({ path }) => path)).toEqual([
      'limit',
      'people',
      'people/0/person_age',
      'people/1/person_age',
      'people/1/job',
      'people/2/person_age',
    ]);
  });

  it('reads and writes an answer in a row', () => {
    const answers = withAnswer({ limit: 18 }, 'people/1/person_age', 40);
    expect(answers).toEqual({ limit: 18, people: [{}, { person_age: 40 }] });
    expect(answerAt(answers, 'people/1/person_age')).toBe(40);
    expect(answerAt(answers, 'people/7/person_age')).toBeUndefined();
    expect(withAnswer(answers, 'people/1/person_age', undefined)).toEqual({
      limit: 18,
      people: [{}, {}],
    });
    expect(answers.people).toEqual([{}, { person_age: 40 }]);
  });
});

describe('an old phone', () => {
  it('downloads an engine of some 3 KB gzip', async () => {
    const [built] = [
      await build({
        configFile: false,
        logLevel: 'silent',
        build: {
          write: false,
          minify: true,
          modulePreload: false,
          rolldownOptions: {
            input: new URL('./engine.ts', import.meta.url).pathname,
            preserveEntrySignatures: 'strict',
          },
        },
      }),
    ].flat();
    if (!built || !('output' in built)) throw new Error('nothing was built');
    const { output } = built;
    expect(output).toHaveLength(1);
    const bytes = gzipSync(output[0].code, { level: 9 }).length;
    console.log(`engine: ${output[0].code.length} bytes, ${bytes} gzip`);
    expect(bytes).toBeLessThan(3200);
    expect(output[0].code).not.toContain('zod');
  });

  it('downloads the needs assessment in 2.5 to 6 KB gzip a language', () => {
    for (const language of ['kk', 'ru', 'en'] as const) {
      const bytes = gzipSync(JSON.stringify(bundleForm(needs, language)), { level: 9 }).length;
      console.log(`needs assessment in ${language}: ${bytes} gzip`);
      expect(bytes).toBeGreaterThan(2500);
      expect(bytes).toBeLessThan(6 * 1024);
    }
  });

  it('evaluates the whole form after a tap in well under a millisecond', () => {
    const answers = answerEverything();
    const rounds = 2000;
    for (let round = 0; round < 500; round++) madina.questions(answers);
    const start = performance.now();
    for (let round = 0; round < rounds; round++) madina.questions(answers);
    const each = (performance.now() - start) / rounds;
    console.log(
      `${madina.questions(answers).length} screens (five children) in ${(each * 1000).toFixed(1)} microseconds`,
    );
    expect(each).toBeLessThan(0.5);
  });
});
