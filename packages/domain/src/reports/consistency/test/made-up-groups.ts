import type { Block, MakeSection } from './made-up-report.ts';
import { WORDS } from './words.ts';
import { writtenIn } from './written.ts';

type Rows = readonly (readonly string[])[];

const table = (title: string, rows: Rows): Block => ({ kind: 'table', title, rows });
const text = (said: string): Block => ({ kind: 'text', text: said });
const several = (...blocks: readonly Block[]): Block => ({ kind: 'several', blocks });

/** Children of each region by classes of age that follow each other. */
const ageClasses: MakeSection = ({ dice, language }) => {
  const words = WORDS[language];
  const { number } = writtenIn(language);
  const starts = [0, 3, 7, 11, 15, 18];
  const classes = dice.between(3, 5);
  const headsWith = (step: number) =>
    Array.from(
      { length: classes },
      (_, at) => `${starts[at]}–${(starts[at + 1] ?? 0) - step} ${words.years}`,
    );
  const rows = dice
    .shuffle(words.regions)
    .slice(0, dice.between(4, 6))
    .map((name) => [name, ...Array.from({ length: classes }, () => number(dice.between(1, 40)))]);
  const write = (step: number) =>
    table(`${words.tableWord(dice.between(31, 39))}. ${words.ages}`, [
      [words.region, ...headsWith(step)],
      ...rows,
    ]);
  return { block: write(1), slips: [{ what: 'classes that share limits', block: write(0) }] };
};

/** What people do, what those earn who work, and a sentence about it. */
const earnings: MakeSection = ({ dice, language, n }) => {
  const words = WORDS[language];
  const { number, percent } = writtenIn(language);
  const idle = Math.round(n * (dice.between(40, 60) / 100));
  const [full = 0, part = 0, self = 0] = dice.split(n - idle, 3);
  const share = (count: number, base: number) => number((100 * count) / base, 1);
  const doing: readonly (readonly [string, number])[] = [
    [words.occupations[0], full],
    [words.occupations[1], part],
    [words.occupations[2], self],
    [words.notWorking, idle],
  ];
  const occupation = table(`${words.tableWord(dice.between(40, 49))}. ${words.occupation}`, [
    [words.answer, words.count, '%'],
    ...doing.map(([label, count]) => [label, number(count), share(count, n)]),
  ]);
  const earn = (answered: number) => {
    const high = Math.max(4, Math.round(answered * 0.07));
    const middle = Math.max(4, Math.round(answered * 0.23));
    return [answered - middle - high, middle, high];
  };
  const title = `${words.tableWord(dice.between(50, 59))}. ${words.income}`;
  const incomes = (answered: number) =>
    table(title, [
      [words.answer, words.count, '%'],
      ...earn(answered).map((count, at) => [
        words.incomes[at] ?? '',
        number(count),
        share(count, answered),
      ]),
      [words.noAnswer, number(n - answered), ''],
    ]);
  const working = n - idle;
  const low = percent((100 * (earn(working)[0] ?? 0)) / working, 1);
  const whole = text(words.surveyed(number(n)));
  const rightSentence = text(words.earnedOfSome(low));
  return {
    block: several(whole, occupation, incomes(working), rightSentence),
    slips: [
      {
        what: 'percentage of fewer than it says',
        block: several(whole, occupation, incomes(working), text(words.earnedOfAll(low))),
      },
      {
        what: 'more answers than people asked',
        block: several(whole, occupation, incomes(working + 3)),
      },
    ],
  };
};

/** A word for a share with its percentage. */
const wordedShare: MakeSection = ({ dice, language }) => {
  const { percent } = writtenIn(language);
  const words = WORDS[language];
  const share = dice.between(521, 880) / 10;
  const isMost = dice.between(0, 1) === 0;
  const say = (value: number) => text((isMost ? words.most : words.few)(percent(value)));
  return {
    block: say(isMost ? share : 100 - share),
    slips: [{ what: 'word beside a percentage', block: say(isMost ? 100 - share : share) }],
  };
};

export const GROUP_SECTIONS: readonly MakeSection[] = [ageClasses, earnings, wordedShare];
