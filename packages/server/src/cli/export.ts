import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Id } from '@tirek/domain/contract';
import { Problem } from '@tirek/domain/problem';
import type { ExportFile, WaveExport } from '@tirek/domain/reports';
import { PROGRAMME_UTC_OFFSET_MINUTES } from '@tirek/domain/surveys';
import { formatByteSize, formatInstant } from '@tirek/domain/text';
import * as z from 'zod/mini';
import { insertAuditEntry } from '../db/audit-entries.ts';
import type { Tx } from '../db/database.ts';
import { asOwner } from '../db/owner-transaction.ts';
import {
  countAsOwner,
  filesOf,
  findExport,
  listExports,
  loadWaveFacts,
  piecesOf,
  programmeOfExport,
  requireFetchable,
} from '../reports/index.ts';
import { CommandRefused } from './command-refused.ts';
import type { CommandCall } from './commands.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import { withDatabase } from './reach-database.ts';

/**
 * `tirek export --request ID --output FOLDER`: the files of an approved request, each named as it is done; without
 * `--request` the list of requests. Whoever runs it needs the same approval as everybody else.
 */
export async function exportAnswers(call: CommandCall): Promise<ExitStatus> {
  const { world, settings, text, arguments: given } = call;
  const request = given.values.get('request');
  if (request === undefined) {
    const list = await withDatabase(settings, world, (database) =>
      asOwner(database, (tx) => listRequests(call, tx)),
    );
    world.print(list);
    return EXIT.done;
  }
  const output = given.values.get('output');
  if (output === undefined) throw new CommandRefused('export.output-missing', {}, EXIT.misused);
  const folder = resolve(world.folder, output);
  const writtenAt = world.clock().toISOString();
  const files = await withDatabase(settings, world, (database) =>
    asOwner(database, (tx) => filesOfRequest(tx, { exportId: request, writtenAt })),
  );
  await makeFolder(folder);
  for (const [place, file] of files.entries()) {
    const target = createWriteStream(join(folder, file.name), { mode: 0o600 });
    await pipeline(Readable.from(piecesOf(file, writtenAt)), target);
    world.complain(
      text('export.file', {
        number: place + 1,
        of: files.length,
        file: file.name,
        size: formatByteSize(target.bytesWritten, settings.language),
      }),
    );
  }
  world.complain(text('export.written', { folder }));
  return EXIT.done;
}

async function filesOfRequest(
  tx: Tx,
  { exportId, writtenAt }: { exportId: string; writtenAt: string },
): Promise<ExportFile[]> {
  const isId = z.safeParse(Id, exportId).success;
  const request = isId ? await findExport(tx, exportId) : null;
  if (!request) throw new CommandRefused('export.unknown', { request: exportId });
  try {
    requireFetchable(request, writtenAt);
    const facts = await loadWaveFacts(tx, request.waveId, countAsOwner);
    await insertAuditEntry(
      tx,
      { kind: 'system', job: 'command-line' },
      {
        action: 'fetchExport',
        effect: 'system',
        about: [request.id, request.waveId],
        facts: { answers: facts.responses.length, k: request.k, l: request.l },
        programmeId: await programmeOfExport(tx, exportId),
      },
    );
    return filesOf(facts, request, writtenAt);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.code === 'export-expired') throw new CommandRefused('export.expired');
    if (error.code === 'export-not-approved') throw new CommandRefused('export.not-approved');
    if (error.code === 'export-too-few') throw new CommandRefused('export.too-few');
    if (error.code === 'answers-on-their-way') {
      throw new CommandRefused('report.answers-on-their-way');
    }
    throw error;
  }
}

/** A folder of its own: nothing is written over. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
      throw new CommandRefused('export.folder-exists', { folder });
    }
    throw error;
  }
}

async function listRequests({ settings, text, world }: CommandCall, tx: Tx): Promise<string> {
  const { language } = settings;
  const requests = await listExports(tx);
  if (requests.length === 0) return text('export.none');
  const now = world.clock().toISOString();
  const state = ({ decision }: WaveExport) => {
    if (decision === null) return text('export.waiting');
    if (decision.fetchUntil === null) return text('export.refused');
    if (decision.fetchUntil < now) return text('export.over');
    return text('export.approved', {
      until: formatInstant(decision.fetchUntil, language, {
        utcOffsetMinutes: PROGRAMME_UTC_OFFSET_MINUTES,
      }),
    });
  };
  return [
    text('export.requests'),
    ...requests.map(
      (request) => `  ${request.id}  ${request.waveTitle[language]}, ${state(request)}`,
    ),
  ].join('\n');
}
