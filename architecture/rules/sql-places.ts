import { isCode, isForTests, type Rule, withoutComments } from '../source-file.ts';

const PLACES = /\/(queries|facts)\.ts$|^packages\/server\/src\/db\//;

/** Signs of a question to the database: Kysely's builder or template, a driver's query, or a statement written out. */
const SQL =
  /\bsql(<[^`]*>)?`|\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\.query\(|['"`]\s*(select\s[^'"`]*\sfrom\s|insert into\s|update \w+ set\s|delete from\s)/i;

/** SQL lives where somebody who checks what is read and written will look for it. */
export const sqlPlaces: Rule = (files) =>
  files
    .filter((file) => isCode(file) && !isForTests(file) && !PLACES.test(file.path))
    .flatMap(({ path, text }) => {
      const found = SQL.exec(withoutComments(text));
      return found ? [`${path}: asks the database itself (${found[0].trim().slice(0, 30)})`] : [];
    });
