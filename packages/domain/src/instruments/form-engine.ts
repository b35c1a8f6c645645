/**
 * Runs a form on the phone and on the server alike: which screens are shown, what is wrong, what is missing,
 * and the answers as they are sent. No parser, no validator library, no clock: `today` is handed in.
 */
import {
  type Answers,
  type AnswerValue,
  isAbsent,
  isAnswered,
  isComputedAbsence,
} from './answers.ts';
import { UNUSABLE, wrongWith } from './check-answer.ts';
import { closureOf, type Value } from './expression-closure.ts';
import type { BundleItem, BundleType, FormBundle } from './form-bundle.ts';
import type { CheckFinding, OpenedForm, Question, QuestionType, Screen } from './opened-form.ts';

/** The answer at a screen's path, or undefined. */
export function answerAt(answers: Answers, path: string): AnswerValue | undefined {
  const [first = '', index, linkId] = path.split('/');
  const value = answers[first];
  return index === undefined ? value : (value as Answers[] | undefined)?.[+index]?.[linkId ?? ''];
}

/** A copy of the answers with one of them set, or taken away (`undefined`). A row that is not there yet is made. */
export function withAnswer(
  answers: Answers,
  path: string,
  value: AnswerValue | undefined,
): Answers {
  const [first = '', index, linkId = ''] = path.split('/');
  if (index !== undefined) {
    const rows = [...((answers[first] as Answers[] | undefined) ?? [])];
    while (rows.length <= +index) rows.push({});
    rows[+index] = withAnswer(rows[+index]!, linkId, value);
    return { ...answers, [first]: rows };
  }
  const { [first]: _, ...others } = answers;
  return value === undefined ? others : { ...others, [first]: value };
}

const TYPES: Record<Exclude<BundleType, 'g'>, QuestionType> = {
  p: 'display',
  b: 'boolean',
  i: 'integer',
  n: 'decimal',
  d: 'date',
  t: 'text',
  c: 'choice',
  m: 'multi-choice',
  r: 'roster',
};

function questionOf(item: BundleItem, { i: items, m: reasons, o: lists }: FormBundle) {
  const { y, a, z = null, p } = item;
  if (y === 'g') return null;
  const parent = p === undefined ? undefined : items[p];
  const group = parent?.y === 'r' && parent.p !== undefined ? items[parent.p] : parent;
  const only = (type: BundleType) => (y === type ? z : null);
  return {
    linkId: item.k,
    type: TYPES[y],
    text: item.x ?? '',
    help: item.h ?? null,
    heading: group?.y === 'g' ? (group.x ?? null) : null,
    options: (item.o === undefined ? [] : lists[item.o]!).map(([id, text, alone]) => ({
      id,
      text,
      exclusive: !!alone,
    })),
    maxChoices: only('m'),
    min: a?.[0] ?? null,
    max: a?.[1] ?? null,
    decimals: only('n'),
    maxLength: only('t'),
    multiline: !!item.w,
    precision: y === 'd' ? (z === 4 ? 'year' : z === 7 ? 'month' : 'day') : null,
    maxRows: only('r'),
    required: !!item.r,
    missing: item.m ?? reasons,
  } satisfies Question;
}

const isBlank = (value: AnswerValue | undefined) =>
  value === undefined ||
  isComputedAbsence(value) ||
  (typeof value === 'string' ? !value.trim() : Array.isArray(value) && !value.length);

/**
 * Opens a form for answering. Nothing is kept between calls but work space: the answers are handed in each time.
 * `today` is `YYYY-MM-DD`; without it, expressions that ask for today yield nothing.
 */
