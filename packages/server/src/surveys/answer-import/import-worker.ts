import { randomUUID } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { type ReadAnswers, readAnswers } from './read-answers.ts';

/** Reads and scores one file apart from the thread that answers people. Tells `{ done, total }` and, last, `{ read }`. */
const read = readAnswers({ ...(workerData as ReadAnswers), newId: randomUUID }, (done, total) =>
  parentPort?.postMessage({ done, total }),
);
parentPort?.postMessage({ read });
