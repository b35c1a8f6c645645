import * as z from 'zod/mini';
import { ASKED_ABSENCES } from './answers.ts';
import { Translated } from './translated.ts';

/** Name of an item and of the variable it becomes: valid in SPSS, Stata and R at once, unique in the whole form. */
export const LinkId = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_]{0,31}$/));

/** Id of an option: what an answer stores. Never shown, never renamed. */
export const OptionId = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/));

/** An expression of the closed FHIRPath-like subset; `parse-expression.ts` lists it. */
export const Expression = z.string().check(z.minLength(1), z.maxLength(1000));

/** A code of LOINC, with its check digit (modulus 10, counted from the right). */
export const Loinc = z.string().check(
  z.regex(/^\d{1,7}-\d$/),
  z.refine((code) => {
    const [digits = '', check] = code.split('-');
    const sum = [...digits].reverse().reduce((before, digit, place) => {
      const twice = place % 2 === 0 ? Number(digit) * 2 : Number(digit);
      return before + (twice > 9 ? twice - 9 : twice);
    }, 0);
    return (10 - (sum % 10)) % 10 === Number(check);
  }, 'not a code of LOINC'),
);

/** How carefully an answer must be handled: who may read it and when it is released. */
export const Sensitivity = z.enum(['ordinary', 'personal', 'sensitive', 'clinical']);
export type Sensitivity = z.infer<typeof Sensitivity>;

export const Option = z.strictObject({
  id: OptionId,
  /** The code of this option in data that come from or go to elsewhere, where it differs from the id. */
  code: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
  text: z.optional(Translated),
  /** Short words for tables and charts. */
  label: z.optional(Translated),
  /** Chosen alone or not at all, such as "none of these". */
  exclusive: z.optional(z.boolean()),
});
export type Option = z.infer<typeof Option>;

/** A rule between answers. `hard` must hold before sending; `soft` warns and may be confirmed. */
export const Constraint = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,63}$/)),
  severity: z.enum(['hard', 'soft']),
  /** True when all is well; an unanswered part makes it neither true nor false, and the rule stays silent. */
  expression: Expression,
  text: Translated,
});
export type Constraint = z.infer<typeof Constraint>;

const common = {
  linkId: LinkId,
  /** What the respondent reads; absent only in a package whose wording is brought by the site. */
  text: z.optional(Translated),
  help: z.optional(Translated),
  /** Short words for tables and charts. */
  label: z.optional(Translated),
  enableWhen: z.optional(Expression),
};

const question = {
  ...common,
  constraints: z.optional(z.array(Constraint)),
  sensitivity: z.optional(Sensitivity),
  /** Nobody is ever picked out by her answer here: no report is narrowed down to those who gave it. */
  neverAFilter: z.optional(z.boolean()),
  /** An answer here may mean danger: a signal of the package reads it, and a survey answers it with help. */
  safety: z.optional(z.boolean()),
  /** Its code in LOINC, where one was found. */
  loinc: z.optional(Loinc),
  /** An answer or a reason is needed before sending. */
  required: z.optional(z.boolean()),
  /** Reasons offered here instead of those of the package. */
  missing: z.optional(z.array(z.enum(ASKED_ABSENCES))),
};

/** The item is worked out from others and never asked. */
const calculated = { calculation: z.optional(Expression) };

const options = {
  /** The options, or the name of a list in `optionLists`. */
  options: z.union([z.string(), z.array(Option).check(z.minLength(2))]),
};

export const DisplayItem = z.strictObject({ type: z.literal('display'), ...common });
export const BooleanItem = z.strictObject({
  type: z.literal('boolean'),
  ...question,
  ...calculated,
});
export const IntegerItem = z.strictObject({
  type: z.literal('integer'),
  ...question,
  ...calculated,
  min: z.optional(z.int()),
  max: z.optional(z.int()),
});
export const DecimalItem = z.strictObject({
  type: z.literal('decimal'),
  ...question,
  ...calculated,
  min: z.optional(z.number()),
  max: z.optional(z.number()),
  /** Digits after the point, at most. */
  decimals: z.optional(z.int().check(z.minimum(0), z.maximum(6))),
});
export const DateItem = z.strictObject({
  type: z.literal('date'),
  ...question,
  ...calculated,
  /** The least precise date accepted: `month` takes `2019-05` and `2019-05-17`. */
  precision: z.enum(['day', 'month', 'year']),
  min: z.optional(z.string().check(z.regex(/^\d{4}(-\d\d(-\d\d)?)?$/))),
  max: z.optional(z.string().check(z.regex(/^\d{4}(-\d\d(-\d\d)?)?$/))),
});
export const TextItem = z.strictObject({
  type: z.literal('text'),
  ...question,
  /** Characters, at most; 2000 where nothing is said. */
  maxLength: z.optional(z.int().check(z.minimum(1), z.maximum(10_000))),
  multiline: z.optional(z.boolean()),
});
export const ChoiceItem = z.strictObject({ type: z.literal('choice'), ...question, ...options });
export const MultiChoiceItem = z.strictObject({
  type: z.literal('multi-choice'),
  ...question,
  ...options,
  maxChoices: z.optional(z.int().check(z.minimum(1))),
});

/** Items that may stand in a group or in the row of a roster. */
export const Question = z.discriminatedUnion('type', [
  DisplayItem,
  BooleanItem,
  IntegerItem,
  DecimalItem,
  DateItem,
  TextItem,
  ChoiceItem,
  MultiChoiceItem,
]);

/** The same questions for each of several people or things; each row is a record of its own. */
export const RosterItem = z.strictObject({
  type: z.literal('roster'),
  ...common,
  constraints: z.optional(z.array(Constraint)),
  sensitivity: z.optional(Sensitivity),
  /** Heading of a row; `{n}` stands for its number from 1. */
  rowLabel: z.optional(Translated),
  /** The linkId of an integer question whose answer suggests how many rows there are. */
  rowsFrom: z.optional(LinkId),
  /** Rows, at most; 50 where nothing is said. */
  maxRows: z.optional(z.int().check(z.minimum(1), z.maximum(200))),
  items: z.array(Question).check(z.minLength(1)),
});

/** A block with a heading; groups do not nest. */
export const GroupItem = z.strictObject({
  type: z.literal('group'),
  ...common,
  items: z
    .array(z.discriminatedUnion('type', [...Question._zod.def.options, RosterItem]))
    .check(z.minLength(1)),
});

export const Item = z.discriminatedUnion('type', [
  ...Question._zod.def.options,
  RosterItem,
  GroupItem,
]);
export type Item = z.infer<typeof Item>;
export type QuestionItem = z.infer<typeof Question>;
export type RosterItem = z.infer<typeof RosterItem>;
export type GroupItem = z.infer<typeof GroupItem>;
export type ItemType = Item['type'];
