import { startApart } from '../../apart/start-apart.ts';
import { insertAuditEntry } from '../../db/audit-entries.ts';
import { setActor } from '../../db/request-transaction.ts';
import type { Job, JobContext } from '../../jobs/job.ts';
import type { ImportMessage } from './import-worker.ts';
import {
  endImport,
  forgetOldImports,
  type TakenImport,
  takeRunningImport,
  tellProgress,
} from './queries.ts';
import type { ReadAnswers, readAnswers } from './read-answers.ts';
import { storeImportedWave } from './store-imported-wave.ts';

const DAY = 24 * 60 * 60 * 1000;
const ACTOR = { kind: 'system', job: 'run-imports' } as const;

type Read = ReturnType<typeof readAnswers>;

/**
 * Runs imports that somebody has started. A program that dies on the way leaves the import `running`;
 * the next one to look begins it anew, and since everything is stored in one transaction, nothing is half done.
 */
export const runImports: Job = {
  name: 'run-imports',
  everySeconds: 1,
  async run(context) {
    const { database } = context;
    await forgetOldImports(database, new Date(context.clock().getTime() - DAY).toISOString());
    return await database.jobs.transaction().execute(async (tx) => {
      await setActor(tx, ACTOR);
      const taken = await takeRunningImport(tx);
      if (!taken) return 'done';
      const read = await readApart(context, taken);
      if (read.kind === 'refused') {
        await endImport(tx, taken.id, { state: 'refused', result: read.result });
        return 'more';
      }
      const waveId = await storeImportedWave(tx, taken, {
        rows: read.rows,
        newId: context.newId,
      });
      await endImport(tx, taken.id, { state: 'done', waveId, answers: read.rows.length });
      await insertAuditEntry(tx, ACTOR, {
        action: 'runImport',
        effect: 'system',
        about: [taken.id, waveId],
        facts: { answers: read.rows.length },
        programmeId: taken.programmeId,
      });
      return 'more';
    });
  },
};

async function readApart(context: JobContext, taken: TakenImport): Promise<Read> {
  return await new Promise((resolve, reject) => {
    const apart = startApart<ImportMessage>(new URL('./import-worker.ts', import.meta.url));
    apart.listen(
      (message) => {
        if ('read' in message) resolve(message.read);
        else tellProgress(context.database, taken.id, message.done, message.total).catch(reject);
      },
      (failure) => reject(failure ?? new Error('The import ended without its rows.')),
    );
    const order: ReadAnswers = {
      mapping: taken.mapping,
      tables: taken.tables,
      forms: taken.settings.forms,
    };
    apart.order(order);
    apart.order(null);
  });
}
