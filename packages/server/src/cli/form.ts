import { readFile, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import {
  type Answers,
  type CompiledForm,
  findForm,
  listForms,
  textOf,
} from '@tirek/domain/instruments';
import {
  type ReadIn,
  readQuestionnaire,
  readResponse,
  readXlsForm,
  tellLeftOut,
  tellRefusal,
  withoutSoldWords,
  writeQuestionnaire,
  writeResponse,
  writeXlsForm,
} from '@tirek/domain/instruments/exchange';
import { packSheets } from '../instruments/index.ts';
import { readSheets } from '../table-files/read-sheets.ts';
import { CommandRefused } from './command-refused.ts';
import type { CommandCall } from './commands.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';

const FORMATS = ['fhir-r4', 'fhir-r5', 'xlsform', 'package'] as const;

/** `tirek form list`: what there is to be written. */
export async function formList({ world, settings }: CommandCall): Promise<ExitStatus> {
  const { language } = settings;
  const lines = listForms().map(({ code, version, title, fallback }) =>
    [code, version, textOf(title, language, fallback[language])].join('\t'),
  );
  world.print(lines.join('\n'));
  return EXIT.done;
}

/** `tirek form write CODE [--format …] [--output FILE]`: a questionnaire for other programs, without words that are sold. */
export async function formWrite(call: CommandCall): Promise<ExitStatus> {
  const { world, settings, text, arguments: given } = call;
  const written = given.values.get('format') ?? 'fhir-r4';
  const format = FORMATS.find((each) => each === written);
  if (!format) throw new CommandRefused('form.format-unknown', { written }, EXIT.misused);
  const form = namedForm(given.words[0] ?? '');
  if (format === 'xlsform') {
    const { sheets, lost } = writeXlsForm(form);
    for (const one of lost)
      world.complain(text('form.lost', { found: tellLeftOut(one, settings.language) }));
    await hand(call, await packSheets(sheets));
  } else {
    const content =
      format === 'package'
        ? withoutSoldWords(form).pkg
        : writeQuestionnaire(form, format === 'fhir-r4' ? 'R4' : 'R5');
    await hand(call, asJson(content));
  }
  return EXIT.done;
}

/** `tirek form read FILE [--output FILE]`: a form package out of a file, or everything that keeps it from being one. */
export async function formRead(call: CommandCall): Promise<ExitStatus> {
  const { file, bytes } = await bytesOf(call, call.arguments.words[0] ?? '');
  const json = jsonIn(bytes);
  const read =
    json === undefined
      ? readXlsForm(await readSheets(basename(file), bytes, { areRowsEven: false }))
      : readQuestionnaire(json);
  const form = readOrTold(read, call);
  if (form === null) return EXIT.failed;
  await hand(call, asJson(form.pkg));
  call.world.complain(call.text('form.read', { code: form.code }));
  return EXIT.done;
}

/** `tirek form answers CODE FILE`: answers as a QuestionnaireResponse, or out of one. */
export async function formAnswers(call: CommandCall): Promise<ExitStatus> {
  const [code = '', file = ''] = call.arguments.words;
  const form = namedForm(code);
  const source = jsonIn((await bytesOf(call, file)).bytes) as
    | { resourceType?: unknown }
    | undefined;
  if (source?.resourceType === undefined) {
    // Read as what it becomes, so that answers the form does not take are told at once.
    const response = writeResponse(form, (source ?? {}) as Answers, { status: 'in-progress' });
    if (readOrTold(readResponse(form, response), call) === null) return EXIT.failed;
    await hand(call, asJson(response));
    return EXIT.done;
  }
  const answers = readOrTold(readResponse(form, source), call);
  if (answers === null) return EXIT.failed;
  await hand(call, asJson(answers));
  return EXIT.done;
}

function namedForm(code: string): CompiledForm {
  const form = findForm(code);
  if (!form) throw new CommandRefused('form.unknown', { code }, EXIT.misused);
  return form;
}

async function bytesOf({ world }: CommandCall, written: string) {
  const file = resolve(world.folder, written);
  const bytes = await readFile(file).catch(() => {
    throw new CommandRefused('form.file-missing', { file }, EXIT.misused);
  });
  return { file, bytes };
}

/** What the file says as JSON; undefined where it is something else. */
function jsonIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

const asJson = (content: unknown) => Buffer.from(`${JSON.stringify(content, null, 2)}\n`);

/** The value, with what was left behind told; null where it was refused, and why was told. */
function readOrTold<T>(read: ReadIn<T>, { world, settings, text }: CommandCall): T | null {
  const { language } = settings;
  if (read.kind === 'read') {
    for (const one of read.leftOut) world.complain(tellLeftOut(one, language));
    return read.value;
  }
  for (const one of read.refusals) world.complain(tellRefusal(one, language));
  world.complain(text('form.refused', { count: read.refusals.length }));
  return null;
}

async function hand({ world, text, arguments: given }: CommandCall, bytes: Buffer): Promise<void> {
  const output = given.values.get('output');
  if (output === undefined) {
    world.printBytes(bytes);
    return;
  }
  const file = resolve(world.folder, output);
  await writeFile(file, bytes);
  world.complain(text('form.written', { file }));
}
