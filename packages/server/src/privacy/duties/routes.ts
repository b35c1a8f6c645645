import { DUTY_KINDS, type Duty, dutiesContract } from '@tirek/domain/privacy/duties';
import { accountOf } from '../../http/account-of.ts';
import { routesOf } from '../../http/handler.ts';
import { programmeDay } from '../../programmes/index.ts';
import { findRenewalDuty } from '../retention/index.ts';
import { listDuties } from './queries.ts';

export const dutiesRoutes = routesOf(dutiesContract, {
  async listDuties({ tx, actor, now }) {
    const asker = accountOf(actor);
    const today = programmeDay(now);
    const renewal = await findRenewalDuty(tx, asker, today);
    const others = await listDuties(tx, asker, { now, today });
    const duties = renewal ? [...others, renewal] : others;
    return { duties: duties.toSorted((a, b) => placeOf(a) - placeOf(b)) };
  },
});

const placeOf = ({ kind }: Duty): number => DUTY_KINDS.indexOf(kind);
