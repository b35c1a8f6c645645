import type { SignedInActor } from '@tirek/domain/access';
import { calledName, fullName } from '@tirek/domain/people';
import { writeLifeDate } from '@tirek/domain/people/family-graph';
import {
  type Alike,
  type Decisions,
  planRegister,
  type RegisterMapping,
  type RegisterRow,
  stillAnswers,
} from '@tirek/domain/people/register';
import { Problem } from '@tirek/domain/problem';
import type { Tx } from '../../db/database.ts';
import { inRequest, setActor } from '../../db/request-transaction.ts';
import type { Job, JobContext } from '../../jobs/job.ts';
import { programmeDay } from '../../programmes/index.ts';
import { lookThrough } from './look-through.ts';
import {
  changeImport,
  endImport,
  familiesOfPeople,
  forgetOldImports,
  getParts,
  giveBack,
  type ImportParts,
  takeImport,
  tellProgress,
  type WaitingImport,
} from './queries.ts';
import { isError, readUploaded } from './read-uploaded.ts';
import { openPart, sealPart } from './sealed-file.ts';
import { storeRegister } from './store-register.ts';

const DAY = 24 * 60 * 60 * 1000;
const ACTOR = { kind: 'system', job: 'run-registers' } as const;
/** More would not be read; the counts tell of all. */
const MOST_FINDINGS = 200;

/**
 * Looks registers through and registers their people, once somebody has asked for it. It works in her name and with no more than
 * she may at that moment. A program that dies on the way leaves the import as it was; the next one to look begins it anew, and
 * since everything is written in one transaction, nothing is half done.
 */
export const runRegisters: Job = {
  name: 'run-registers',
  everySeconds: 1,
  async run(context) {
    const { database } = context;
    await forgetOldImports(database, new Date(context.clock().getTime() - DAY).toISOString());
    return await database.jobs.transaction().execute(async (tx) => {
      await setActor(tx, ACTOR);
      const taken = await takeImport(tx);
      if (!taken) return 'done';
      try {
        await inRequest(database, inNameOf(taken), (own) => work(taken, own, context));
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        // Such as: she may no longer, or the colleague who was to hold the families left.
        await giveBack(database, taken, error.code);
      }
      return 'more';
    });
  },
};

/** What she may is read by the database from her roles of this moment. */
const inNameOf = ({ uploadedBy, programmeId }: WaitingImport): SignedInActor => ({
  kind: 'account',
  accountId: uploadedBy,
  programmeId,
  sessionId: '',
  assignments: [],
  isFullySignedIn: true,
});

interface Work {
  readonly taken: WaitingImport;
  readonly tx: Tx;
  readonly context: JobContext;
  readonly now: string;
}

async function work(taken: WaitingImport, tx: Tx, context: JobContext): Promise<void> {
  const { id } = taken;
  const { keyFor, newId } = context;
  const now = context.clock().toISOString();
  const parts = await partsOf(tx, taken);
  const { cells, mapping, decisions } = opened(parts, { importId: id, keyFor });
  const { rows, findings } = await readUploaded(cells, mapping, { tx, now, newId });
  const doing = { taken, tx, context, now };
  const isRunning = taken.state === 'running';
  const total = isRunning ? 2 * rows.length : rows.length;
  const tell = (done: number) => tellProgress(context.database, id, { done, total });
  const { programmeId } = taken;
  const asked = await lookThrough(rows, { tx, importId: id, programmeId, keyFor, tell });
  const open = asked.filter((each) => !stillAnswers(each, decisions[each.line]));
  const errors = findings.filter(isError).length;
  if (isRunning && open.length === 0 && errors === 0) {
    return await registerAll(rows, decisions, doing);
  }
  const told = toldOf(asked, rows);
  const found = { findings: findings.slice(0, MOST_FINDINGS), asked, told };
  const kept = decisionsThatStand(asked, decisions);
  await changeImport(tx, id, {
    ...{ state: 'checked', done: rows.length, total: rows.length, refusal: null },
    ...{ errors, warnings: findings.length - errors },
    ...{ people: rows.length, families: new Set(rows.map(({ family }) => family)).size },
    ...{ asked: asked.length, undecided: open.length, hasNews: isRunning },
    linked: linkedBy(kept),
    found: sealPart('found', found, { importId: id, keyFor }),
    decisions: sealPart('decisions', kept, { importId: id, keyFor }),
  });
}

/** The row is not held: others may tell meanwhile how far the work has come. */
async function partsOf(tx: Tx, { id, state }: WaitingImport): Promise<ImportParts> {
  const parts = await getParts(tx, id, 'free');
  if (parts.state !== state) throw new Problem('import-not-waiting');
  return parts;
}

function opened(
  { cells, mapping, decisions }: ImportParts,
  to: { importId: string; keyFor: JobContext['keyFor'] },
): {
  cells: ReturnType<typeof openPart<'cells'>>;
  mapping: RegisterMapping;
  decisions: Decisions;
} {
  if (!mapping) throw new Problem('import-not-waiting');
  return {
    cells: openPart('cells', cells, to),
    mapping,
    decisions: decisions ? openPart('decisions', decisions, to) : {},
  };
}

async function registerAll(
  rows: readonly RegisterRow[],
  decisions: Decisions,
  { taken, tx, context, now }: Work,
): Promise<void> {
  const { id } = taken;
  const { newId, keyFor } = context;
  const known = Object.values(decisions).flatMap(({ decision }) =>
    decision.kind === 'person' ? [decision.personId] : [],
  );
  const plan = planRegister(rows, {
    decisions,
    familyOf: await familiesOfPeople(tx, [...new Set(known)]),
    today: programmeDay(now),
    newId,
  });
  const total = 2 * rows.length;
  await storeRegister(plan, {
    ...{ tx, actor: inNameOf(taken), importId: id, now, newId, keyFor, decisions },
    tell: (done) => tellProgress(context.database, id, { done: rows.length + done, total }),
  });
  await endImport(tx, id, {
    state: 'done',
    people: plan.people.length,
    families: plan.families.length,
    linked: plan.known + plan.repeated,
  });
}

/** Rows that are asked about and those that they may be, as the file has them. */
function toldOf(asked: readonly Alike[], rows: readonly RegisterRow[]) {
  const lines = new Set(asked.flatMap((each) => [each.line, ...each.rows.map(({ line }) => line)]));
  return Object.fromEntries(
    rows
      .filter(({ line }) => lines.has(line))
      .map(({ line, identity }) => [
        String(line),
        { name: fullName(calledName(identity)), birth: writeLifeDate(identity.birth) },
      ]),
  );
}

/** Decisions about rows of which something is asked still, as far as they answer it. */
function decisionsThatStand(asked: readonly Alike[], decisions: Decisions): Decisions {
  return Object.fromEntries(
    asked.flatMap((each) => {
      const decided = decisions[each.line];
      return decided && stillAnswers(each, decided) ? [[String(each.line), decided]] : [];
    }),
  );
}

export const linkedBy = (decisions: Decisions): number =>
  Object.values(decisions).filter(({ decision }) => decision.kind !== 'another').length;
