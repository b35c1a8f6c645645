import { studentTTails, twoSided } from '@tirek/statistics';
import type { MakeSection, Slip } from './made-up-report.ts';
import { WORDS } from './words.ts';
import { writtenIn } from './written.ts';

type Rows = readonly (readonly string[])[];

const table = (title: string, rows: Rows) => ({ kind: 'table' as const, title, rows });
const text = (said: string) => ({ kind: 'text' as const, text: said });

/** The same rows with one cell changed. */
const withCell = (rows: Rows, [row, column]: readonly [number, number], cell: string): Rows =>
  rows.map((cells, at) =>
    at === row ? cells.map((old, place) => (place === column ? cell : old)) : cells,
  );

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** A question with one answer: counts, percentages of all or of those who answered, sometimes a total, sometimes pairs. */
const frequencies: MakeSection = ({ dice, language, n }) => {
  const words = WORDS[language];
  const { number } = writtenIn(language);
  const options = dice.shuffle(words.options).slice(0, dice.between(3, 6));
  const missing = dice.between(0, 2) === 0 ? dice.between(2, 9) : 0;
  const counts = dice.split(n - missing, options.length);
  const decimals = dice.between(1, 2);
  const base = n - missing;
  const isPaired = dice.between(0, 1) === 0;
  const hasTotal = missing === 0 && dice.between(0, 2) > 0;
  const share = (count: number) => number((100 * count) / base, decimals);
  const rowOf = (label: string, count: number, percent = share(count)) =>
    isPaired ? [label, `${number(count)} (${percent})`] : [label, number(count), percent];
  const head = isPaired ? [words.answer, 'n (%)'] : [words.answer, words.count, '%'];
  const rowsWith = (
    wrong: { row: number; count?: number; percent?: string } | null,
    total = n,
  ): Rows => [
    head,
    ...options.map((option, row) => {
      const count = counts[row] ?? 0;
      return wrong?.row === row
        ? rowOf(option, wrong.count ?? count, wrong.percent ?? share(count))
        : rowOf(option, count);
    }),
    ...(missing > 0
      ? [isPaired ? [words.noAnswer, number(missing)] : [words.noAnswer, number(missing), '']]
      : []),
    ...(hasTotal ? [rowOf(words.total, total, number(100, decimals))] : []),
  ];
  const title = `${words.tableWord(dice.between(1, 30))} (n = ${number(n)})`;
  const row = dice.between(0, options.length - 1);
  const count = counts[row] ?? 0;
  const wrongShare = number((100 * count) / base + dice.pick([-2.3, 1.7, 3.4]), decimals);
  const slips: Slip[] = [
    {
      what: 'percentage of a frequency table',
      block: table(title, rowsWith({ row, percent: wrongShare.replace('-', '') })),
    },
    {
      what: 'count of a frequency table',
      block: table(title, rowsWith({ row, count: count + Math.max(4, Math.round(0.04 * n)) })),
    },
  ];
  if (hasTotal)
    slips.push({ what: 'total of a frequency table', block: table(title, rowsWith(null, n + 7)) });
  return { block: table(title, rowsWith(null)), slips };
};

/** A question with several answers: percentages of people, past 100 together. */
const severalAnswers: MakeSection = ({ dice, language, n }) => {
  const words = WORDS[language];
  const { number } = writtenIn(language);
  const options = dice.shuffle(words.needs).slice(0, dice.between(4, 6));
  const counts = options.map(() => dice.between(Math.ceil(0.1 * n), Math.floor(0.8 * n)));
  const rows: Rows = [
    [words.need, words.count, words.percentOfPeople],
    ...options.map((option, row) => [
      option,
      number(counts[row] ?? 0),
      number((100 * (counts[row] ?? 0)) / n, 1),
    ]),
  ];
  const title = `${words.tableWord(dice.between(1, 30))} (${words.severalAnswers}; n = ${number(n)})`;
  const row = dice.between(0, options.length - 1);
  const wrong = number((100 * (counts[row] ?? 0)) / n + 2.6, 1);
  return {
    block: table(title, rows),
    slips: [
      {
        what: 'percentage of several answers',
        block: table(title, withCell(rows, [row + 1, 2], wrong)),
      },
    ],
  };
};

/** Children by region and sex, with totals both ways and sometimes a row inside another. */
const regions: MakeSection = ({ dice, language }) => {
  const words = WORDS[language];
  const { number } = writtenIn(language);
  const names = dice.shuffle(words.regions).slice(0, dice.between(4, 7));
  const girls = names.map(() => dice.between(3, 60));
  const boys = names.map(() => dice.between(3, 60));
  const inner = dice.between(0, 1) === 0;
  const rows: Rows = [
    [words.region, words.girls, words.boys, words.total],
    ...names.map((name, at) => [
      name,
      number(girls[at] ?? 0),
      number(boys[at] ?? 0),
      number((girls[at] ?? 0) + (boys[at] ?? 0)),
    ]),
    ...(inner ? [[`${words.ofWhich} ${words.city}`, '1', '1', '2']] : []),
    [words.total, number(sumOf(girls)), number(sumOf(boys)), number(sumOf(girls) + sumOf(boys))],
  ];
  const title = words.tableWord(dice.between(1, 30));
  const row = dice.between(1, names.length);
  const cell = number((girls[row - 1] ?? 0) + dice.between(2, 20));
  const total = number(sumOf(boys) + dice.between(1, 9));
  return {
    block: table(title, rows),
    slips: [
      { what: 'cell of a table with totals', block: table(title, withCell(rows, [row, 1], cell)) },
      {
        what: 'total of a column',
        block: table(title, withCell(rows, [rows.length - 1, 2], total)),
      },
    ],
  };
};

