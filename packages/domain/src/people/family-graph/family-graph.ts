import * as z from 'zod/mini';
import { Id } from '../../contract.ts';
import { Sex } from '../identity.ts';
import { LifeDate } from './life-date.ts';

/** Who said so, where nothing was shown. */
export const VOICES = ['person', 'relative', 'official', 'practitioner'] as const;

/** What was shown. */
export const DOCUMENTS = [
  ...['birth-certificate', 'marriage-certificate', 'divorce-certificate', 'death-certificate'],
  ...['identity-document', 'registry-extract', 'court-decision', 'guardianship-order'],
  ...['adoption-decision', 'prison-certificate', 'other-document'],
] as const;

/** What a fact rests on: somebody's word, or a paper that was seen. */
export const Evidence = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('asserted'), by: z.enum(VOICES) }),
  z.object({ kind: z.literal('documented'), document: z.enum(DOCUMENTS) }),
]);
export type Evidence = z.infer<typeof Evidence>;

export const PRISON_PLACES = [
  'remand',
  'prison',
  'settlement-colony',
  'abroad',
  'unknown',
] as const;

/** Where somebody's life stands today. */
export const LifeStatus = z.discriminatedUnion('state', [
  z.object({ state: z.literal('alive'), evidence: Evidence }),
  z.object({ state: z.literal('deceased'), on: z.nullable(LifeDate), evidence: Evidence }),
  z.object({ state: z.literal('missing'), since: z.nullable(LifeDate), evidence: Evidence }),
  z.object({
    state: z.literal('imprisoned'),
    since: z.nullable(LifeDate),
    place: z.enum(PRISON_PLACES),
    expectedRelease: z.nullable(LifeDate),
    evidence: Evidence,
  }),
  z.object({ state: z.literal('unknown'), evidence: Evidence }),
]);
export type LifeStatus = z.infer<typeof LifeStatus>;

export const GraphPerson = z.object({
  id: Id,
  sex: Sex,
  birth: z.nullable(LifeDate),
  /** None while nobody has said anything of it. */
  life: z.nullable(LifeStatus),
});
export type GraphPerson = z.infer<typeof GraphPerson>;

export const UNION_KINDS = [
  ...['registered', 'religious-monogamous', 'religious-polygamous', 'cohabitation'],
] as const;
export type UnionKind = (typeof UNION_KINDS)[number];

export const UNION_ENDS = ['divorce', 'separation', 'death', 'missing', 'unknown'] as const;

/** Two people together, in one of four ways, from a day to a day. The same two may have several, one after the other. */
export const Union = z.object({
  id: Id,
  kind: z.enum(UNION_KINDS),
  partners: z.tuple([Id, Id]),
  from: z.nullable(LifeDate),
  end: z.nullable(z.object({ how: z.enum(UNION_ENDS), on: z.nullable(LifeDate) })),
  evidence: Evidence,
});
export type Union = z.infer<typeof Union>;

export const PARENTAGE_KINDS = ['biological', 'adoptive', 'unknown'] as const;

/** One person is a parent of another; `unknown` when nobody says in which way. */
export const Parentage = z.object({
  id: Id,
  parent: Id,
  child: Id,
  kind: z.enum(PARENTAGE_KINDS),
  evidence: Evidence,
});
export type Parentage = z.infer<typeof Parentage>;

export const CARE_KINDS = ['guardianship', 'kin-care'] as const;

/** Somebody other than a parent brings a child up: as guardian in law, or as kin without papers. */
export const Care = z.object({
  id: Id,
  kind: z.enum(CARE_KINDS),
  carer: Id,
  ward: Id,
  from: z.nullable(LifeDate),
  until: z.nullable(LifeDate),
  evidence: Evidence,
});
export type Care = z.infer<typeof Care>;

/** People under one roof, each from a day to a day; `until` is null while it lasts. */
export const Household = z.object({
  id: Id,
  members: z.array(
    z.object({ person: Id, from: z.nullable(LifeDate), until: z.nullable(LifeDate) }),
  ),
  evidence: Evidence,
});
export type Household = z.infer<typeof Household>;

/** Everything that is known of who belongs to whom in a family. */
export const FamilyGraph = z.object({
  persons: z.array(GraphPerson),
  unions: z.array(Union),
  parentages: z.array(Parentage),
  cares: z.array(Care),
  households: z.array(Household),
});
export type FamilyGraph = z.infer<typeof FamilyGraph>;

export const EMPTY_GRAPH: FamilyGraph = {
  persons: [],
  unions: [],
  parentages: [],
  cares: [],
  households: [],
};
