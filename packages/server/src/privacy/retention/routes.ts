import { may } from '@tirek/domain/access';
import { addDays } from '@tirek/domain/cases';
import {
  AHEAD_DAYS,
  aheadIn,
  mayBeSaid,
  overdueBefore,
  quietBefore,
  retentionContract,
} from '@tirek/domain/privacy/retention';
import { Problem } from '@tirek/domain/problem';
import { accountOf } from '../../http/account-of.ts';
import { routesOf } from '../../http/handler.ts';
import { programmeDay, programmeDayStart } from '../../programmes/index.ts';
import { findPrivacySettings } from '../settings/index.ts';
import {
  findFileNumbers,
  insertRenewal,
  listPutAwayFiles,
  listQuietFilesKnown,
  listTeamFiles,
  reopenPutAway,
} from './queries.ts';
import { boundsOf, quietFileOf } from './quiet-file.ts';
import { listDueRenewals } from './renewals.ts';

export const retentionRoutes = routesOf(retentionContract, {
  async getFilesAhead({ tx, actor, now }) {
    const asker = accountOf(actor);
    const { settings } = await findPrivacySettings(tx, asker);
    const today = programmeDay(now);
    const until = addDays(today, AHEAD_DAYS);
    const numbers = await findFileNumbers(tx, programmeDayStart(overdueBefore(today, settings)));
    const quiet = await listQuietFilesKnown(tx, boundsOf(quietBefore(until, settings), now));
    const { families, people, stopped } = aheadIn(quiet.map(quietFileOf), until, settings);
    return {
      ...{ families, people, putAway: numbers?.putAway ?? 0, overdue: numbers?.overdue ?? 0 },
      // Whoever knows her files would learn of a hold from a number that nothing else explains.
      stopped: may(asker, 'audit.read') ? stopped : null,
    };
  },

  async listRenewals({ tx, actor, now, about }) {
    const { settings } = await findPrivacySettings(tx, accountOf(actor));
    const renewals = await listDueRenewals(tx, { today: programmeDay(now), settings });
    about(renewals.map(({ familyId }) => familyId));
    return { renewals };
  },

  async renewPurpose({ tx, actor, input, now, about }) {
    const { id, familyId, verdict, reason } = input;
    const file = (await listTeamFiles(tx)).find((each) => each.familyId === familyId);
    if (!file) throw new Problem('not-found');
    if (!mayBeSaid(verdict, file.caseState)) throw new Problem('purpose-case-open');
    about([familyId], { verdict, why: reason });
    const { holderId } = file;
    await insertRenewal(tx, accountOf(actor), { id, familyId, holderId, verdict, reason, now });
    return {};
  },

  async listPutAway({ tx, actor }) {
    return { files: await listPutAwayFiles(tx, accountOf(actor)) };
  },

  async reopenFile({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    const { fileId, reason } = input;
    const file = (await listPutAwayFiles(tx, asker)).find(({ id }) => id === fileId);
    if (!file) throw new Problem('not-found');
    about([file.familyId], { why: reason });
    if (!(await reopenPutAway(tx, asker, { fileId, reason, now }))) {
      throw new Problem('not-allowed');
    }
    return {};
  },
});
