import type { ImportMapping, UploadedTable } from '@tirek/domain/surveys/answer-import';

/** What a table holds: a row for each respondent, a row for each member of a roster, or nothing of use. */
export type TableRole =
  | { readonly kind: 'respondents' }
  | { readonly kind: 'roster'; readonly form: string; readonly roster: string }
  | { readonly kind: 'unused' };

export function roleOfTable(mapping: ImportMapping, table: string): TableRole {
  if (mapping.respondents.table === table) return { kind: 'respondents' };
  const roster = mapping.rosters.find((block) => block.table === table);
  return roster ? { kind: 'roster', form: roster.form, roster: roster.roster } : { kind: 'unused' };
}

/** The mapping with another role for one table. What was mapped in it begins anew; one table holds the respondents. */
export function withTableRole(
  mapping: ImportMapping,
  table: UploadedTable,
  role: TableRole,
): ImportMapping {
  const rosters = mapping.rosters.filter((block) => block.table !== table.name);
  const [first] = table.columns;
  if (role.kind === 'respondents') {
    return { ...mapping, rosters, respondents: emptyRespondents(table) };
  }
  if (role.kind === 'unused') return { ...mapping, rosters };
  return {
    ...mapping,
    rosters: [
      ...rosters,
      {
        table: table.name,
        form: role.form,
        roster: role.roster,
        parent: first?.name ?? '',
        columns: [],
        ticks: [],
        ignored: [],
      },
    ],
  };
}

/** Where nothing could be proposed: the largest table holds the respondents, everything else is for a human to say. */
export function emptyMapping(tables: readonly UploadedTable[]): ImportMapping | null {
  const [largest] = [...tables].sort((a, b) => b.columns.length - a.columns.length);
  return largest ? { version: 1, respondents: emptyRespondents(largest), rosters: [] } : null;
}

function emptyRespondents(table: UploadedTable): ImportMapping['respondents'] {
  return {
    table: table.name,
    key: table.columns[0]?.name ?? '',
    language: { constant: 'ru' },
    receivedOn: { constant: '' },
    columns: [],
    ticks: [],
    ignored: [],
  };
}

/** A saved mapping fits when it names only tables that were uploaded. */
export const fitsTables = (mapping: ImportMapping, tables: readonly UploadedTable[]): boolean =>
  [mapping.respondents, ...mapping.rosters].every((block) =>
    tables.some(({ name }) => name === block.table),
  );
