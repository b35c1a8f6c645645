import {
  type Alike,
  type Decided,
  type Decisions,
  proposed,
  REGISTER_FILE_BYTES,
  REVIEW_PAGE,
  type RegisterImport,
  type RegisterSheet,
  type RowDecision,
  registerContract,
  stillAnswers,
  tableOf,
  type UploadedSheet,
} from '@tirek/domain/people/register';
import { Problem } from '@tirek/domain/problem';
import { accountOf } from '../../http/account-of.ts';
import { type Handlers, routesOf } from '../../http/handler.ts';
import { readSheets } from '../../table-files/read-sheets.ts';
import type { KeyFor } from '../vault/sealed-identity.ts';
import {
  changeImport,
  endImport,
  getImportRow,
  getParts,
  type ImportParts,
  type ImportRow,
  insertImport,
  keepMapping,
  listImportRows,
  listMappings,
  mayHoldRegister,
} from './queries.ts';
import { linkedBy } from './run-registers.ts';
import { openPart, sealPart } from './sealed-file.ts';

/** How many different values of a column are shown to whoever says what it holds. */
const SHOWN_VALUES = 4;
const LONGEST_VALUE = 60;
const SHOWN_IMPORTS = 10;

/** Its workbook is made where documents are. */
const { getRegisterTemplate: _, ...contract } = registerContract;

const handlers: Handlers<typeof contract> = {
  async uploadRegister({ tx, actor, input, now, keyFor, about }) {
    const content = Buffer.from(input.content, 'base64');
    if (content.length > REGISTER_FILE_BYTES) throw new Problem('payload-too-large');
    const all = await readSheets(input.name, content, { areRowsEven: false });
    const sheets: RegisterSheet[] = all
      .filter(({ isHidden }) => !isHidden)
      .map(({ name, rows }) => ({ name, rows }))
      .filter((sheet) => tableOf(sheet) !== null);
    if (sheets.length === 0) throw new Problem('file-empty', { file: input.name });
    const hidden = all.filter(({ isHidden }) => isHidden).map(({ name }) => name);
    const { id } = input;
    const to = { importId: id, keyFor };
    await insertImport(tx, accountOf(actor), {
      id,
      name: sealPart('name', input.name, to),
      cells: sealPart('cells', { sheets, hidden }, to),
      now,
    });
    about([id], { sheets: sheets.length });
    return bare(await getImportRow(tx, id));
  },

  async getRegisterSheets({ tx, input, keyFor, about }) {
    const { registerId } = input;
    const parts = await getParts(tx, registerId, 'free');
    about([registerId]);
    const { sheets, hidden } = openPart('cells', parts.cells, { importId: registerId, keyFor });
    return { sheets: sheets.flatMap(described), hidden: [...hidden], mapping: parts.mapping };
  },

  async checkRegister({ tx, actor, input, now, newId, about }) {
    const { registerId, mapping, keepAs } = input;
    const parts = await waiting(tx, registerId, ['uploaded', 'checked']);
    about([registerId]);
    if (keepAs)
      await keepMapping(tx, accountOf(actor), { id: newId(), name: keepAs, mapping, now });
    const isSame = JSON.stringify(parts.mapping) === JSON.stringify(mapping);
    await changeImport(tx, registerId, {
      ...{ state: 'checking', mapping, done: 0, total: 0, hasNews: false, refusal: null },
      // Lines and people stay what they are while the columns do.
      ...(isSame ? {} : { decisions: null, found: null }),
    });
    return bare(await getImportRow(tx, registerId));
  },

  async getRegister({ tx, input, keyFor }) {
    return shown(await getImportRow(tx, input.registerId), keyFor);
  },

  async listRegisters({ tx, actor, keyFor }) {
    const rows = await listImportRows(tx, accountOf(actor), SHOWN_IMPORTS);
    return { registers: rows.map((row) => shown(row, keyFor)) };
  },

  async getRegisterReview({ tx, input, keyFor, about }) {
    const { registerId } = input;
    const parts = await getParts(tx, registerId, 'free');
    const to = { importId: registerId, keyFor };
    if (parts.state !== 'checked' || !parts.found) throw new Problem('import-not-waiting');
    const found = openPart('found', parts.found, to);
    const decisions = decisionsIn(parts, to);
    const from = Number(input.from);
    const asked = found.asked.slice(from, from + REVIEW_PAGE);
    const told = (line: number) => ({ line, ...(found.told[line] ?? { name: '', birth: '' }) });
    const cards = asked.flatMap((each) => each.cards);
    about([registerId, ...new Set(cards.map(({ personId }) => personId))], {
      rows: asked.length,
    });
    return {
      findings: [...found.findings],
      asked: asked.map((each) => ({
        ...told(each.line),
        cards: [...each.cards],
        rows: each.rows.map(({ line, score, reasons }) => ({
          ...told(line),
          score,
          reasons: [...reasons],
        })),
        decision: standing(each, decisions[each.line]),
      })),
    };
  },

  async decideRegisterRow({ tx, input, keyFor, about }) {
    const { registerId, line, decision } = input;
    const parts = await waiting(tx, registerId, ['checked']);
    const to = { importId: registerId, keyFor };
    const asked = parts.found ? openPart('found', parts.found, to).asked : [];
    const row = asked.find((each) => each.line === line);
    if (!row) throw new Problem('not-found');
    const decided: Decided = {
      decision,
      shownPeople: row.cards.map(({ personId }) => personId),
      shownLines: row.rows.map((other) => other.line),
    };
    if (!stillAnswers(row, decided)) throw new Problem('not-found');
    about([registerId, ...decided.shownPeople], { decision: decision.kind });
    const decisions: Decisions = { ...decisionsIn(parts, to), [line]: decided };
    await changeImport(tx, registerId, {
      decisions: sealPart('decisions', decisions, to),
      undecided: asked.filter((each) => !stillAnswers(each, decisions[each.line])).length,
      linked: linkedBy(decisions),
    });
    return bare(await getImportRow(tx, registerId));
  },

  async runRegister({ tx, input, about }) {
    const { registerId, holderId } = input;
    await waiting(tx, registerId, ['checked']);
    about([registerId, holderId]);
    const { errors, undecided, people } = await getImportRow(tx, registerId);
    if (errors > 0 || people === 0) throw new Problem('register-wrong');
    if (undecided > 0) throw new Problem('register-undecided');
    if (!(await mayHoldRegister(tx, holderId))) throw new Problem('holder-refused');
    await changeImport(tx, registerId, {
      ...{ state: 'running', holderId, done: 0, total: 0, hasNews: false, refusal: null },
    });
    return bare(await getImportRow(tx, registerId));
  },

  async cancelRegister({ tx, input, about }) {
    const { registerId } = input;
    await waiting(tx, registerId, ['uploaded', 'checked']);
    about([registerId]);
    await endImport(tx, registerId, { state: 'cancelled' });
    return bare(await getImportRow(tx, registerId));
  },

  async listRegisterMappings({ tx }) {
    return { mappings: await listMappings(tx) };
  },
};

