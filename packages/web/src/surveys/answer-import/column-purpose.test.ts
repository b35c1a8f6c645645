import type { ImportMapping } from '@tirek/domain/surveys/answer-import';
import { describe, expect, it } from 'vitest';
import {
  mappingGaps,
  purposeKey,
  purposeOfColumn,
  purposeOfKey,
  withPurpose,
} from './column-purpose.ts';
import { emptyMapping, roleOfTable, withTableRole } from './table-role.ts';

const MAPPING: ImportMapping = {
  version: 1,
  respondents: {
    table: 'women',
    key: 'id',
    language: { column: 'lang' },
    receivedOn: { constant: '2022-05-17' },
    columns: [{ column: 'age', form: 'needs', item: 'age', blank: 'declined' }],
    ticks: [
      {
        form: 'needs',
        item: 'problems',
        columns: { p1: 'housing', p2: 'work' },
        ticked: '+',
        unticked: '-',
        blank: 'declined',
      },
    ],
    ignored: ['sum'],
  },
  rosters: [
    {
      table: 'children',
      form: 'needs',
      roster: 'child',
      parent: 'mother',
      columns: [],
      ticks: [],
      ignored: [],
    },
  ],
};

const women = (column: string) => ({ table: 'women', column });

describe('what a column of an uploaded file is for', () => {
  it.each([
    ['id', 'key'],
    ['lang', 'language'],
    ['age', 'item/needs/age'],
    ['p2', 'tick/needs/problems/work'],
    ['sum', 'ignored'],
    ['new', 'unmapped'],
  ])('%s of the mothers', (column, key) => {
    const purpose = purposeOfColumn(MAPPING, 'women', column);
    expect(purposeKey(purpose)).toBe(key);
    expect(purposeOfKey(key)).toEqual(purpose);
  });

  it('changes, and what the column was before is forgotten', () => {
    const changed = withPurpose(MAPPING, women('age'), { kind: 'ignored' });
    expect(changed.respondents.columns).toEqual([]);
    expect(changed.respondents.ignored).toEqual(['sum', 'age']);
  });

  it('joins the ticks of its question and keeps how a tick is written', () => {
    const changed = withPurpose(MAPPING, women('p3'), {
      kind: 'tick',
      form: 'needs',
      item: 'problems',
      option: 'papers',
    });
    expect(changed.respondents.ticks).toEqual([
      {
        ...MAPPING.respondents.ticks[0],
        columns: { p1: 'housing', p2: 'work', p3: 'papers' },
      },
    ]);
  });

  it('takes an empty cell of a new column as its neighbours do', () => {
    const changed = withPurpose(MAPPING, women('kids'), {
      kind: 'item',
      form: 'needs',
      item: 'kids',
    });
    expect(changed.respondents.columns.at(-1)).toMatchObject({ column: 'kids', blank: 'declined' });
  });

  it('leaves a gap that is asked for when the numbering column becomes a question', () => {
    const changed = withPurpose(MAPPING, women('id'), {
      kind: 'item',
      form: 'needs',
      item: 'kids',
    });
    expect(mappingGaps(changed)).toEqual([{ kind: 'key', table: 'women' }]);
    expect(mappingGaps(MAPPING)).toEqual([]);
  });

  it('falls back to one language for all when the column of languages is freed', () => {
    const changed = withPurpose(MAPPING, women('lang'), { kind: 'ignored' });
    expect(changed.respondents.language).toEqual({ constant: 'ru' });
  });

  it('knows the mother of a child in the table of a roster', () => {
    expect(purposeOfColumn(MAPPING, 'children', 'mother')).toEqual({ kind: 'parent' });
    const changed = withPurpose(MAPPING, { table: 'children', column: 'no' }, { kind: 'order' });
    expect(changed.rosters[0]).toMatchObject({ order: 'no', parent: 'mother' });
  });
});

describe('what a table holds', () => {
  const table = (name: string, ...columns: string[]) => ({
    name,
    rows: 2,
    columns: columns.map((column) => ({ name: column, values: [], distinct: 0, blank: 0 })),
  });

  it('is for a human to say where nothing was recognised', () => {
    const mapping = emptyMapping([table('small', 'a'), table('large', 'no', 'x')]);
    expect(mapping && roleOfTable(mapping, 'large')).toEqual({ kind: 'respondents' });
    expect(mapping && roleOfTable(mapping, 'small')).toEqual({ kind: 'unused' });
  });

  it('begins anew with another role', () => {
    const changed = withTableRole(MAPPING, table('children', 'mother', 'age'), { kind: 'unused' });
    expect(changed.rosters).toEqual([]);
    const again = withTableRole(changed, table('children', 'mother', 'age'), {
      kind: 'roster',
      form: 'needs',
      roster: 'child',
    });
    expect(again.rosters).toMatchObject([{ table: 'children', parent: 'mother', columns: [] }]);
  });
});
