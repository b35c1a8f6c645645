import * as z from 'zod/mini';
import { Id } from '../../contract.ts';
import { REPORT_AUDIENCES } from '../report.ts';

/**
 * Those respondents only who gave one of these answers to a question asked once; `form` null and question
 * `language` for the language in which they answered.
 */
export const Condition = z.strictObject({
  form: z.nullable(z.string().check(z.maxLength(64))),
  question: z.string().check(z.minLength(1), z.maxLength(64)),
  options: z.array(z.string().check(z.maxLength(64))).check(z.minLength(1), z.maxLength(40)),
});
export type Condition = z.infer<typeof Condition>;

/** More would leave few people, and nobody could say in a sentence who they are. */
export const MOST_CONDITIONS = 3;

/** Whoever leaves out more tables leaves out sections; a plan must fit into an address. */
export const MOST_WITHOUT = 100;

/** What a report shall tell, of whom and to whom: data, so that it can be kept, looked at and run again. */
export const AnalysisPlan = z.strictObject({
  waveId: Id,
  audience: z.enum(REPORT_AUDIENCES),
  /** All of them must hold; none: everybody who answered. */
  population: z.array(Condition).check(z.maxLength(MOST_CONDITIONS)),
  /** Ids of the report's sections; null: all there are. The summary and what is hidden are always there. */
  sections: z.nullable(z.array(z.string().check(z.maxLength(128))).check(z.maxLength(60))),
  /** Ids of tables that stay out, with their figures and with the sentences that read from them. */
  without: z.optional(z.array(z.string().check(z.maxLength(200))).check(z.maxLength(MOST_WITHOUT))),
});
export type AnalysisPlan = z.infer<typeof AnalysisPlan>;

/** The same conditions in one order, for comparing: order and repetition mean nothing. */
export function canonicalPopulation(population: readonly Condition[]): string {
  const written = population.map(({ form, question, options }) =>
    JSON.stringify([form, question, [...new Set(options)].sort()]),
  );
  return [...new Set(written)].sort().join('\n');
}
