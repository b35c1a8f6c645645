import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Answers,
  type CompiledForm,
  findForm,
  type Scale,
  type Signal,
  scoreForm,
} from '../instruments/index.ts';
import {
  type Assessment,
  agreementOf,
  areSameScores,
  askObstacles,
  changeRuleOf,
  changeVerdict,
  competenceStands,
  coursesOf,
  differingAnswers,
  formsForPersons,
  itemsByConcern,
  newSignals,
  standingAssessments,
  unchangedBand,
  viewOf,
  viewsBeside,
} from './index.ts';
import { aWho5 } from './testing/an-assessment.ts';

const formOf = (code: string): CompiledForm => {
  const form = findForm(code);
  if (!form) throw new Error(`no ${code}`);
  return form;
};
const who5 = formOf('who-5');
const scaleOf = ({ pkg }: CompiledForm): Scale => pkg.scales[0] as Scale;

describe('whether Madina may be asked', () => {
  const woman = { born: { from: '1990-05-17', to: '1990-05-17' }, hasAgreed: true };
  const held = { state: 'held', validUntil: null } as const;
  const asking = {
    ...({ informant: 'self', language: 'en', allowDraft: false, on: '2026-11-23' } as const),
    competence: held,
  };

  it('is yes where consent, competence, age and language are there', () => {
    expect(askObstacles(who5, woman, asking)).toEqual([]);
  });

  it('is no for each of the reasons, all of them named', () => {
    const without = { born: null, hasAgreed: false };
    expect(askObstacles(who5, without, { ...asking, competence: undefined })).toEqual([
      'assessment-consent-missing',
      'assessment-competence-missing',
      'assessment-age-unknown',
    ]);
    expect(askObstacles(who5, woman, { ...asking, informant: 'teacher' })).toEqual([
      'assessment-informant-not-offered',
    ]);
    expect(askObstacles(formOf('ghq-12'), woman, asking)).toContain('form-has-no-text');
    const inKazakh = { ...asking, language: 'kk' } as const;
    expect(askObstacles(who5, woman, inKazakh)).toEqual(['language-not-offered']);
    expect(askObstacles(who5, woman, { ...inKazakh, allowDraft: true })).toEqual([]);
  });

  it('is judged by the youngest and the oldest she may be', () => {
    const phq8 = formOf('phq-8');
    const born = (from: string, to: string) => ({ born: { from, to }, hasAgreed: true });
    const child = askObstacles(phq8, born('2015-01-01', '2015-12-31'), asking);
    expect(child).toEqual(['assessment-age-outside']);
    const unsure = askObstacles(phq8, born('2008-01-01', '2008-12-31'), asking);
    expect(unsure).toEqual(['assessment-age-unknown']);
  });

  it('ends with the last day of a competence, and with its withdrawal', () => {
    const until = { state: 'held', validUntil: '2026-11-23' } as const;
    expect(competenceStands(until, '2026-11-23')).toBe(true);
    expect(competenceStands(until, '2026-11-24')).toBe(false);
    expect(competenceStands({ state: 'withdrawn', validUntil: null }, '2026-11-23')).toBe(false);
    expect(competenceStands(undefined, '2026-11-23')).toBe(false);
  });
});

