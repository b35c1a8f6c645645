import fhirpath from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4';
import r5 from 'fhirpath/fhir-context/r5';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../answers.ts';
import type { CompiledForm } from '../../compiled-form.ts';
import { findForm, listForms } from '../../form-library.ts';
import { type Score, scoreForm } from '../../score-form.ts';
import { FHIR, FHIR_RELEASES, scoreLinkId } from './names.ts';
import { readResponse } from './read-response.ts';
import type { QuestionnaireItem, ResponseItem } from './resource.ts';
import { writeQuestionnaire } from './write-questionnaire.ts';
import { writeResponse } from './write-response.ts';

const library = listForms().map(({ code }) => [code, findForm(code)!] as const);
const sent = (value: unknown) => JSON.parse(JSON.stringify(value));
const MODELS = { R4: r4, R5: r5 };

describe('answers', () => {
  it.each(library)('to %s go out and come back as they were, with their scores', (_, form) => {
    for (const { answers, name } of form.pkg.examples) {
      const whole = form.open('2026-11-30').complete(answers as Answers);
      for (const given of [answers as Answers, whole]) {
        const response = sent(writeResponse(form, given, { status: 'in-progress' }));
        expect(readResponse(form, response), name).toEqual({
          kind: 'read',
          value: given,
          leftOut: [],
        });
      }
    }
  });
});

describe('fhirpath', () => {
  it.each(library)('works out the scores of %s as we do', (_, form) => {
    const score = oracleOf(form, 'R4');
    for (const { answers, name } of form.pkg.examples) {
      for (const ours of scoreForm(form, answers as Answers)) {
        const theirs = score(answers as Answers, ours);
        const what = `${name} ${ours.scale}`;
        if (ours.kind === 'incomplete') expect(theirs, what).toEqual([]);
        else {
          expect(theirs, what).toHaveLength(1);
          expect(Number(theirs[0]), what).toBeCloseTo(ours.value, 6);
        }
      }
    }
  });

  it('has the same expressions to work out in R5, and comes to the same', () => {
    for (const [, form] of library) {
      const [r4, r5] = FHIR_RELEASES.map((release) => scoreItemsOf(form, release));
      expect(r5).toEqual(r4);
    }
    const form = findForm('needs-assessment-2022')!;
    const score = oracleOf(form, 'R5');
    const [example] = form.pkg.examples;
    for (const ours of scoreForm(form, example!.answers as Answers)) {
      const [theirs] = score(example!.answers as Answers, ours);
      expect(Number(theirs)).toBeCloseTo((ours as { value: number }).value, 6);
    }
  });
});

const scoreItemsOf = (form: CompiledForm, release: 'R4' | 'R5') =>
  writeQuestionnaire(form, release)
    .item.flatMap(function inside(item): QuestionnaireItem[] {
      return [item, ...(item.item ?? []).flatMap(inside)];
    })
    .filter(({ linkId }) => linkId.startsWith(scoreLinkId('')));

type Evaluate = (of: unknown, variables: Record<string, unknown>) => unknown[];

/** What fhirpath makes of the hidden item of a score, over the answers alone. */
function oracleOf(form: CompiledForm, release: 'R4' | 'R5') {
  const compiled = new Map<string, Evaluate>();
  const evaluate = (path: string, resource: unknown, variables: Record<string, unknown>) => {
    const known = compiled.get(path) ?? (fhirpath.compile(path, MODELS[release]) as Evaluate);
    compiled.set(path, known);
    return known(resource, { resource, ...variables });
  };
  const items = scoreItemsOf(form, release);
  return (answers: Answers, score: Score): unknown[] => {
    const resource = withoutScores(sent(writeResponse(form, answers, { status: 'in-progress' })));
    const { extension = [] } = items.find(({ linkId }) => linkId === scoreLinkId(score.scale))!;
    const expression = (url: string) =>
      extension.find((one) => one.url === url)!.valueExpression!.expression;
    const row = score.row === undefined ? [] : rowOf(form, resource, { score, release });
    const points = evaluate(expression(FHIR.variable), resource, { row });
    return evaluate(expression(FHIR.calculatedExpression), resource, { points });
  };
}

/** The row of a roster, with its types as fhirpath keeps them. */
function rowOf(
  form: CompiledForm,
  resource: unknown,
  { score, release }: { score: Score; release: 'R4' | 'R5' },
) {
  const first = form.pkg.scales.find(({ id }) => id === score.scale)!.items[0]!;
  const { linkId } = form.items[form.byLinkId.get(first)!.roster!]!;
  const path = `(item | item.item).where(linkId = '${linkId}')`;
  const options = { resolveInternalTypes: false };
  const rows = fhirpath.evaluate(resource, path, {}, MODELS[release], options) as unknown[];
  return rows[score.row!];
}

function withoutScores<Each extends { item?: ResponseItem[] | undefined }>(of: Each): Each {
  const { item } = of;
  if (!item) return of;
  return {
    ...of,
    item: item.filter(({ linkId }) => !linkId.startsWith(scoreLinkId(''))).map(withoutScores),
  };
}
