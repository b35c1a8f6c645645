import type { Rule } from '../source-file.ts';

const NOT_TOLD = 'packages/server/src/privacy/own-copy/not-told.ts';
const TABLE = /create table (\w+) \(\n([\s\S]*?)\n\);/g;
/** A column that says whom a row is about, or to which family it belongs. */
const KNOWS_SOMEBODY = /references (?:person|family) \(|\bperson_id uuid|\bpeople uuid\[\]/;

/** Whatever is held about somebody is in the copy that she can ask for, or is left out by name and with a reason. */
export const ownCopies: Rule = (files) => {
  const told = new Set(
    files
      .filter(
        ({ path }) => path.startsWith('packages/server/src/') && path.endsWith('held-about.ts'),
      )
      .flatMap(({ text }) => [
        ...(/\btables: \[([\s\S]*?)\],\n\n/.exec(text)?.[1] ?? '').matchAll(/'(\w+)'/g),
      ])
      .map(([, table]) => table!),
  );
  const leftOut = new Set(
    [...(files.find(({ path }) => path === NOT_TOLD)?.text ?? '').matchAll(/^ {2}(\w+): /gm)].map(
      ([, table]) => table!,
    ),
  );
  const tables = files
    .filter(({ path }) => path.startsWith('packages/server/src/db/migrations/'))
    .flatMap(({ text }) =>
      [...text.matchAll(TABLE)].map(([, table, columns]) => ({ table: table!, columns: columns! })),
    );
  const known = tables
    .filter(({ columns }) => KNOWS_SOMEBODY.test(columns))
    .map(({ table }) => table);
  return [
    ...known
      .filter((table) => !told.has(table) && !leftOut.has(table))
      .map(
        (table) =>
          `${table}: knows people and is in nobody's own copy; name it in a held-about.ts or in ${NOT_TOLD}`,
      ),
    ...[...told, ...leftOut]
      .filter((table) => tables.every((each) => each.table !== table))
      .map((table) => `${table}: stands in own copies and is no table`),
    ...[...told]
      .filter((table) => leftOut.has(table))
      .map((table) => `${table}: is told and left out`),
  ];
};