export const registerRoutes = routesOf(contract, handlers);

type To = { readonly importId: string; readonly keyFor: KeyFor };

async function waiting(
  tx: Parameters<typeof getParts>[0],
  id: string,
  states: readonly RegisterImport['state'][],
): Promise<ImportParts> {
  const parts = await getParts(tx, id, 'held');
  if (!states.includes(parts.state)) throw new Problem('import-not-waiting');
  return parts;
}

const decisionsIn = ({ decisions }: ImportParts, to: To): Decisions =>
  decisions ? openPart('decisions', decisions, to) : {};

/** What a write answers is kept to be answered again; a name of a file may name people. */
const bare = ({ name: _, ...row }: ImportRow): RegisterImport => ({ ...row, fileName: null });

const shown = (row: ImportRow, keyFor: KeyFor): RegisterImport => ({
  ...bare(row),
  fileName: row.name ? openPart('name', row.name, { importId: row.id, keyFor }) : null,
});

const standing = (asked: Alike, decided: Decided | undefined): RowDecision | null =>
  decided && stillAnswers(asked, decided) ? decided.decision : null;

function described(sheet: RegisterSheet): UploadedSheet[] {
  const table = tableOf(sheet);
  if (!table) return [];
  const columns = table.columns.map((name, at) => {
    const cells = table.rows.map(({ cells: each }) => each[at] ?? '').filter((cell) => cell !== '');
    const values = [...new Set(cells.map((cell) => cell.slice(0, LONGEST_VALUE)))];
    return { name, values: values.slice(0, SHOWN_VALUES), filled: cells.length };
  });
  const suggestion = {
    version: 1 as const,
    sheet: table.name,
    columns: proposed(table),
    region: null,
  };
  return [{ name: table.name, rows: table.rows.length, columns, suggestion }];
}
