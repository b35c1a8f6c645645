import * as z from 'zod/mini';

/**
 * As much of FHIR's Questionnaire and QuestionnaireResponse (R4 4.0.1 and R5 5.0.0) as is read or written here. What these
 * shapes do not name is refused where it stands, since an element that is passed over may change a question.
 */

const Text = z.string().check(z.minLength(1));

export const Coding = z.strictObject({
  system: z.optional(Text),
  version: z.optional(Text),
  code: z.optional(Text),
  display: z.optional(Text),
  _display: z.optional(z.strictObject({ extension: z.array(z.lazy(() => Extension)) })),
  extension: z.optional(z.array(z.lazy(() => Extension))),
});
export type Coding = z.infer<typeof Coding>;

const Expression = z.strictObject({
  description: z.optional(Text),
  name: z.optional(Text),
  language: z.optional(Text),
  expression: Text,
  extension: z.optional(z.array(z.lazy(() => Extension))),
});
export type Expression = z.infer<typeof Expression>;

/** An extension; explicit, since it holds itself. */
export type Extension = {
  url: string;
  extension?: Extension[] | undefined;
  valueString?: string | undefined;
  valueMarkdown?: string | undefined;
  valueCode?: string | undefined;
  valueId?: string | undefined;
  valueBoolean?: boolean | undefined;
  valueInteger?: number | undefined;
  valueDecimal?: number | undefined;
  valueDate?: string | undefined;
  valueCodeableConcept?: { coding?: Coding[] | undefined; text?: string | undefined } | undefined;
  valueCoding?: Coding | undefined;
  valueExpression?: Expression | undefined;
  _valueString?: { extension: Extension[] } | undefined;
};
export const Extension: z.ZodMiniType<Extension> = z.strictObject({
  url: Text,
  extension: z.optional(z.array(z.lazy(() => Extension))),
  valueString: z.optional(Text),
  valueMarkdown: z.optional(Text),
  valueCode: z.optional(Text),
  valueId: z.optional(Text),
  valueBoolean: z.optional(z.boolean()),
  valueInteger: z.optional(z.int()),
  valueDecimal: z.optional(z.number()),
  valueDate: z.optional(Text),
  valueCodeableConcept: z.optional(
    z.strictObject({ coding: z.optional(z.array(Coding)), text: z.optional(Text) }),
  ),
  valueCoding: z.optional(Coding),
  valueExpression: z.optional(Expression),
  _valueString: z.optional(z.strictObject({ extension: z.array(z.lazy(() => Extension)) })),
});

export const Extended = z.strictObject({ extension: z.array(Extension) });
export type Extended = z.infer<typeof Extended>;

const AnswerOption = z.strictObject({
  extension: z.optional(z.array(Extension)),
  valueCoding: Coding,
});
export type AnswerOption = z.infer<typeof AnswerOption>;

const EnableWhen = z.strictObject({
  question: Text,
  operator: z.enum(['exists', '=', '!=', '>', '<', '>=', '<=']),
  answerBoolean: z.optional(z.boolean()),
  answerInteger: z.optional(z.int()),
  answerDecimal: z.optional(z.number()),
  answerDate: z.optional(Text),
  answerString: z.optional(Text),
  answerCoding: z.optional(Coding),
});
export type EnableWhen = z.infer<typeof EnableWhen>;

/** Item types of R4 and R5, those among them that our profile does not hold. */
export const FHIR_ITEM_TYPES = [
  'attachment',
  'boolean',
  'choice',
  'coding',
  'date',
  'dateTime',
  'decimal',
  'display',
  'group',
  'integer',
  'open-choice',
  'quantity',
  'question',
  'reference',
  'string',
  'text',
  'time',
  'url',
] as const;

