import { csvColumns } from '@tirek/domain/instruments';
import { Problem } from '@tirek/domain/problem';
import {
  answerImportContract,
  type ImportTable,
  suggestMapping,
  type UploadedTable,
} from '@tirek/domain/surveys/answer-import';
import { accountOf } from '../../http/account-of.ts';
import { type Handlers, routesOf } from '../../http/handler.ts';
import {
  cancelImport,
  getCampaignSettings,
  getImport,
  getUploadedImport,
  insertImport,
  keepMapping,
  listMappings,
  startImport,
} from './queries.ts';
import { compiledForms, tryAnswers } from './read-answers.ts';
import { readTableFile } from './read-table-file.ts';

/** How many different values of a column are shown to whoever maps it. */
const SHOWN_VALUES = 12;

const handlers: Handlers<typeof answerImportContract> = {
  async uploadImport({ tx, actor, input, now, about }) {
    const settings = await getCampaignSettings(tx, input.campaignId);
    const tables: ImportTable[] = [];
    for (const file of input.files) {
      tables.push(...(await readTableFile(file.name, Buffer.from(file.content, 'base64'))));
    }
    await insertImport(tx, accountOf(actor), {
      id: input.id,
      campaignId: input.campaignId,
      fileNames: input.files.map((file) => file.name),
      tables,
    });
    about([input.id, input.campaignId], { tables: tables.length });
    const suggestion = suggestMapping(tables, [...compiledForms(settings.forms).values()], {
      known: [...csvColumns.women, ...csvColumns.children],
      receivedOn: now.slice(0, 10),
    });
    return { id: input.id, tables: tables.map(describeTable), suggestion };
  },

  async tryImport({ tx, input, about }) {
    const uploaded = await getUploadedImport(tx, input.importId);
    about([input.importId]);
    return tryAnswers({
      mapping: input.mapping,
      tables: uploaded.tables,
      forms: uploaded.settings.forms,
    });
  },

  async runImport({ tx, actor, input, newId, about }) {
    if (input.opensOn > input.closesOn) throw new Problem('wave-dates-reversed');
    if (input.saveMappingAs) {
      await keepMapping(tx, accountOf(actor), {
        id: newId(),
        name: input.saveMappingAs,
        mapping: input.mapping,
      });
    }
    await startImport(tx, input.importId, input);
    about([input.importId]);
    return await getImport(tx, input.importId);
  },

  async getImport({ tx, input }) {
    return await getImport(tx, input.importId);
  },

  async cancelImport({ tx, input, about }) {
    await cancelImport(tx, input.importId);
    about([input.importId]);
    return await getImport(tx, input.importId);
  },

  async listImportMappings({ tx }) {
    return { mappings: await listMappings(tx) };
  },
};

export const answerImportRoutes = routesOf(answerImportContract, handlers);

function describeTable(table: ImportTable): UploadedTable {
  return {
    name: table.name,
    rows: table.rows.length,
    columns: table.columns.map((name, place) => {
      const cells = table.rows.map((row) => row[place] ?? '');
      const values = new Set(cells.filter((cell) => cell !== ''));
      return {
        name,
        values: [...values].slice(0, SHOWN_VALUES),
        distinct: values.size,
        blank: cells.filter((cell) => cell === '').length,
      };
    }),
  };
}
