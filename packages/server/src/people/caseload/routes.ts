import type { peopleContract } from '@tirek/domain/people';
import { Problem } from '@tirek/domain/problem';
import { accountOf } from '../../http/account-of.ts';
import type { Handlers } from '../../http/handler.ts';
import {
  countCaseloads,
  endSupervision,
  handOver,
  insertSupervision,
  listFamilyRowsById,
  listSupervision,
  listTeam,
} from './queries.ts';

export const caseloadHandlers: Pick<
  Handlers<typeof peopleContract>,
  | 'listTeam'
  | 'handOverFamily'
  | 'countCaseloads'
  | 'listSupervision'
  | 'assignSupervision'
  | 'endSupervision'
> = {
  async listTeam({ tx }) {
    return { practitioners: await listTeam(tx) };
  },

  async handOverFamily({ tx, actor, input, now, about }) {
    const { id, familyId, accountId } = input;
    const [family] = await listFamilyRowsById(tx, accountOf(actor), [familyId]);
    if (!family) throw new Problem('not-found');
    about([familyId, accountId]);
    if (!(await handOver(tx, { id, familyId, accountId, now }))) {
      throw new Problem('hand-over-refused');
    }
    return {};
  },

  async countCaseloads({ tx }) {
    return { regions: await countCaseloads(tx) };
  },

  async listSupervision({ tx, actor }) {
    return { supervision: await listSupervision(tx, accountOf(actor)) };
  },

  async assignSupervision({ tx, actor, input, now, about }) {
    const { id, supervisorId, practitionerId } = input;
    about([supervisorId, practitionerId]);
    const asker = accountOf(actor);
    if ([supervisorId, practitionerId].includes(asker.accountId)) throw new Problem('own-account');
    await insertSupervision(tx, asker, { id, supervisorId, practitionerId, now });
    return {};
  },

  async endSupervision({ tx, actor, input, now, about }) {
    const ended = await endSupervision(tx, accountOf(actor), { id: input.supervisionId, now });
    if (!ended) throw new Problem('not-found');
    about([ended.supervisorId, ended.practitionerId]);
    return {};
  },
};
