import { may, type SignedInActor } from '@tirek/domain/access';
import { Problem } from '@tirek/domain/problem';
import { regionStandsOn } from '@tirek/domain/programmes';
import { mayInRegions } from '@tirek/domain/services';
import {
  DIRECTORY_FILE_BYTES,
  type DirectoryMapping,
  type DirectoryTable,
  directoryImportContract,
  isWhole,
  readDirectory,
  suggestRoles,
} from '@tirek/domain/services/directory-import';
import type { Tx } from '../db/database.ts';
import { accountOf } from '../http/account-of.ts';
import { type Handlers, routesOf } from '../http/handler.ts';
import { listRegions, programmeDay } from '../programmes/index.ts';
import { readSheets } from '../table-files/read-sheets.ts';
import {
  insertProvider,
  insertService,
  listProviders,
  listServices,
  lockEntry,
} from './queries.ts';

/** How many values of a column, and how much of each, are shown to whoever says what it holds. */
const SHOWN_VALUES = 3;
const LONGEST_VALUE = 60;
const MOST_FINDINGS = 500;

const handlers: Handlers<typeof directoryImportContract> = {
  async checkServicesFile({ tx, actor, input, now }) {
    const asker = accountOf(actor);
    if (!may(asker, 'service.manage')) throw new Problem('not-allowed');
    const table = await tableIn(input);
    const roles = input.mapping?.columns ?? suggestRoles(table.columns);
    const mapping = input.mapping ?? { columns: roles, language: 'ru' as const };
    const read = await readFor(tx, asker, { table, mapping, today: programmeDay(now) });
    return {
      columns: table.columns.map((name, at) => ({
        name: name.slice(0, LONGEST_VALUE),
        values: [
          ...new Set(table.rows.map(({ cells }) => (cells[at] ?? '').slice(0, LONGEST_VALUE))),
        ]
          .filter((value) => value !== '')
          .slice(0, SHOWN_VALUES),
      })),
      ...{ roles, rows: table.rows.length },
      findings: read.findings.slice(0, MOST_FINDINGS).map((each) => ({
        ...each,
        value: each.value?.slice(0, LONGEST_VALUE) ?? null,
      })),
      providers: read.providers.filter(({ known }) => known === null).length,
      services: read.services.length,
    };
  },

  async importServices({ tx, actor, input, now, newId, about }) {
    const asker = accountOf(actor);
    about([]);
    const { mapping } = input;
    const table = await tableIn(input);
    // Two people who bring the same list wait for each other.
    await lockEntry(tx, asker.programmeId);
    const read = await readFor(tx, asker, { table, mapping, today: programmeDay(now) });
    if (!isWhole(read) || read.services.length === 0) throw new Problem('services-file-refused');
    const ids = new Map<string, string>();
    for (const { key, known, provider } of read.providers) {
      const providerId = known?.id ?? newId();
      ids.set(key, providerId);
      if (known) continue;
      const row = { id: newId(), version: 1, now };
      await insertProvider(tx, asker, row, { providerId, provider, closed: null });
    }
    for (const { providerKey, service } of read.services) {
      const providerId = ids.get(providerKey) ?? '';
      const row = { id: newId(), version: 1, now };
      const entry = { serviceId: newId(), service: { ...service, providerId }, closed: null };
      await insertService(tx, asker, row, entry);
    }
    const providers = read.providers.filter(({ known }) => known === null).length;
    return { providers, services: read.services.length };
  },
};

export const directoryImportRoutes = routesOf(directoryImportContract, handlers);

/** The first sheet that is not hidden and has rows; its first row holds the headings. */
async function tableIn({
  name,
  content,
}: {
  readonly name: string;
  readonly content: string;
}): Promise<DirectoryTable> {
  const bytes = Buffer.from(content, 'base64');
  if (bytes.length > DIRECTORY_FILE_BYTES) throw new Problem('payload-too-large');
  const sheets = await readSheets(name, bytes, { areRowsEven: false });
  const rows = sheets
    .filter(({ isHidden }) => !isHidden)
    .map((sheet) => sheet.rows.filter(({ cells }) => cells.some((cell) => cell !== '')))
    .find((filled) => filled.length > 1);
  const [head, ...body] = rows ?? [];
  if (!head) throw new Problem('file-empty', { file: name });
  return { columns: head.cells, rows: body };
}

async function readFor(
  tx: Tx,
  actor: SignedInActor,
  {
    table,
    mapping,
    today,
  }: { readonly table: DirectoryTable; readonly mapping: DirectoryMapping; readonly today: string },
) {
  const regions = (await listRegions(tx)).filter((each) => regionStandsOn(each, today));
  // Who has not signed in whole sees no region, and writes of none.
  if (regions.length === 0) throw new Problem('not-allowed');
  const directory = {
    providers: await listProviders(tx, actor),
    services: await listServices(tx, actor),
  };
  return readDirectory(table, mapping, {
    ...{ directory, regions, today },
    // Whoever may not do it at all is refused by her verb and by the row policies, not for the region.
    mayWrite: (codes) =>
      !may(actor, 'service.manage') || mayInRegions(actor, 'service.manage', codes),
  });
}
