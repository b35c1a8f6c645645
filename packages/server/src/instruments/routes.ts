import { basename } from 'node:path';
import type { SignedInActor } from '@tirek/domain/access';
import type { FileAnswer } from '@tirek/domain/contract';
import { findForm } from '@tirek/domain/instruments';
import { instrumentsContract } from '@tirek/domain/instruments/contract';
import {
  readQuestionnaire,
  readXlsForm,
  withoutSoldWords,
  writeQuestionnaire,
  writeXlsForm,
} from '@tirek/domain/instruments/exchange';
import {
  planImport,
  readTranslationTable,
  readXliff,
  stepObstacle,
  workedStrings,
  writeTranslationTable,
  writeXliff,
} from '@tirek/domain/instruments/translations';
import { Problem } from '@tirek/domain/problem';
import type { Language } from '@tirek/domain/text';
import type { Tx } from '../db/database.ts';
import { accountOf } from '../http/account-of.ts';
import { type Handlers, routesOf } from '../http/handler.ts';
import { idOf } from '../id-of.ts';
import { inOnePiece } from '../reports/index.ts';
import { readSheets } from '../table-files/read-sheets.ts';
import { packSheets } from './pack-sheets.ts';
import { insertTranslationStep, listTranslationSteps, lockTranslation } from './queries.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const FHIR_JSON = 'application/fhir+json; charset=utf-8';

const handlers: Handlers<typeof instrumentsContract> = {
  async fetchFormFile({ input: { code, format } }) {
    const form = namedForm(code);
    switch (format) {
      case 'xlsform':
        return fileOf(`${code}.xlsx`, XLSX, await packSheets(writeXlsForm(form).sheets));
      case 'package': {
        const { pkg } = withoutSoldWords(form);
        return fileOf(`${code}.json`, 'application/json; charset=utf-8', asJson(pkg));
      }
      default: {
        const questionnaire = writeQuestionnaire(form, format === 'fhir-r4' ? 'R4' : 'R5');
        return fileOf(`${code}-${format}.json`, FHIR_JSON, asJson(questionnaire));
      }
    }
  },

  async readFormFile({ input: { name, content } }) {
    const bytes = Buffer.from(content, 'base64');
    const json = jsonIn(bytes);
    const read =
      json === undefined
        ? readXlsForm(await readSheets(basename(name), bytes, { areRowsEven: false }))
        : readQuestionnaire(json);
    if (read.kind === 'refused') return read;
    const { pkg, code } = read.value;
    return {
      kind: 'read',
      code,
      content: JSON.stringify(pkg, null, 2),
      leftOut: read.leftOut,
    };
  },

  async listTranslationSteps({ tx, actor, input }) {
    namedForm(input.code);
    return { steps: await listTranslationSteps(tx, accountOf(actor), input) };
  },

  async recordTranslationStep({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    const { id, code, language, stringId, sourceHash, step } = input;
    about([id], { form: code, language, step: step.kind });
    const strings = await lockedStrings(tx, asker, { code, language });
    const known = strings.find((one) => one.id === stringId);
    if (!known) throw new Problem('not-found');
    if (known.sourceHash !== sourceHash) throw new Problem('translation-changed');
    const obstacle = stepObstacle(step.kind, known.standing, asker.accountId);
    if (obstacle) throw new Problem(obstacle);
    await insertTranslationStep(tx, asker, { id, now, code, language, stringId, sourceHash, step });
    return {};
  },

  async fetchTranslationFile({ tx, actor, input }) {
    const { code, language, format } = input;
    const form = namedForm(code);
    const steps = await listTranslationSteps(tx, accountOf(actor), input);
    const strings = workedStrings(form.pkg, language, steps);
    const name = `${code}-${language}`;
    if (format === 'xliff') {
      const xliff = writeXliff(form, language, strings);
      return fileOf(`${name}.xlf`, 'application/xliff+xml; charset=utf-8', Buffer.from(xliff));
    }
    const sheet = { name: language, rows: writeTranslationTable(strings) };
    return fileOf(`${name}.xlsx`, XLSX, await packSheets([sheet]));
  },

  async importTranslations({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    const { id, code, language, name, content } = input;
    const strings = await lockedStrings(tx, asker, { code, language });
    const rows = await translatedRows({ name, bytes: Buffer.from(content, 'base64'), language });
    const { steps, refusals } = planImport(strings, rows, asker.accountId);
    for (const one of steps) {
      const of = { id: idOf(`${id} ${one.stringId}`), now, code, language };
      await insertTranslationStep(tx, asker, { ...of, ...one });
    }
    about([id], { form: code, language, steps: steps.length });
    return { added: steps.length, refusals };
  },
};

export const instrumentsRoutes = routesOf(instrumentsContract, handlers);

function namedForm(code: string) {
  const form = findForm(code);
  if (!form) throw new Problem('not-found');
  return form;
}

async function lockedStrings(
  tx: Tx,
  actor: SignedInActor,
  of: { readonly code: string; readonly language: Language },
) {
  const form = namedForm(of.code);
  await lockTranslation(tx, actor, of);
  return workedStrings(form.pkg, of.language, await listTranslationSteps(tx, actor, of));
}

/** @throws Problem `form-file-refused` where it is no file of translations into this language. */
async function translatedRows({
  name,
  bytes,
  language,
}: {
  readonly name: string;
  readonly bytes: Buffer;
  readonly language: Language;
}) {
  const isMarkup = /^\uFEFF?\s*</.test(bytes.subarray(0, 200).toString('utf8'));
  const rows = isMarkup
    ? readXliff(bytes.toString('utf8'), language)
    : readTranslationTable(
        (await readSheets(basename(name), bytes, { areRowsEven: false }))[0]!.rows.map(
          ({ cells }) => cells,
        ),
      );
  if (rows === null) throw new Problem('form-file-refused');
  return rows;
}

function fileOf(fileName: string, mediaType: string, bytes: Buffer): FileAnswer {
  return { fileName, mediaType, pieces: inOnePiece(async () => bytes) };
}

const asJson = (content: unknown) => Buffer.from(`${JSON.stringify(content, null, 2)}\n`);

/** What the file says as JSON; undefined where it is something else. */
function jsonIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