describe('what a person is asked', () => {
  it('is made for people in her place: nothing about colleagues, no survey of a whole family, each form once', () => {
    const codes = formsForPersons().map(({ code }) => code);
    expect(codes).toContain('parental-stress');
    expect(codes).not.toContain('proqol-5');
    expect(codes).not.toContain('needs-assessment-2022');
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe('a correction', () => {
  const said = (kind: Signal['kind'], urgency: Signal['urgency'], ...items: string[]): Signal => ({
    ...{ kind, urgency, items },
  });
  const before = [said('suicide', 'today', 'a', 'b')];

  it('tells of danger only what the entry before it did not', () => {
    expect(newSignals([], before)).toEqual([]);
    expect(newSignals(before, before)).toEqual([]);
    expect(newSignals([said('suicide', 'today', 'b')], before)).toEqual([]);
    expect(newSignals([said('suicide', 'today', 'b')], [said('suicide', 'now', 'b')])).toEqual([]);
  });

  it.each([
    ['another danger', said('psychosis', 'today', 'a')],
    ['a more pressing one', said('suicide', 'now', 'a')],
    ['a further answer that tells it', said('suicide', 'today', 'a', 'c')],
  ])('tells %s', (_, signal) => {
    expect(newSignals([signal], before)).toEqual([signal]);
    expect(newSignals([signal], [])).toEqual([signal]);
  });
});

describe('a change', () => {
  const scale = scaleOf(who5);
  const jacobson: Scale = {
    ...scale,
    norms: [{ population: {}, n: 100, mean: 50, sd: 7.5, source: { words: {} } }] as NonNullable<
      Scale['norms']
    >,
    reliability: { kind: 'retest', value: 0.84, source: { words: {} } },
  };

  it('is judged by a published spread and reliability before anything else', () => {
    // 1.96 x sqrt(2) x 7.5 x 0.4
    expect(changeRuleOf(jacobson)).toMatchObject({ kind: 'jacobson-truax' });
    expect(changeRuleOf(jacobson)?.points).toBeCloseTo(8.3155, 3);
    expect(changeVerdict(jacobson, 40, 48)).toBe('no-sure-change');
    expect(changeVerdict(jacobson, 40, 49)).toBe('better');
    expect(changeVerdict(jacobson, 40, 31)).toBe('worse');
  });

  it('is judged by the smallest that means something where nothing else is known, and says so', () => {
    expect(changeRuleOf(scale)?.kind).toBe('meaningful');
    const { points = 0 } = changeRuleOf(scale) ?? {};
    expect(changeVerdict(scale, 40, 40 + points)).toBe('better');
    expect(changeVerdict(scale, 40, 40 + points - 1)).toBe('no-sure-change');
  });

  it('has no verdict where nobody published a rule', () => {
    const { meaningfulChange: _, reliableChange: __, ...bare } = scale;
    expect(changeRuleOf(bare)).toBeNull();
    expect(changeVerdict(bare, 0, 100)).toBeNull();
    expect(unchangedBand(bare, 50)).toBeNull();
  });

  it('there and back again is worse and better, or neither', () => {
    const score = fc.integer({ min: 0, max: 100 });
    const turned = { better: 'worse', worse: 'better', 'no-sure-change': 'no-sure-change' };
    fc.assert(
      fc.property(score, score, (one, other) => {
        const there = changeVerdict(scale, one, other);
        expect(changeVerdict(scale, other, one)).toBe(turned[there ?? 'no-sure-change']);
        const band = unchangedBand(scale, one);
        const isInside = band !== null && other > band.low && other < band.high;
        if (isInside) expect(there).toBe('no-sure-change');
      }),
    );
  });
});

describe('the course', () => {
  const first = aWho5('11111', { takenOn: '2026-03-01' });
  const later = aWho5('33333', { takenOn: '2026-09-01' });

  it('follows one informant, and another one apart', () => {
    const child = aWho5('22222', { takenOn: '2026-06-01', informant: 'caregiver' });
    const courses = coursesOf([later, first, child], {
      formCode: 'who-5',
      scales: who5.pkg.scales,
    });
    expect(
      courses.map(({ informant, points }) => [informant, points.map(({ value }) => value)]),
    ).toEqual([
      ['self', [20, 60]],
      ['caregiver', [40]],
    ]);
    expect(courses[0]?.points[1]).toMatchObject({ sinceLast: 'better', sinceFirst: 'better' });
    expect(courses[0]?.points[0]).toMatchObject({ sinceLast: null, sinceFirst: null });
  });

  it('leaves out what was corrected and what has no score', () => {
    const mistyped = aWho5('00000', { takenOn: '2026-10-01' });
    const right = aWho5('44444', { takenOn: '2026-10-01', supersedes: mistyped.id });
    const broken = aWho5('11', { takenOn: '2026-10-02' });
    const all = [first, mistyped, right, broken];
    expect(standingAssessments(all).map(({ id }) => id)).toEqual([broken.id, right.id, first.id]);
    const [course] = coursesOf(all, { formCode: 'who-5', scales: who5.pkg.scales });
    expect(course?.points.map(({ value }) => value)).toEqual([20, 80]);
  });
});

describe('a mother and a teacher', () => {
  const view = (assessment: Assessment) => ({ form: formOf(assessment.formCode), assessment });
  /** Some of the first questions of a form, as somebody answered them. */
  const answeredTo = (code: string, pattern: string, over: Partial<Assessment> = {}) => {
    const form = formOf(code);
    const asked = form.items.filter(({ options }) => options.length > 0);
    const answers = Object.fromEntries(
      asked.slice(0, pattern.length).map(({ linkId }, at) => [linkId, pattern[at] as string]),
    );
    return aWho5('', {
      ...{ formCode: code, formVersion: form.version, scores: scoreForm(form, answers) },
      ...{ sealed: { answers, languages: {} }, takenOn: '2026-09-01', ...over },
    });
  };

  it('stand side by side: how far apart, and where they answered otherwise, never a mean', () => {
    const mother = aWho5('11111', { informant: 'caregiver', takenOn: '2026-09-01' });
    const teacher = aWho5('33311', { informant: 'teacher', takenOn: '2026-10-01' });
    const longAgo = aWho5('55555', { informant: 'self', takenOn: '2025-10-01' });
    const beside = viewsBeside([longAgo, mother, teacher], view(mother), findForm);
    expect(beside.map(({ assessment }) => assessment)).toEqual([teacher]);
    const agreement = agreementOf(view(mother), view(teacher));
    expect(agreement?.scales).toEqual([{ scale: scaleOf(who5).id, apart: 24 }]);
    expect(agreement?.items.both).toBe(5);
    expect(agreement?.items.different).toHaveLength(3);
  });

  it('stand side by side where each has a form of her own', () => {
    const mother = answeredTo('sdq-parent', '0'.repeat(25), { informant: 'caregiver' });
    const teacher = answeredTo('sdq-teacher', `22${'0'.repeat(23)}`, { informant: 'teacher' });
    const earlier = answeredTo('sdq-teacher', '', { informant: 'teacher', takenOn: '2026-08-20' });
    const child = answeredTo('sdq-self', '1'.repeat(25), { informant: 'self' });
    const mood = answeredTo('phq-a', '000000000', { informant: 'self' });
    const all = [mother, earlier, teacher, child, mood];
    const beside = viewsBeside(all, view(mother), findForm);
    expect(beside.map(viewOf).toSorted()).toEqual(['sdq-self self', 'sdq-teacher teacher']);
    expect(beside.map(({ assessment }) => assessment)).toContain(teacher);
    const agreement = agreementOf(view(mother), view(teacher));
    expect(agreement?.items).toEqual({ both: 25, different: ['sdq_1', 'sdq_2'] });
    expect(agreement?.scales).toContainEqual({ scale: 'sdq-hyperactivity', apart: 20 });
    // Teachers are asked about impact by fewer questions.
    expect(agreement?.scales.map(({ scale }) => scale)).not.toContain('sdq-impact');
  });

  it('are compared by questions that are the same, and not by names that happen to be', () => {
    const long = answeredTo('cries-13', '0'.repeat(13), { informant: 'caregiver' });
    const short = answeredTo('cries-8', '5'.repeat(8));
    expect(viewsBeside([short, long], view(long), findForm)).toHaveLength(1);
    expect(agreementOf(view(long), view(short))).toEqual({
      ...{ scales: [], items: { both: 0, different: [] } },
    });
  });

  it('are two people: one who answered two forms does not agree with herself', () => {
    const nine = answeredTo('phq-9', '000000000');
    const eight = answeredTo('phq-8', '33333333');
    expect(viewsBeside([nine, eight], view(nine), findForm).map(viewOf)).toEqual(['phq-8 self']);
    expect(agreementOf(view(nine), view(eight))).toBeNull();
  });
});

describe('what is talked about first', () => {
  it('are the answers nearest the worse end', () => {
    const items = scaleOf(who5).items;
    const answers = aWho5('50315').sealed?.answers ?? {};
    const found = itemsByConcern(who5, answers as never);
    expect(found.slice(0, 2).map(({ linkId }) => linkId)).toEqual([items[1], items[3]]);
    expect(found.filter(({ isConcern }) => isConcern)).toHaveLength(2);
    expect(found).toHaveLength(5);
  });

  it('are yes to a question of danger, and a refusal of it, also where there is no sum', () => {
    const answers: Answers = {
      ...{ asq_1: false, asq_2: { absent: 'declined' }, asq_3: false, asq_4: true, asq_5: false },
    };
    const found = itemsByConcern(formOf('asq'), answers);
    expect(found.map(({ linkId, isConcern }) => [linkId, isConcern])).toEqual([
      ['asq_2', true],
      ['asq_4', true],
    ]);
  });
});

describe('two entries of one sheet of paper', () => {
  it('are compared question by question, in the order of the form', () => {
    const order = ['a', 'b', 'c'];
    expect(differingAnswers(order, { a: '1', b: '2' }, { a: '1', b: '3', c: '0' })).toEqual([
      { linkId: 'b', first: '2', second: '3' },
      { linkId: 'c', first: undefined, second: '0' },
    ]);
  });
});

describe('the scores of the device', () => {
  it('are those of the server or are refused', () => {
    const { scores, sealed } = aWho5('33333');
    const made = scoreForm(who5, (sealed?.answers ?? {}) as never);
    expect(areSameScores(scores, made)).toBe(true);
    const [score] = scores;
    if (score?.kind !== 'scored') throw new Error('no score');
    expect(areSameScores([{ ...score, value: 64 }], made)).toBe(false);
    expect(areSameScores([{ ...score, bands: [] }], made)).toBe(score.bands.length === 0);
    expect(areSameScores([], made)).toBe(false);
  });
});
