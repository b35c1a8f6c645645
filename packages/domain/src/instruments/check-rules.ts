import type { Answers } from './answers.ts';
import { type CompiledForm, isSafetyItem } from './compiled-form.ts';
import { concludeForm, signalsOf } from './conclude-form.ts';
import { errorAt, type Finding } from './finding.ts';

/**
 * Examines conclusions, signals and informants: worked examples that come out otherwise, an outcome or signal that no
 * example reaches, a question that may mean danger and raises no signal, ages that contradict each other.
 */
export function checkRules(form: CompiledForm): Finding[] {
  return [
    ...form.pkg.examples.flatMap((_, index) => exampleFindings(form, index)),
    ...unreachedFindings(form),
    ...silentSafetyItems(form),
    ...ageFindings(form),
  ];
}

function exampleFindings(form: CompiledForm, index: number): Finding[] {
  const { answers, expected, concluded = [], signals = [] } = form.pkg.examples[index]!;
  const place = `examples[${index}]`;
  const conclusions = concludeForm(form, answers as Answers);
  const wrong = concluded.flatMap((wanted, at) => {
    const got = conclusions.find(
      ({ conclusion, row }) => conclusion === wanted.conclusion && row === wanted.row,
    );
    return got !== undefined && got.outcome === wanted.outcome
      ? []
      : [
          errorAt('example-concludes-otherwise', `${place}.concluded[${at}]`, {
            got: JSON.stringify(got ?? null),
          }),
        ];
  });
  const given = JSON.stringify(signalsOf(form, answers as Answers));
  // Compared as written: the order of keys is the schema's.
  const wantedSignals = JSON.stringify(
    signals.map(({ kind, urgency, items }) => ({ kind, urgency, items })),
  );
  if (given !== wantedSignals) {
    wrong.push(errorAt('example-signals-otherwise', `${place}.signals`, { got: given }));
  }
  if (expected.length + concluded.length + signals.length === 0) {
    wrong.push(errorAt('example-expects-nothing', place));
  }
  return wrong;
}

function unreachedFindings({ pkg, rules }: CompiledForm): Finding[] {
  const { examples } = pkg;
  const outcomes = rules.conclusions.flatMap(({ rule }) =>
    rule.outcomes
      .filter(
        ({ id }) =>
          !examples.some(({ concluded = [] }) =>
            concluded.some((one) => one.conclusion === rule.id && one.outcome === id),
          ),
      )
      .map(({ id }) =>
        errorAt('outcome-without-example', 'examples', { conclusion: rule.id, outcome: id }),
      ),
  );
  const signals = rules.signals
    .filter(
      ({ rule }) =>
        !examples.some(({ signals: given = [] }) =>
          given.some(({ kind, urgency }) => kind === rule.kind && urgency === rule.urgency),
        ),
    )
    .map(({ rule: { kind, urgency } }) =>
      errorAt('signal-without-example', 'examples', { kind, urgency }),
    );
  return [...outcomes, ...signals];
}

function silentSafetyItems({ items, rules }: CompiledForm): Finding[] {
  return items
    .filter(
      (item) =>
        isSafetyItem(item) && !rules.signals.some(({ reads }) => reads.includes(item.linkId)),
    )
    .map(({ place, linkId }) => errorAt('safety-item-without-signal', place, { linkId }));
}

function ageFindings({ pkg }: CompiledForm): Finding[] {
  const { ages, informants } = pkg;
  const all: { at: string; ages: { from: number; to?: number | undefined } }[] = [
    ...(ages ? [{ at: 'ages', ages }] : []),
    ...(informants ?? []).map((one, index) => ({
      at: `informants[${index}].ages`,
      ages: one.ages,
    })),
  ];
  const turned = all
    .filter(({ ages: { from, to } }) => to !== undefined && to < from)
    .map(({ at }) => errorAt('ages-turned-around', at));
  if (!informants || !ages) return turned;
  const from = Math.min(...informants.map((one) => one.ages.from));
  return from === ages.from
    ? turned
    : [...turned, errorAt('ages-differ-from-informants', 'ages.from', { from })];
}
