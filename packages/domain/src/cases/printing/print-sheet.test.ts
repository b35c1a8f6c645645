import { expect, it } from 'vitest';
import type { CaseEntry } from '../case-entry.ts';
import { foldCase, NO_LIFE, printSheet, type SheetKind, USUAL_CASE_SETTINGS } from '../index.ts';

const id = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const TODAY = '2026-11-29';
const written = (at: number, entry: object): CaseEntry =>
  ({
    ...{ id: id(100 + at), version: 1, personId: null, recordedBy: id(3), recordedOn: TODAY },
    ...{ recordedAt: `${TODAY}T05:00:${String(at).padStart(2, '0')}.000Z`, ...entry },
  }) as CaseEntry;
const words = (text: string) => ({ text, body: '' });
const need = (at: number, held: object | null) =>
  written(at, {
    ...{ kind: 'need', subjectId: id(10 + at), state: 'open', words: words('Куәлік жоқ') },
    value: { category: 'papers', severity: 'severe', voice: 'person', notedOn: TODAY, held },
  });
const held = { body: 'clinic', dueOn: '2026-12-15' };
const ENTRIES = [
  written(0, {
    ...{ kind: 'case', subjectId: id(1), state: 'open', personId: id(2), words: null },
    value: { attention: 'usual', openedOn: TODAY },
  }),
  ...Array.from({ length: 9 }, (_, at) => need(1 + at, at === 8 ? null : held)),
  written(20, {
    ...{ kind: 'note', subjectId: id(60), state: 'written', words: words('Құпия әңгіме') },
    value: { form: 'visit', heldOn: TODAY, outcome: 'met' },
  }),
  written(21, {
    ...{ kind: 'question', subjectId: id(61), state: 'asked', words: words('Құпия сұрақ') },
    value: {},
  }),
];

const printed = (kind: SheetKind) =>
  printSheet(foldCase(ENTRIES), {
    ...{ kind, language: 'en', familyId: id(1), today: TODAY, life: NO_LIFE },
    ...{ settings: USUAL_CASE_SETTINGS, family: 'Сейітова', holder: 'Сәуле' },
    members: [{ personId: id(2), name: { family: '', given: 'Мәдина', patronymic: '' } }],
  });

it('keeps the one page to what fits, what is nobody’s first, and says how much is left out', () => {
  const [needs] = printed('summary').parts;
  expect(needs?.items).toHaveLength(7);
  expect(needs?.items[0]).toMatchObject({ note: 'nobody answers for it yet', isWorry: true });
  expect(needs?.more).toBe('The rest is in the program, entries: 2.');
});

it('leaves nothing open out of what goes with a family that is handed over, and both colleagues sign', () => {
  const sheet = printed('hand-over');
  expect(sheet.parts[0]?.items).toHaveLength(9);
  expect(sheet.parts[0]?.more).toBe('');
  expect(sheet.signatures).toEqual(['Hands over', 'Takes over']);
});

it('takes no note and no question out of the house, though it says that there were some', () => {
  for (const kind of ['summary', 'hand-over'] as const) {
    const sheet = JSON.stringify(printed(kind));
    expect(sheet).not.toContain('Құпия');
    expect(sheet).toContain('Home visit');
  }
});
