/** One scale, by its form. */
export type ScaleName = { readonly form: string; readonly scale: string };

export type PlannedPredictor =
  | { readonly kind: 'language' }
  | ({ readonly kind: 'scale' } & ScaleName)
  | { readonly kind: 'number'; readonly form: string; readonly linkId: string }
  | {
      /** Options put together; the first group is the one the other is compared with. */
      readonly kind: 'groups';
      readonly id: 'partner' | 'education';
      readonly form: string;
      readonly linkId: string;
      readonly groups: readonly [PlannedGroup, PlannedGroup];
    };

export type PlannedGroup = {
  readonly id: 'with-partner' | 'without-partner' | 'no-university' | 'university';
  readonly options: readonly string[];
};

/** Predictors that enter together, in this order: what nobody can change, how she lives, how she is. */
export const PREDICTOR_BLOCKS = ['background', 'life', 'wellbeing'] as const;
export type PredictorBlock = (typeof PREDICTOR_BLOCKS)[number];

/** The block of a predictor, by what kind of predictor it is. */
export function blockOf({ kind }: PlannedPredictor): PredictorBlock {
  if (kind === 'scale') return 'wellbeing';
  return kind === 'groups' ? 'life' : 'background';
}

/**
 * A model as data, decided before anybody looks at results. `count`: a sum of signs, modelled as a count
 * first and in two other ways beside it. `measure`: a mean of ratings, by least squares.
 */
export type RegressionPlan = {
  readonly id: 'distress' | 'women';
  readonly kind: 'count' | 'measure';
  readonly outcome: ScaleName;
  readonly predictors: readonly PlannedPredictor[];
};

const NEEDS = 'needs-assessment-2022';
const WOMEN: ScaleName = { form: NEEDS, scale: 'women' };
const CHILDREN: ScaleName = { form: NEEDS, scale: 'children' };
const SCREENER: ScaleName = { form: 'ghq-12', scale: 'ghq' };

const PARTNER: PlannedPredictor = {
  kind: 'groups',
  id: 'partner',
  form: NEEDS,
  linkId: 'marital',
  groups: [
    {
      id: 'with-partner',
      options: ['islamic_mono', 'islamic_poly', 'registered', 'civil_union'],
    },
    { id: 'without-partner', options: ['never', 'divorced', 'widowed'] },
  ],
};
const EDUCATION: PlannedPredictor = {
  kind: 'groups',
  id: 'education',
  form: NEEDS,
  linkId: 'education',
  groups: [
    { id: 'no-university', options: ['secondary_unfinished', 'secondary', 'vocational'] },
    { id: 'university', options: ['higher_unfinished', 'higher', 'master'] },
  ],
};
const AGE: PlannedPredictor = { kind: 'number', form: NEEDS, linkId: 'age' };

/**
 * The two models of the report of 2022 (distress by living without a partner, education and the women's own
 * scale; the women's scale by their children's and by distress), with age and language held equal, which
 * that report does not say. Some hundred answers bear no more predictors.
 */
export const REGRESSION_PLANS: readonly RegressionPlan[] = [
  {
    id: 'distress',
    kind: 'count',
    outcome: SCREENER,
    predictors: [PARTNER, EDUCATION, { kind: 'scale', ...WOMEN }, AGE, { kind: 'language' }],
  },
  {
    id: 'women',
    kind: 'measure',
    outcome: WOMEN,
    predictors: [
      { kind: 'scale', ...CHILDREN },
      { kind: 'scale', ...SCREENER },
      PARTNER,
      EDUCATION,
      AGE,
      { kind: 'language' },
    ],
  },
];