export function openForm(bundle: FormBundle, today: string | null = null): OpenedForm {
  const items = bundle.i;
  const rosterOf = items.map(({ p }) => (p !== undefined && items[p]!.y === 'r' ? p : null));
  const childrenOf = (roster: number) =>
    items.flatMap((_, slot) => (rosterOf[slot] === roster ? [slot] : []));
  const children = items.map(({ y }, slot) => (y === 'r' ? childrenOf(slot) : []));
  const limits = items.map((item) => {
    const list = item.o === undefined ? [] : bundle.o[item.o]!;
    return {
      options: list.map(([id]) => id),
      exclusive: list.filter(([, , alone]) => alone).map(([id]) => id),
      reasons: item.m ?? bundle.m,
    };
  });
  const asked = items.map((item) => questionOf(item, bundle));

  // Work space: the answers being looked at, and what was worked out about them so far.
  const given: (AnswerValue | undefined)[] = [];
  const shownMemo: (boolean | undefined)[] = [];
  const valueMemo: (Value | undefined)[] = [];
  const rowOf: number[] = [];

  const place = (slots: number[], answers: Answers) => {
    for (const slot of slots) {
      given[slot] = answers[items[slot]!.k];
      shownMemo[slot] = valueMemo[slot] = undefined;
    }
  };
  const rowsOf = (roster: number) => {
    const rows = given[roster];
    return isShown(roster) && Array.isArray(rows) ? (rows as Answers[]) : [];
  };
  const enter = (roster: number, row: number) => {
    rowOf[roster] = row;
    place(children[roster]!, rowsOf(roster)[row] ?? {});
  };
  const eachRow = (roster: number, visit: (row: number) => void) => {
    const before = rowOf[roster]!;
    rowsOf(roster).forEach((_, row) => {
      enter(roster, row);
      visit(row);
    });
    enter(roster, before);
  };

  const around = { value: readValue, isDeclined, eachRow, today };
  const closures = items.map(({ e, c, q = [] }) => ({
    enabled: e === undefined ? null : closureOf(e, around),
    calculation: c === undefined ? null : closureOf(c, around),
    constraints: q.map(([severity, id, is, text]) => ({
      severity,
      isHeld: closureOf(is, around),
      says: { constraint: id, text },
    })),
  }));
  const signals = (bundle.g ?? []).map((when) => closureOf(when, around));

  function isShown(slot: number): boolean {
    const { p } = items[slot]!;
    const { enabled } = closures[slot]!;
    shownMemo[slot] ??= (p === undefined || isShown(p)) && (!enabled || enabled() === true);
    return shownMemo[slot];
  }

  /** A value that is hidden, blank, absent or of the wrong kind is nothing to an expression. */
  function readValue(slot: number): Value {
    if (valueMemo[slot] !== undefined) return valueMemo[slot];
    const { calculation } = closures[slot]!;
    const value = given[slot];
    let found: Value = null;
    if (isShown(slot)) {
      if (calculation) found = calculation();
      else if (isAnswered(value) && !isBlank(value)) {
        const wrong = wrongWith(value, items[slot]!, limits[slot]!);
        if (!wrong || !UNUSABLE.includes(wrong.code)) found = value as Value;
      }
    }
    valueMemo[slot] = found;
    return found;
  }

  function isDeclined(slot: number): Value {
    const value = given[slot];
    if (!isShown(slot) || value === undefined || isComputedAbsence(value)) return null;
    return isAbsent(value) && value.absent === 'declined';
  }

  const rootSlots = items.flatMap((_, slot) => (rosterOf[slot] === null ? [slot] : []));

  /** Visits every item in document order, those of a roster once in each row. */
  const walk = (
    answers: Answers,
    visit: (slot: number, path: string, row: number | null) => void,
  ) => {
    place(rootSlots, answers);
    for (const slot of rootSlots) {
      rowOf[slot] = -1;
      visit(slot, items[slot]!.k, null);
      if (children[slot]!.length) {
        eachRow(slot, (row) => {
          for (const child of children[slot]!) {
            visit(child, `${items[slot]!.k}/${row}/${items[child]!.k}`, row);
          }
        });
      }
    }
  };

  const isAsked = (slot: number) =>
    asked[slot] !== null && !closures[slot]!.calculation && isShown(slot);

  const heading = (slot: number, row: number | null) => {
    const roster = rosterOf[slot];
    if (roster === null || roster === undefined || row === null) return null;
    const { k, j = '{n}' } = items[roster]!;
    return { roster: k, index: row, heading: j.replace('{n}', `${row + 1}`) };
  };

  /** What is sent for one item; the rows of a roster are filled in by `complete`. */
  const sent = (slot: number): AnswerValue => {
    const { y, o } = items[slot]!;
    if (!isShown(slot)) return { absent: 'not-shown' };
    if (closures[slot]!.calculation) return readValue(slot) ?? { absent: 'unknown' };
    const value = given[slot];
    if (value === undefined || isBlank(value)) return { absent: 'not-reached' };
    if (y === 't') return typeof value === 'string' ? value.trim() : value;
    if (y !== 'm' || !Array.isArray(value) || o === undefined) return value;
    const order = limits[slot]!.options;
    return [...(value as string[])].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  };

  return {
    code: bundle.f[0],
    version: bundle.f[1],
    language: bundle.l,
    title: bundle.t,
    notice: bundle.n ?? null,
    isDraft: !!bundle.d,

    questions(answers) {
      const screens: Screen[] = [];
      walk(answers, (slot, path, row) => {
        const { s } = items[slot]!;
        if (isAsked(slot)) {
          const suggested = s === undefined ? null : readValue(s);
          screens.push({
            path,
            question: asked[slot]!,
            row: heading(slot, row),
            suggestedRows: typeof suggested === 'number' ? suggested : null,
          });
        }
      });
      return screens;
    },

    check(answers) {
      const found: { hard: CheckFinding[]; soft: CheckFinding[] } = { hard: [], soft: [] };
      walk(answers, (slot, path) => {
        const value = given[slot];
        const wrong =
          isAsked(slot) && value !== undefined && !isBlank(value)
            ? wrongWith(value, items[slot]!, limits[slot]!)
            : null;
        if (wrong) found.hard.push({ path, ...wrong });
        for (const { severity, isHeld, says } of closures[slot]!.constraints) {
          if (isShown(slot) && isHeld() === false) {
            found[severity].push({ path, code: 'constraint', ...says });
          }
        }
      });
      return found;
    },

    signals(answers) {
      place(rootSlots, answers);
      return signals.flatMap((isHeld, number) => (isHeld() === true ? [number] : []));
    },

    missing(answers) {
      const paths: { path: string; required: boolean }[] = [];
      walk(answers, (slot, path) => {
        if (items[slot]!.y !== 'p' && isAsked(slot) && isBlank(given[slot])) {
          paths.push({ path, required: !!items[slot]!.r });
        }
      });
      return paths;
    },

    complete(answers) {
      const whole: Answers = {};
      walk(answers, (slot, _, row) => {
        const { k, y, p } = items[slot]!;
        if (y === 'g' || y === 'p') return;
        const value = sent(slot);
        if (row !== null) (whole[items[p!]!.k] as Answers[])[row]![k] = value;
        else if (y === 'r' && Array.isArray(value)) whole[k] = value.map(() => ({}));
        else whole[k] = value;
      });
      return whole;
    },
  };
}
