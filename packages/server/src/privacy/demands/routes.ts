import type { SignedInActor } from '@tirek/domain/access';
import {
  demandState,
  demandsContract,
  demandYears,
  isAnswerable,
  type LegalDemand,
} from '@tirek/domain/privacy/demands';
import { Problem } from '@tirek/domain/problem';
import type { Tx } from '../../db/database.ts';
import { accountOf } from '../../http/account-of.ts';
import { routesOf } from '../../http/handler.ts';
import { programmeDay } from '../../programmes/index.ts';
import { openNote, sealNote } from '../sealed-note.ts';
import {
  type DemandRow,
  insertAnswer,
  insertDemand,
  insertDemandClosing,
  insertDemandDecision,
  listDemandRows,
} from './queries.ts';

type KeyFor = (purpose: string) => Buffer;
const LABELS = {
  asked: (id: string) => `demand ${id}`,
  why: (id: string) => `demand answer ${id}`,
  words: (id: string) => `demand decision ${id}`,
};

export const demandsRoutes = routesOf(demandsContract, {
  async listDemands({ tx, actor, now, keyFor, about }) {
    const rows = await listDemandRows(tx, accountOf(actor));
    about(rows.map(({ id }) => id));
    const demands = rows.map((row) => demandOf(row, { today: programmeDay(now), keyFor }));
    return { demands, years: demandYears(demands) };
  },

  async recordDemand({ tx, actor, input, now, keyFor, about }) {
    const asker = accountOf(actor);
    const { id, answerId, asked, answer, why, ...demand } = input;
    requirePast(demand.receivedOn, { today: programmeDay(now), path: 'receivedOn' });
    if (demand.writtenOn > demand.receivedOn || demand.receivedOn > demand.dueOn) {
      throw new Problem('input-invalid', { places: [{ path: 'dueOn', rule: 'order' }] });
    }
    if (!isAnswerable(answer, demand.basis)) throw new Problem('demand-without-basis');
    about([id], { answer });
    await insertDemand(tx, asker, {
      ...{ ...demand, id, now },
      asked: sealNote(asked, LABELS.asked(id), keyFor),
    });
    const sealed = sealNote(why, LABELS.why(answerId), keyFor);
    const first = { id: answerId, demandId: id, version: 1, kind: answer, why: sealed, now };
    await insertAnswer(tx, asker, first);
    return {};
  },

  async proposeDemandAnswer({ tx, actor, input, now, keyFor, about }) {
    const asker = accountOf(actor);
    const { id, demandId, answer, why } = input;
    const row = await demandRow(tx, asker, demandId);
    if (row.isAgreed !== false) throw new Problem('demand-decided');
    if (!isAnswerable(answer, row.basis)) throw new Problem('demand-without-basis');
    about([demandId], { answer });
    const sealed = sealNote(why, LABELS.why(id), keyFor);
    const version = row.answerVersion + 1;
    await insertAnswer(tx, asker, { id, demandId, version, kind: answer, why: sealed, now });
    return {};
  },

  async decideDemandAnswer({ tx, actor, input, now, keyFor, about }) {
    const asker = accountOf(actor);
    const { demandId, answerId, isAgreed, words } = input;
    const row = await demandRow(tx, asker, demandId);
    if (row.answerId !== answerId) throw new Problem('changed-meanwhile');
    if (row.isAgreed !== null) throw new Problem('demand-decided');
    if (row.proposedBy === asker.accountId) throw new Problem('demand-own');
    about([demandId], { decision: isAgreed ? 'approved' : 'declined' });
    const sealed = words === null ? null : sealNote(words, LABELS.words(answerId), keyFor);
    const { proposedBy } = row;
    const decided = { demandId, answerId, proposedBy, isAgreed, words: sealed, now };
    await insertDemandDecision(tx, asker, decided);
    return {};
  },

  async closeDemand({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    const { demandId, answeredOn, telling, barredBy } = input;
    const row = await demandRow(tx, asker, demandId);
    if (row.answeredOn) throw new Problem('demand-decided');
    if (!row.isAgreed) throw new Problem('demand-not-agreed');
    requirePast(answeredOn, { today: programmeDay(now), path: 'answeredOn' });
    about([demandId], { isLate: answeredOn > row.dueOn });
    await insertDemandClosing(tx, asker, { demandId, answeredOn, telling, barredBy, now });
    return {};
  },
});

/** @throws Problem `not-found` */
async function demandRow(tx: Tx, actor: SignedInActor, id: string): Promise<DemandRow> {
  const row = (await listDemandRows(tx, actor)).find((each) => each.id === id);
  if (!row) throw new Problem('not-found');
  return row;
}

function demandOf(
  row: DemandRow,
  { today, keyFor }: { today: string; keyFor: KeyFor },
): LegalDemand {
  const { id, from, basis, writtenOn, receivedOn, dueOn, isAgreed, answeredOn, telling } = row;
  const isClosed = answeredOn !== null;
  return {
    ...{ id, from, basis, writtenOn, receivedOn, dueOn },
    asked: openNote(row.asked, LABELS.asked(id), keyFor),
    state: demandState({ isAgreed, isClosed }),
    isOverdue: !isClosed && today > dueOn,
    answer: {
      id: row.answerId,
      kind: row.answerKind,
      why: openNote(row.why, LABELS.why(row.answerId), keyFor),
      by: { id: row.proposedBy, name: row.proposer ?? '' },
      at: row.proposedAt,
    },
    decision:
      isAgreed !== null && row.decidedAt
        ? {
            isAgreed,
            words: row.words && openNote(row.words, LABELS.words(row.answerId), keyFor),
            by: row.decider ?? '',
            at: row.decidedAt,
          }
        : null,
    closing: answeredOn && telling ? { answeredOn, telling, barredBy: row.barredBy } : null,
  };
}

/** @throws Problem `input-invalid` when the day is still to come. */
function requirePast(day: string, { today, path }: { today: string; path: string }): void {
  if (day > today) throw new Problem('input-invalid', { places: [{ path, rule: 'to-come' }] });
}
