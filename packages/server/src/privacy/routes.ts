import { AUDIT_PAGE, privacyContract } from '@tirek/domain/privacy';
import { Problem } from '@tirek/domain/problem';
import type { Handlers } from '../http/handler.ts';
import { routesOf } from '../http/handler.ts';
import {
  countEntriesBetween,
  findLastCheck,
  findLastLink,
  findRestoredEntry,
  listAuditEntries,
  positionAfter,
} from './queries.ts';

/** Kazakhstan has one time since March 2024: UTC+5 (Asia/Almaty, tzdata 2024a). */
const DAY_BEGINS_UTC_HOURS = -5;

const handlers: Handlers<typeof privacyContract> = {
  async listAuditEntries({ tx, input, about }) {
    const { effect, action, accountId, day, before } = input;
    const entries = await listAuditEntries(
      tx,
      {
        effect,
        action,
        accountId,
        ...(day ? { from: startOf(day), to: startOf(day, 1) } : {}),
        before: before === undefined ? undefined : Number(before),
      },
      AUDIT_PAGE + 1,
    );
    const page = entries.slice(0, AUDIT_PAGE);
    about(accountId ? [accountId] : [], { entries: page.length, ...(day ? { day } : {}) });
    return {
      entries: page,
      next: entries.length > AUDIT_PAGE ? String(page.at(-1)?.number) : null,
    };
  },

  async readAuditState({ tx }) {
    const link = await findLastLink(tx);
    const unsealedEntries = await countEntriesBetween(tx, {
      after: positionAfter(link),
      until: null,
      aboveEntry: await findRestoredEntry(tx),
      upToEntry: null,
    });
    return {
      head: link && {
        sequence: link.sequence,
        hash: link.hash.toString('hex'),
        sealedAt: link.sealedAt,
      },
      sealedEntries: link?.totalEntries ?? 0,
      unsealedEntries,
      lastCheck: await findLastCheck(tx),
    };
  },
};

export const privacyRoutes = routesOf(privacyContract, handlers);

/** The instant at which a day begins in Kazakhstan. @throws Problem `input-invalid` when there is no such day. */
function startOf(day: string, daysLater = 0): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight))
    throw new Problem('input-invalid', { places: [{ path: 'day', rule: 'date' }] });
  return new Date(midnight + (daysLater * 24 + DAY_BEGINS_UTC_HOURS) * 3_600_000).toISOString();
}
