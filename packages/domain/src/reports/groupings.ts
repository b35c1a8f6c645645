import type { CompiledForm } from '../instruments/index.ts';
import { formatNumber, LANGUAGE_NAMES } from '../text/index.ts';
import type { WaveResponse } from './facts.ts';
import { chosenOptions, numbersOf, observe } from './observations.ts';
import { isCategorical, isInScale } from './sections/questions.ts';
import { listVariables, type Speech, type Variable } from './variables.ts';

/** A way of dividing respondents: by language, by an answer, by classes of a number. */
export type Grouping = {
  readonly id: string;
  readonly label: string;
  readonly groups: ReadonlyArray<{ readonly id: string; readonly label: string }>;
  /** Group of each respondent; null where the answer is missing. */
  readonly of: ReadonlyArray<string | null>;
};

/** A number is cut into at most this many classes between its 5th and its 95th hundredth; the ends are open. */
const MOST_CLASSES = 4;
const EDGE = 0.05;
/** Widths people count in. */
const WIDTHS = [1, 2, 5, 10, 20, 50, 100, 1000, 10_000, 100_000, 1_000_000];
/** Neighbouring classes with fewer cases are put together. */
const CLASS_CASES = 10;

/** Every way of dividing respondents that a form asked once and that makes at least two groups. */
export function listGroupings(
  responses: readonly WaveResponse[],
  forms: readonly CompiledForm[],
  speech: Speech,
): Grouping[] {
  const asked = forms
    .flatMap((form) => listVariables(form, speech))
    .filter((variable) => variable.roster === null && !isInScale(variable))
    .flatMap((variable) => groupingOf(responses, variable, speech) ?? []);
  return [byLanguage(responses, speech), ...asked].filter(({ groups }) => groups.length > 1);
}

function byLanguage(responses: readonly WaveResponse[], { t }: Speech): Grouping {
  const languages = [...new Set(responses.map(({ language }) => language))].sort();
  return {
    id: 'language',
    label: t('languages.title'),
    groups: languages.map((id) => ({ id, label: LANGUAGE_NAMES[id] })),
    of: responses.map(({ language }) => language),
  };
}

function groupingOf(
  responses: readonly WaveResponse[],
  variable: Variable,
  speech: Speech,
): Grouping | null {
  const named = { id: `${variable.form.code}-${variable.linkId}`, label: variable.label };
  const observations = observe(responses, variable);
  if (variable.type === 'integer') {
    return { ...named, ...classesOf(numbersOf(observations), speech) };
  }
  if (!isCategorical(variable)) return null;
  const isYesNo = variable.type === 'boolean';
  const of = isYesNo
    ? observations.map((o) => (o.kind === 'answered' ? String(o.value) : null))
    : chosenOptions(observations);
  const options = isYesNo
    ? [
        { id: 'true', label: speech.t('yes') },
        { id: 'false', label: speech.t('no') },
      ]
    : variable.options;
  return { ...named, of, groups: options.filter(({ id }) => of.includes(id)) };
}

/** Half-open classes of equal width with round limits; thin ones join their neighbour. */
function classesOf(
  values: readonly (number | null)[],
  { t, language }: Speech,
): Pick<Grouping, 'groups' | 'of'> {
  const present = values.filter((value) => value !== null);
  if (present.length === 0) return { groups: [], of: values.map(() => null) };
  const starts = startsOf(present);
  const write = (value: number) => formatNumber(value, language);
  const groups = starts.map((from, i) => {
    const next = starts[i + 1];
    // What stands at either end has no limit there: joined classes may reach far.
    if (next === undefined) return { id: `from-${from}`, label: t('bands.from', { from }) };
    if (i === 0) return { id: `below-${next}`, label: t('groups.below', { below: next }) };
    const last = next - 1;
    const label = last === from ? write(from) : `${write(from)}\u2013${write(last)}`;
    return { id: `from-${from}`, label };
  });
  const place = (value: number) => starts.findLastIndex((from) => value >= from);
  return {
    groups,
    of: values.map((value) =>
      value === null ? null : (groups[Math.max(0, place(value))]?.id ?? null),
    ),
  };
}

/** Where each class begins, thin ones already joined. */
function startsOf(present: readonly number[]): number[] {
  const sorted = present.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] as number;
  const [low, high] = [at(EDGE), at(1 - EDGE)];
  const classOf = (value: number, width: number) => Math.floor(value / width);
  const width =
    WIDTHS.find((w) => classOf(high, w) - classOf(low, w) < MOST_CLASSES) ?? high - low + 1;
  const starts: number[] = [];
  let waiting = 0;
  for (let i = classOf(low, width); i <= classOf(high, width); i += 1) {
    if (waiting === 0) starts.push(i * width);
    waiting += present.filter((value) => classOf(value, width) === i).length;
    if (waiting >= CLASS_CASES) waiting = 0;
  }
  // The last class is thin: it joins the one before.
  if (waiting > 0 && starts.length > 1) starts.pop();
  return starts;
}
