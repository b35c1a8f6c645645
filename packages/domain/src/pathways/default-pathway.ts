import type { Clause, Group, Leaf, When } from './condition.ts';
import type { Pathway, ReadScale, RuleOf } from './pathway.ts';

const is = (leaf: Leaf): Clause => ({ not: false, is: leaf });
const any = (...leaves: Leaf[]): Group => ({ match: 'any', of: leaves.map(is) });
const all = (...leaves: Leaf[]): Group => ({ match: 'all', of: leaves.map(is) });
const one = (...groups: Group[]): When => ({ match: 'any', of: groups });
const every = (...groups: Group[]): When => ({ match: 'all', of: groups });

const band = (form: string, scale: string, bands: string[], times = 1): Leaf => ({
  kind: 'band',
  ...{ form, scale, bands, times },
});
/** Whichever of the two was answered; they share their bands, and a score of the one is none of the other. */
const phq = (bands: string[], times?: number): Leaf[] =>
  ['phq-8', 'phq-9'].map((code) => band(code, code, bands, times));
const gad7 = (bands: string[], times?: number) => band('gad-7', 'gad-7', bands, times);
const who5 = (bands: string[], times?: number) => band('who-5', 'who-5', bands, times);
const ghq = (bands: string[], times?: number) => band('ghq-12', 'ghq', bands, times);

const CONFERENCE = {
  withinHours: 14 * 24,
  offers: ['case-conference'],
  acts: 'supervisor',
} satisfies Pick<RuleOf<'up'>, 'withinHours' | 'offers' | 'acts'>;

const HEAVY = ['moderately-severe', 'severe'];
const TRAUMA: Leaf = {
  kind: 'conclusion',
  ...{ form: 'itq', conclusion: 'itq', outcomes: ['ptsd', 'cptsd'] },
};
const NESTED = 'ten-or-more';

const reads: ReadScale[] = [
  { form: 'phq-8', scale: 'phq-8', direction: 'higher-is-worse', changePoints: 5 },
  { form: 'phq-9', scale: 'phq-9', direction: 'higher-is-worse', changePoints: 5 },
  { form: 'gad-7', scale: 'gad-7', direction: 'higher-is-worse', changePoints: 4 },
  { form: 'who-5', scale: 'who-5', direction: 'higher-is-better', changePoints: 10 },
  { form: 'ghq-12', scale: 'ghq', direction: 'higher-is-worse', changePoints: null },
];

/**
 * What a programme follows until it publishes a pathway of its own: danger first, the clinical range to a specialist within two
 * weeks, elevated and impaired to a trained helper, low distress to people alike, basic needs beside everything. The bands are
 * those of the instruments (`instruments/library`, each with its source); which of them means which step is a proposal of this
 * project, for every programme to look at.
 */
export const DEFAULT_PATHWAY: Pathway = {
  format: 'tirek-pathway-1',
  reads,
  rules: [
    {
      id: 'danger-now',
      gives: 'step',
      step: 'S0',
      when: one(any({ kind: 'signal', urgency: 'now', kinds: [] })),
      withinHours: 1,
      offers: ['stay-beside', 'means-away', 'emergency-help', 'call-supervisor'],
      acts: 'practitioner',
    },
    {
      id: 'danger-today',
      gives: 'step',
      step: 'S1',
      when: one(any({ kind: 'signal', urgency: 'today', kinds: [] })),
      withinHours: 24,
      offers: ['brief-safety-talk', 'open-protection', 'call-supervisor'],
      acts: 'practitioner',
    },
    {
      id: 'clinical-range',
      gives: 'step',
      step: '4',
      when: one(
        any(...phq(HEAVY), gad7(['severe']), ghq(['clinical-range']), TRAUMA, {
          kind: 'functioning',
          atLeast: 'severe',
        }),
      ),
      withinHours: 14 * 24,
      offers: ['specialist-evaluation', 'psychotherapy', 'medication'],
      acts: 'specialist',
    },
    {
      id: 'elevated-and-impaired',
      gives: 'step',
      step: '3',
      when: one(
        any(...phq([NESTED]), gad7([NESTED])),
        { match: 'all', of: [is(who5(['low'])), is({ kind: 'functioning', atLeast: 'marked' })] },
        {
          match: 'all',
          of: [is(ghq(['elevated'])), is({ kind: 'functioning', atLeast: 'marked' })],
        },
      ),
      withinHours: 28 * 24,
      offers: ['problem-management', 'problem-management-group', 'youth-group'],
      acts: 'trained-helper',
    },
    {
      id: 'low-distress',
      gives: 'step',
      step: '2',
      when: one(
        any(
          ...phq(['mild', 'moderate', ...HEAVY]),
          gad7(['mild', 'moderate', 'severe']),
          who5(['low']),
          ghq(['elevated']),
        ),
      ),
      withinHours: null,
      offers: ['peer-meetings', 'support-group', 'self-care-talk'],
      acts: 'peer-provider',
    },
    {
      id: 'worse',
      gives: 'up',
      when: one(any({ kind: 'change', is: 'worsened', since: 'last', form: null })),
      ...CONFERENCE,
    },
    {
      id: 'no-better',
      gives: 'up',
      when: every(
        all({ kind: 'change', is: 'not-improved', since: 'last', form: null }),
        any(...phq([NESTED]), gad7([NESTED]), who5(['low']), ghq(['elevated'])),
      ),
      ...CONFERENCE,
    },
    {
      id: 'not-met-with-risk',
      gives: 'up',
      when: one(all({ kind: 'missed', atLeast: 2 }, { kind: 'risk-before' })),
      ...CONFERENCE,
    },
    {
      id: 'better-twice',
      gives: 'down',
      when: every(
        all({ kind: 'change', is: 'improved', since: 'worst', form: null }),
        any(
          ...phq(['minimal', 'mild'], 2),
          gad7(['minimal', 'mild'], 2),
          who5(['not-low'], 2),
          ghq(['none'], 2),
        ),
      ),
      acts: 'practitioner',
    },
    {
      id: 'basic-needs',
      gives: 'beside',
      when: one(any({ kind: 'need', categories: ['basic', 'housing', 'work'] })),
      withinHours: null,
      offers: ['basic-help'],
      acts: 'social-services',
    },
    {
      id: 'papers',
      gives: 'beside',
      when: one(any({ kind: 'need', categories: ['papers'] })),
      withinHours: null,
      offers: ['papers-help'],
      acts: 'social-services',
    },
  ],
  freshMonths: 12,
  evaluationDays: 14,
  rescreen: {
    afterStepWeeks: { from: 6, until: 8 },
    otherwiseMonths: { from: 6, until: 12 },
  },
};
