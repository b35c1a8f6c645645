import { createHash } from 'node:crypto';
import { may } from '@tirek/domain/access';
import type { InputOf, OutputOf } from '@tirek/domain/contract';
import {
  EXTRACT_WINDOW_DAYS,
  type Extract,
  extractsContract,
  isIdentifying,
  mayTell,
} from '@tirek/domain/privacy/extracts';
import { Problem } from '@tirek/domain/problem';
import { insertAuditEntries } from '../../db/audit-entries.ts';
import { accountOf } from '../../http/account-of.ts';
import { type Request, routesOf } from '../../http/handler.ts';
import { programmeDay } from '../../programmes/index.ts';
import { inOnePiece } from '../../reports/index.ts';
import { openNote, sealNote } from '../sealed-note.ts';
import { findPrivacySettings } from '../settings/index.ts';
import { loadListed } from './load-listed.ts';
import { makeList } from './make-list.ts';
import {
  type ExtractRow,
  findExtract,
  findSealedExtract,
  insertExtract,
  insertExtractDecision,
  listAgreedTo,
  listExtractPeople,
  listExtractRows,
  listTakenOut,
  lockExtracts,
} from './queries.ts';

const DAY = 86_400_000;
const later = (now: string, days: number): string =>
  new Date(Date.parse(now) + days * DAY).toISOString();
const reasonLabel = (id: string): string => `extract ${id}`;

type Making = (typeof extractsContract)['makeExtract'];

export const extractsRoutes = routesOf(extractsContract, {
  makeExtract,

  async listExtracts({ tx, actor, now, keyFor, about }) {
    const rows = await listExtractRows(tx, accountOf(actor), now);
    about(rows.map(({ id }) => id));
    return { extracts: rows.map((row) => opened(row, keyFor)) };
  },

  async decideExtract({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    const { extractId, decision } = input;
    const extract = await findExtract(tx, asker, { id: extractId, now });
    if (!extract) throw new Problem('not-found');
    if (extract.madeBy.id === asker.accountId) throw new Problem('extract-own');
    if (extract.decision || !extract.needsSecond) throw new Problem('extract-decided');
    if (extract.state === 'over') throw new Problem('extract-gone');
    about([extractId], { decision: decision.kind });
    const reason = decision.kind === 'declined' ? decision.reason : null;
    const decided = { extractId, madeBy: extract.madeBy.id, kind: decision.kind, reason, now };
    await insertExtractDecision(tx, asker, decided);
    return {};
  },

  async fetchExtract({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    const { extractId } = input;
    const extract = await findExtract(tx, asker, { id: extractId, now });
    if (!extract || extract.madeBy.id !== asker.accountId || extract.state === 'waiting') {
      throw new Problem('not-found');
    }
    if (extract.state !== 'ready') throw new Problem('extract-gone');
    const people = await listExtractPeople(tx, extractId);
    const { purpose } = extract;
    const agreed = await listAgreedTo(tx, { people, purpose, on: programmeDay(now) });
    const sealed = people.every((id) => agreed.has(id))
      ? await findSealedExtract(tx, extractId)
      : null;
    if (!sealed) throw new Problem('extract-outdated');
    about([extractId]);
    return {
      fileName: `list-${extractId.slice(0, 8)}.zip`,
      mediaType: 'application/zip',
      pieces: inOnePiece(async () => sealed),
    };
  },
});

/** Takes a list out, and writes a row of the log for each person in it, so that each can be told. */
async function makeExtract(request: Request<InputOf<Making>>): Promise<OutputOf<Making>> {
  const { tx, input, now, keyFor, about } = request;
  const actor = accountOf(request.actor);
  const { id, families, purpose, columns, reason, language, passphrase } = input;
  if (isIdentifying(columns) && !may(actor, 'identity.read')) throw new Problem('not-allowed');
  if (!columns.every((column) => mayTell(column, purpose))) throw new Problem('extract-phones');
  await lockExtracts(tx, actor);
  const today = programmeDay(now);
  const { settings } = await findPrivacySettings(tx, actor);
  const listed = await loadListed({ tx, actor, keyFor, today }, { families, purpose });
  const { people, rows, noConsent, erased } = listed;
  if (people.length === 0) throw new Problem('extract-empty');
  const before = await listTakenOut(tx, actor, later(now, -EXTRACT_WINDOW_DAYS));
  const needsSecond = new Set([...before, ...people]).size > settings.extractPeople;
  const expiresAt = later(now, settings.extractDays);
  const expiresOn = programmeDay(expiresAt);
  const sealed = await makeList(rows, { columns, language, today, expiresOn }, passphrase);
  await insertExtract(tx, actor, {
    ...{ id, purpose, columns, language, people, noConsent, erased, needsSecond, expiresAt, now },
    reason: sealNote(reason, reasonLabel(id), keyFor),
    fingerprint: createHash('sha256').update(sealed).digest(),
    sealed,
  });
  about([id], { purpose, people: people.length, leftOut: noConsent + erased });
  await insertAuditEntries(
    tx,
    request.actor,
    people.map((personId) => ({
      ...{ action: 'takenOutInList', effect: 'read', about: [personId, id] },
      facts: { purpose },
    })),
  );
  return { people: people.length, leftOut: { noConsent, erased }, needsSecond, expiresAt };
}

const opened = (row: ExtractRow, keyFor: (purpose: string) => Buffer): Extract => ({
  ...row,
  reason: openNote(row.reason, reasonLabel(row.id), keyFor),
});