const itemFields = {
  linkId: Text,
  type: z.enum(FHIR_ITEM_TYPES),
  extension: z.optional(z.array(Extension)),
  code: z.optional(z.array(Coding)),
  definition: z.optional(Text),
  prefix: z.optional(Text),
  text: z.optional(Text),
  _text: z.optional(Extended),
  required: z.optional(z.boolean()),
  repeats: z.optional(z.boolean()),
  readOnly: z.optional(z.boolean()),
  maxLength: z.optional(z.int()),
  answerConstraint: z.optional(z.enum(['optionsOnly', 'optionsOrType', 'optionsOrString'])),
  answerValueSet: z.optional(Text),
  answerOption: z.optional(z.array(AnswerOption)),
  enableWhen: z.optional(z.array(EnableWhen)),
  enableBehavior: z.optional(z.enum(['all', 'any'])),
  disabledDisplay: z.optional(z.enum(['hidden', 'protected'])),
};
const ItemFields = z.strictObject(itemFields);
export type QuestionnaireItem = z.infer<typeof ItemFields> & {
  item?: QuestionnaireItem[] | undefined;
};
export const QuestionnaireItem: z.ZodMiniType<QuestionnaireItem> = z.strictObject({
  ...itemFields,
  item: z.optional(z.array(z.lazy(() => QuestionnaireItem))),
});

const Meta = z.looseObject({ profile: z.optional(z.array(Text)) });

export const Questionnaire = z.strictObject({
  resourceType: z.literal('Questionnaire'),
  id: z.optional(Text),
  meta: z.optional(Meta),
  language: z.optional(Text),
  text: z.optional(z.unknown()),
  extension: z.optional(z.array(Extension)),
  url: z.optional(Text),
  version: z.optional(Text),
  name: z.optional(Text),
  title: z.optional(Text),
  _title: z.optional(Extended),
  status: z.enum(['draft', 'active', 'retired', 'unknown']),
  experimental: z.optional(z.boolean()),
  subjectType: z.optional(z.array(Text)),
  date: z.optional(Text),
  publisher: z.optional(Text),
  contact: z.optional(z.unknown()),
  description: z.optional(Text),
  _description: z.optional(Extended),
  purpose: z.optional(Text),
  copyright: z.optional(Text),
  _copyright: z.optional(Extended),
  code: z.optional(z.array(Coding)),
  item: z.array(QuestionnaireItem).check(z.minLength(1)),
});
export type Questionnaire = z.infer<typeof Questionnaire>;

const ResponseAnswer = z.strictObject({
  valueBoolean: z.optional(z.boolean()),
  valueDecimal: z.optional(z.number()),
  valueInteger: z.optional(z.int()),
  valueDate: z.optional(Text),
  /** May be anything she wrote, also nothing but blanks. */
  valueString: z.optional(z.string()),
  valueCoding: z.optional(Coding),
});
export type ResponseAnswer = z.infer<typeof ResponseAnswer>;

const responseItemFields = {
  linkId: Text,
  text: z.optional(Text),
  definition: z.optional(Text),
  extension: z.optional(z.array(Extension)),
  answer: z.optional(z.array(ResponseAnswer)),
};
const ResponseItemFields = z.strictObject(responseItemFields);
export type ResponseItem = z.infer<typeof ResponseItemFields> & {
  item?: ResponseItem[] | undefined;
};
export const ResponseItem: z.ZodMiniType<ResponseItem> = z.strictObject({
  ...responseItemFields,
  item: z.optional(z.array(z.lazy(() => ResponseItem))),
});

export const QuestionnaireResponse = z.strictObject({
  resourceType: z.literal('QuestionnaireResponse'),
  id: z.optional(Text),
  meta: z.optional(Meta),
  language: z.optional(Text),
  text: z.optional(z.unknown()),
  questionnaire: Text,
  status: z.enum(['in-progress', 'completed', 'amended', 'entered-in-error', 'stopped']),
  authored: z.optional(Text),
  item: z.optional(z.array(ResponseItem)),
});
export type QuestionnaireResponse = z.infer<typeof QuestionnaireResponse>;
