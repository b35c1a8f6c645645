import pg from 'pg';

const TYPES: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float8: 'number',
  numeric: 'number',
  date: 'string',
  timestamptz: 'string',
  xid8: 'string',
  bytea: 'Buffer',
  jsonb: 'Json',
  json: 'Json',
  _text: 'string[]',
  _uuid: 'string[]',
  _int4: 'number[]',
  _int8: 'number[]',
};

interface Column {
  readonly table_name: string;
  readonly column_name: string;
  readonly udt_name: string;
  readonly is_nullable: 'YES' | 'NO';
  readonly made_by_database: boolean;
  readonly always_made: boolean;
}

/** The text of `tables.ts` for a migrated database: one interface a table, in camelCase, alphabetical. */
export async function describeTables(owner: pg.ClientConfig): Promise<string> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    const { rows } = await client.query<Column>(
      `select table_name, column_name, udt_name, is_nullable,
              column_default is not null or is_identity = 'YES' or is_generated = 'ALWAYS' as made_by_database,
              identity_generation is not distinct from 'ALWAYS' or is_generated = 'ALWAYS' as always_made
       from information_schema.columns
       where table_schema = 'public' and table_name <> 'schema_migration'
       order by table_name, ordinal_position`,
    );
    return renderTables(rows);
  } finally {
    await client.end();
  }
}

function renderTables(columns: readonly Column[]): string {
  const tables = Map.groupBy(columns, (column) => column.table_name);
  const interfaces = [...tables].map(
    ([name, own]) =>
      `export interface ${pascal(name)}Table {\n${own.map(renderColumn).join('')}}\n`,
  );
  const list = [...tables.keys()]
    .map((name) => `  ${camel(name)}: ${pascal(name)}Table;\n`)
    .join('');
  return `// Made from a migrated database by scripts/tables.ts. Do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

${interfaces.join('\n')}
export interface Tables {
${list}}
`;
}

function renderColumn(column: Column): string {
  const base = TYPES[column.udt_name];
  if (!base) throw new Error(`No TypeScript type for ${column.udt_name} of ${column.table_name}.`);
  const nullable = column.is_nullable === 'YES';
  if (base === 'Json') return `  ${camel(column.column_name)}: ${jsonType(column)};\n`;
  const type = `${base}${nullable ? ' | null' : ''}`;
  const made = column.always_made
    ? `GeneratedAlways<${type}>`
    : column.made_by_database
      ? `Generated<${type}>`
      : type;
  return `  ${camel(column.column_name)}: ${made};\n`;
}

/** Read as the parsed value, written as JSON text. */
function jsonType(column: Column): string {
  if (column.is_nullable === 'YES')
    return 'ColumnType<unknown, string | null | undefined, string | null>';
  return `ColumnType<unknown, string${column.made_by_database ? ' | undefined' : ''}, string>`;
}

const camel = (name: string) =>
  name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const pascal = (name: string) => camel(`_${name}`);
