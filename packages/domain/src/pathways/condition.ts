import * as z from 'zod/mini';
import { NEED_CATEGORY_IDS } from '../cases/index.ts';
import { SAFETY_KINDS, SAFETY_URGENCIES } from '../instruments/index.ts';
import { Offer } from './steps.ts';

const Word = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/));
const words = z.array(Word).check(z.minLength(1), z.maxLength(40));

/** What happens in a family's life and asks for another look. */
export const LIFE_EVENTS = ['release-ahead', 'birth', 'death', 'move'] as const;

/** How far daily life goes on, as a colleague judged it, the lightest first. */
export const FUNCTIONING = ['mild', 'marked', 'severe'] as const;
export type Functioning = (typeof FUNCTIONING)[number];

/**
 * By the smallest change that means something, against the result before or the worst one while she was in care. `not-improved`
 * is the same or worse.
 */
export const CHANGES = ['improved', 'not-improved', 'worsened'] as const;
export type Change = (typeof CHANGES)[number];
export const CHANGE_BASES = ['last', 'worst'] as const;

/**
 * One thing that a pathway may ask about somebody. The list is closed, and nothing in it is about what anybody believes,
 * practises or whom she married in which way.
 */
export const Leaf = z.discriminatedUnion('kind', [
  /** The newest result, or each of the `times` newest, lies in one of these bands. */
  z.strictObject({
    kind: z.literal('band'),
    form: Word,
    scale: Word,
    bands: words,
    times: z.int().check(z.minimum(1), z.maximum(4)),
  }),
  z.strictObject({
    kind: z.literal('conclusion'),
    form: Word,
    conclusion: Word,
    outcomes: words,
  }),
  z.strictObject({ kind: z.literal('item'), form: Word, item: Word, options: words }),
  /** A signal of safety at least as urgent as this; of any kind where none is named. */
  z.strictObject({
    kind: z.literal('signal'),
    urgency: z.enum(SAFETY_URGENCIES),
    kinds: z.array(z.enum(SAFETY_KINDS)),
  }),
  /** Of one form, or (null) of all that the pathway reads. */
  z.strictObject({
    kind: z.literal('change'),
    is: z.enum(CHANGES),
    since: z.enum(CHANGE_BASES),
    form: z.nullable(Word),
  }),
  z.strictObject({ kind: z.literal('functioning'), atLeast: z.enum(FUNCTIONING) }),
  z.strictObject({
    kind: z.literal('need'),
    categories: z.array(z.enum(NEED_CATEGORY_IDS)).check(z.minLength(1)),
  }),
  z.strictObject({
    kind: z.literal('event'),
    events: z.array(z.enum(LIFE_EVENTS)).check(z.minLength(1)),
    days: z.int().check(z.minimum(1), z.maximum(730)),
  }),
  z.strictObject({
    kind: z.literal('missed'),
    atLeast: z.int().check(z.minimum(1), z.maximum(20)),
  }),
  /** A signal of safety was ever told of her, or a step of 3 or more stood. */
  z.strictObject({ kind: z.literal('risk-before') }),
  /** In whole years; `below` is exclusive. */
  z.strictObject({
    kind: z.literal('age'),
    from: z.nullable(z.int().check(z.minimum(0), z.maximum(120))),
    below: z.nullable(z.int().check(z.minimum(1), z.maximum(120))),
  }),
  /** Whoever helps her now may give this by competence and scope of practice. */
  z.strictObject({ kind: z.literal('provider'), may: Offer }),
]);
export type Leaf = z.infer<typeof Leaf>;
export type LeafKind = Leaf['kind'];
export type LeafOf<Kind extends LeafKind> = Extract<Leaf, { kind: Kind }>;

export const LEAF_KINDS = [
  ...['band', 'conclusion', 'item', 'signal', 'change', 'functioning', 'need', 'event'],
  ...['missed', 'risk-before', 'age', 'provider'],
] as const satisfies readonly LeafKind[];

const match = z.enum(['all', 'any']);
export const Clause = z.strictObject({ not: z.boolean(), is: Leaf });
export type Clause = z.infer<typeof Clause>;
export const Group = z.strictObject({
  match,
  of: z.array(Clause).check(z.minLength(1), z.maxLength(12)),
});
export type Group = z.infer<typeof Group>;

/**
 * When a rule holds: groups of conditions, all or any of them, each of which may be turned around. Two levels say everything
 * that deeper ones could, and a clinician can read them.
 */
export const When = z.strictObject({
  match,
  of: z.array(Group).check(z.minLength(1), z.maxLength(12)),
});
export type When = z.infer<typeof When>;
