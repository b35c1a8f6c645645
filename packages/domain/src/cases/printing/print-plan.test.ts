import { expect, it } from 'vitest';
import type { CaseEntry } from '../case-entry.ts';
import { foldCase } from '../index.ts';
import { printPlan } from './print-plan.ts';

const id = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const TODAY = '2026-11-29';
const written = (at: number, entry: object): CaseEntry =>
  ({
    ...{ id: id(100 + at), version: 1, personId: null, recordedBy: id(3), recordedOn: TODAY },
    ...{ recordedAt: `${TODAY}T05:00:0${at}.000Z`, ...entry },
  }) as CaseEntry;
const words = (text: string, body = '') => ({ text, body });

const held = { body: 'justice-office', dueOn: '2026-12-15' };
const said = { severity: 'severe', voice: 'person', notedOn: TODAY };
const CASE = foldCase([
  written(0, {
    ...{ kind: 'case', subjectId: id(1), state: 'open', personId: id(2), words: null },
    value: { attention: 'usual', openedOn: TODAY },
  }),
  written(1, {
    ...{ kind: 'need', subjectId: id(10), state: 'open', words: words('Куәлік жоқ', 'Сот') },
    value: { category: 'papers', ...said, held },
  }),
  written(2, {
    ...{ kind: 'need', subjectId: id(11), state: 'open', words: words('') },
    value: { category: 'school', ...said, held: null },
  }),
  written(3, {
    ...{ kind: 'goal', subjectId: id(12), state: 'open', words: words('Төлем алады') },
    value: { needs: [id(10)] },
  }),
  written(4, {
    ...{ kind: 'action', subjectId: id(13), state: 'open', words: words('Өтініш беру') },
    value: { goal: id(12), body: 'centre', dueOn: '2026-12-10', endedOn: null, reason: null },
  }),
  written(5, {
    ...{ kind: 'note', subjectId: id(14), state: 'written', words: words('Құпия әңгіме') },
    value: { form: 'visit', heldOn: TODAY, outcome: 'met' },
  }),
]);

const printed = printPlan(CASE, {
  ...{ language: 'ru', today: TODAY, family: 'Сейітова', holder: 'Сәуле' },
  ...{ members: ['Мәдина', 'Әсел'], name: () => 'Мәдина' },
});

it('prints what is needed, in whose hands it is, and what is nobody’s', () => {
  expect(printed.needs.items.map(({ text, held: by, isNobodys }) => [text, by, isNobodys])).toEqual(
    [
      ['Куәлік жоқ', 'Сот, срок 15 декабря 2026\u202fг.', false],
      ['', 'пока никто не отвечает', true],
    ],
  );
});

it('prints goals with their steps, and says that nobody agreed to them yet', () => {
  expect(printed.goals.items).toEqual([
    {
      text: 'Төлем алады',
      answers: 'Документы и правовой статус',
      steps: [['Өтініш беру', 'Специалист семьи', '10 декабря 2026\u202fг.', 'предстоит']],
    },
  ]);
  expect(printed.standing).toContain('Черновик');
});

it('takes no note out of the house', () => {
  expect(JSON.stringify(printed)).not.toContain('Құпия');
});
