import type { DisclosurePolicy } from '../disclosure/policy.ts';
import type { Row, Table } from '../report.ts';
import { bandKey, itemKind, scoreKey } from './gather-subjects.ts';
import type { ToldSubject } from './subject.ts';

/** What of a table is told. Everything that a mask does not name stays hidden. */
export type TableMask = {
  /** Whether a cell may be shown. */
  readonly tells: (row: Row, column: string) => boolean;
  /** Rows that are left out without a trace, such as groups that would need protection of their own. */
  readonly leavesOut?: (row: Row) => boolean;
  /** The rows stand in the order of their numbers, which would bound a hidden one. */
  readonly isSorted?: boolean;
  /** Whether the number of cases that a row is computed from may stand beside it; always, if not said. */
  readonly tellsBase?: (row: Row) => boolean;
  /** Whether notes may stay; some repeat numbers. */
  readonly keepsNotes: boolean;
};

type Told = Pick<ToldSubject, 'told'>;

/**
 * Rows of one count with its shares. Reasons of missing answers are left out where few have one; how
 * many did not answer is in the base.
 */
export function maskOfRows({ rows }: Table, { told }: Told, policy: DisclosurePolicy): TableMask {
  const tellsMissing = rows
    .filter(({ role }) => role === 'missing')
    .every(({ cells: [count] }) => isEnough(count, policy));
  return {
    tells: (row) => row.role === 'missing' || told.has(row.id),
    leavesOut: ({ role }) => role === 'missing' && !tellsMissing,
    keepsNotes: true,
  };
}

/** Several answers at once: shares of all answers need the number of all answers. */
export function maskOfTicks(table: Table, subject: Told, policy: DisclosurePolicy): TableMask {
  const rows = maskOfRows(table, subject, policy);
  const tellsTotal = subject.told.has('total');
  return {
    ...rows,
    tells: (row, column) => {
      if (row.role === 'total') return tellsTotal;
      return rows.tells(row, column) && (column !== 'percentOfMentions' || tellsTotal);
    },
    tellsBase: ({ role }) => role !== 'total' || tellsTotal,
    isSorted: true,
    keepsNotes: tellsTotal,
  };
}

/** Numbers of a roster: its rows, and the respondents behind them. */
export function maskOfRosterNumbers(
  table: Table,
  subject: Told,
  { policy, sizes }: { policy: DisclosurePolicy; sizes: Told | null },
): TableMask {
  const rows = maskOfRows(table, subject, policy);
  // How many listed anybody follows from how many listed nobody.
  const tellsParents = sizes?.told.has('0') ?? false;
  return {
    ...rows,
    tells: (row, column) =>
      rows.tells(row, column) && (tellsParents || !PARENT_COLUMNS.includes(column)),
    keepsNotes: tellsParents,
  };
}

const PARENT_COLUMNS = ['respondents', 'percentOfRespondents'];

/** How many were listed in all by those of the last row is no product of two numbers that are shown. */
export function maskOfSizes({ told }: Told): TableMask {
  return {
    tells: (row, column) =>
      row.role === 'total' || (told.has(row.id) && (column !== 'rows' || isSingle(row))),
    keepsNotes: true,
  };
}

const isSingle = ({ id }: Row) => /^\d+$/.test(id);

/**
 * Means and spread of the questions of a table, or of a scale's scores.
 * @param boundTo the subject of a row and the prefix of its mean and spread; null when it is not known
 */
export function maskOfSummary(
  table: Table,
  policy: DisclosurePolicy,
  boundTo: (row: Row) => { readonly subject: ToldSubject; readonly prefix: string } | null,
): TableMask {
  const numberAt = (row: Row, column: string) => {
    const cell = row.cells[table.columns.findIndex(({ id }) => id === column)];
    return typeof cell === 'number' ? cell : null;
  };
  return {
    tells: (row, column) => {
      if (column === 'n' || column === 'missing') return true;
      // Without any spread the mean is everybody's own value.
      if (numberAt(row, 'standardDeviation') === 0) return false;
      const bound = boundTo(row);
      const isTold = (what: string) => bound?.subject.told.has(`${bound.prefix} ${what}`) ?? false;
      switch (column) {
        case 'mean':
        case 'percentOfMaximum':
          return isTold('mean');
        case 'standardDeviation':
          return isTold('spread');
        case 'meanInterval':
          return isTold('mean') && isTold('spread');
        case 'minimum':
        case 'maximum':
          return policy.extremes === 'told';
        case 'alphaCases':
          return isTold('typical') && isEnough(row.n - (numberAt(row, column) ?? 0), policy);
        case 'median':
        case 'lowerQuartile':
        case 'upperQuartile':
        case 'alpha':
          return isTold('typical');
        default:
          return false;
      }
    },
    leavesOut: ({ id }) => id === 'first' || id === 'second',
    keepsNotes: true,
  };
}

/** Every item of a scale: each answer, mean and spread. */
export function maskOfItems({ told }: Told): TableMask {
  return {
    tells: (row, column) => {
      if (column === 'n' || column === 'missing') return true;
      if (column === 'mean') return told.has(`${row.id} mean`);
      if (column === 'standardDeviation') return told.has(`${row.id} spread`);
      return told.has(itemKind(row.id, column.replace(/^option-/, '')));
    },
    keepsNotes: true,
  };
}

export function maskOfLowRatings({ told }: Told): TableMask {
  return {
    tells: (row, column) => column === 'n' || told.has(`${row.id} low`),
    isSorted: true,
    keepsNotes: true,
  };
}

export function maskOfDistribution({ told }: Told, scale: string): TableMask {
  return {
    tells: (row, column) => {
      const key = scoreKey(scale, row.id);
      return told.has(column === 'cumulative' ? `${key} and below` : key);
    },
    keepsNotes: true,
  };
}

export function maskOfBands(
  { told }: Told,
  { scale, set }: { scale: string; set: number },
): TableMask {
  return {
    tells: (row, column) =>
      column === 'limits' || row.role === 'total' || told.has(bandKey(scale, set, row.id)),
    keepsNotes: true,
  };
}

/**
 * Steps from the invitation to the report: a step is told when it lost nobody or enough people before
 * each later step that is told.
 */
export function maskOfFlow({ rows }: Table, policy: DisclosurePolicy): TableMask {
  const told = new Map<string, number>();
  for (const { id, cells } of rows.toReversed()) {
    const [count] = cells;
    if (typeof count !== 'number') continue;
    const isSafe = [...told.values()].every((later) => isEnough(Math.abs(count - later), policy));
    if (isSafe) told.set(id, count);
  }
  const counted = rows.filter(({ cells: [count] }) => typeof count === 'number');
  const tellsBefore = (row: Row) => {
    const before = counted[counted.findIndex(({ id }) => id === row.id) - 1];
    return before === undefined ? told.has(row.id) : told.has(before.id);
  };
  return {
    tells: (row, column) => {
      if (typeof row.cells[0] === 'string') return true;
      const tellsStep = told.has(row.id);
      return column === 'count' ? tellsStep : tellsStep && tellsBefore(row);
    },
    tellsBase: tellsBefore,
    keepsNotes: true,
  };
}

/** None, or as many as may be told. */
function isEnough(count: Row['cells'][number] | undefined, { people }: DisclosurePolicy): boolean {
  return typeof count === 'number' && (count === 0 || count >= people);
}