/** Shares of each region's own people. */
const rowShares: MakeSection = ({ dice, language }) => {
  const words = WORDS[language];
  const { number } = writtenIn(language);
  const names = dice.shuffle(words.regions).slice(0, dice.between(4, 7));
  const rows: Rows = [
    [words.region, words.asked, words.distressed, '%'],
    ...names.map((name) => {
      const asked = dice.between(20, 99);
      const some = dice.between(3, asked - 3);
      return [name, number(asked), number(some), number((100 * some) / asked, 1)];
    }),
  ];
  const title = words.tableWord(dice.between(1, 30));
  const row = dice.between(1, names.length);
  const wrong = number(Number((rows[row]?.[3] ?? '0').replace(',', '.')) + 3.2, 1);
  return {
    block: table(title, rows),
    slips: [{ what: 'percentage of a row', block: table(title, withCell(rows, [row, 3], wrong)) }],
  };
};

/** Answers from 1 to 5 in whole percentages with their mean. */
const scale: MakeSection = ({ dice, language, n }) => {
  const words = WORDS[language];
  const { number, percent } = writtenIn(language);
  const items = dice.shuffle(words.items).slice(0, 5);
  const made = items.map((item) => {
    const counts = dice.split(n, 5);
    const mean = sumOf(counts.map((count, at) => count * (at + 1))) / n;
    return [item, ...counts.map((count) => percent((100 * count) / n, 0)), number(mean, 1)];
  });
  const rows: Rows = [[words.item, '1', '2', '3', '4', '5', words.mean], ...made];
  const title = words.tableWord(dice.between(1, 30));
  const row = dice.between(1, items.length);
  const mean = number(Number((rows[row]?.[6] ?? '0').replace(',', '.')) + 0.4, 1);
  return {
    block: table(title, rows),
    slips: [
      {
        what: 'share of an answer',
        block: table(
          title,
          withCell(rows, [row, 3], percent(Number.parseInt(rows[row]?.[3] ?? '0', 10) + 8, 0)),
        ),
      },
      { what: 'mean of an item', block: table(title, withCell(rows, [row, 6], mean)) },
    ],
  };
};

const countedSentence: MakeSection = ({ dice, language, n }) => {
  const { number, percent } = writtenIn(language);
  const count = dice.between(5, n - 5);
  const say = (share: number) =>
    text(WORDS[language].counted(number(n), number(count), percent(share)));
  const share = (100 * count) / n;
  return {
    block: say(share),
    slips: [
      { what: 'percentage in a sentence', block: say(share > 90 ? share - 4.3 : share + 4.3) },
    ],
  };
};

const wholeSentence: MakeSection = ({ dice, language }) => {
  const { number } = writtenIn(language);
  const parts = [dice.between(40, 80), dice.between(100, 300), dice.between(90, 500)] as const;
  const say = (whole: number) =>
    text(WORDS[language].whole(number(whole), parts.map((part) => number(part)) as never));
  const whole = sumOf(parts);
  return {
    block: say(whole),
    slips: [
      { what: 'whole under its parts', block: say(whole - dice.between(2, 20)) },
      { what: 'whole over its parts', block: say(whole + dice.between(2, 10)) },
    ],
  };
};

const restSentence: MakeSection = ({ dice, language }) => {
  const { percent } = writtenIn(language);
  const first = dice.between(11, 85) + 0.4;
  const say = (rest: number) => text(WORDS[language].rest(percent(first), percent(rest)));
  return {
    block: say(100 - first),
    slips: [{ what: 'rest of all', block: say(100 - first + 3.1) }],
  };
};

const meanSentence: MakeSection = ({ dice, language }) => {
  const { number } = writtenIn(language);
  const say = (mean: number, sd: number) =>
    text(WORDS[language].score(number(mean, 1), number(sd, 1)));
  const mean = dice.between(20, 40) / 10;
  return {
    block: say(mean, 0.9),
    slips: [
      { what: 'mean outside its range', block: say(mean + 4, 0.9) },
      { what: 'standard deviation too large', block: say(mean, 2.9) },
    ],
  };
};

const testSentence: MakeSection = ({ dice, language }) => {
  const { number } = writtenIn(language);
  const df = dice.between(30, 300);
  const t = dice.between(205, 290) / 100;
  const p = twoSided(studentTTails(t, df));
  const say = (shown: number) =>
    text(WORDS[language].test(number(df), number(t, 2), number(shown, 3)));
  return { block: say(p), slips: [{ what: 'p of a test', block: say(p * 10) }] };
};

/** What must never be taken for figures of the survey. */
const noise: MakeSection = ({ dice, language }) => ({
  block: text(dice.pick(WORDS[language].noise)),
  slips: [],
});

/** Weighted percentages do not follow from the counts beside them, and need not. */
const weighted: MakeSection = ({ dice, language, n }) => {
  const words = WORDS[language];
  const { number } = writtenIn(language);
  const counts = dice.split(n, 4);
  const shares = dice.split(1000, 4);
  return {
    block: table(`${words.tableWord(dice.between(1, 30))} (${words.weighted}; n = ${number(n)})`, [
      [words.answer, words.count, '%'],
      ...words.options
        .slice(0, 4)
        .map((option, at) => [option, number(counts[at] ?? 0), number((shares[at] ?? 0) / 10, 1)]),
    ]),
    slips: [],
  };
};

export const SECTIONS: readonly MakeSection[] = [
  frequencies,
  frequencies,
  severalAnswers,
  regions,
  rowShares,
  scale,
  countedSentence,
  wholeSentence,
  restSentence,
  meanSentence,
  testSentence,
  noise,
  noise,
  weighted,
];
