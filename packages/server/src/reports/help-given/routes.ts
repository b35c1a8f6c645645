import type { SignedInActor } from '@tirek/domain/access';
import { addMonths } from '@tirek/domain/cases';
import { birthRange } from '@tirek/domain/people';
import {
  type CountedPerson,
  gotBetween,
  groupOf,
  HELP_MEASURES,
  HELPED_GROUPS,
  helpGivenContract,
  isCountedFor,
} from '@tirek/domain/reports/help-given';
import type { Tx } from '../../db/database.ts';
import { accountOf } from '../../http/account-of.ts';
import { type Handlers, type Route, routesOf } from '../../http/handler.ts';
import { listFamilyRows, listMembers, openIdentitiesOf } from '../../people/index.ts';
import { programmeDay } from '../../programmes/index.ts';
import { findCareRule, loadBareSupport } from '../../support/index.ts';
import { findFigures } from './queries.ts';

const MONTHS = 12;

/** For whom of some people within reach a step was proposed between two days; told by the feature that keeps proposals. */
export type ListProposedOn = (
  tx: Tx,
  actor: SignedInActor,
  of: {
    readonly people: readonly string[];
    readonly step: '4';
    readonly from: string;
    readonly to: string;
  },
) => Promise<ReadonlySet<string>>;

/** The endpoints of help given; proposals are read by the feature that keeps them. */
export function helpGivenRoutesOver(listProposedOn: ListProposedOn): readonly Route[] {
  const handlers: Handlers<typeof helpGivenContract> = {
    async getHelpGiven({ tx, actor }) {
      return { figures: await findFigures(tx, accountOf(actor)) };
    },

    async countOwnHelp({ tx, actor, now, keyFor, about }) {
      const asker = accountOf(actor);
      const to = programmeDay(now);
      const from = addMonths(to, -MONTHS);
      const families = await listFamilyRows(tx, asker);
      const members = await listMembers(
        tx,
        families.map(({ id }) => id),
      );
      const sexes = new Map(members.map(({ personId, sex }) => [personId, sex]));
      const people = [...sexes.keys()];
      const rule = await findCareRule(tx, asker.programmeId);
      about(people, { people: people.length });
      const given = await loadBareSupport(tx, asker, people);
      const identities = await openIdentitiesOf(tx, people, keyFor);
      const clinical = await listProposedOn(tx, asker, { people, step: '4', from, to });
      const counted = people.flatMap((personId): Omit<CountedPerson, 'family' | 'region'>[] => {
        const birth = identities.get(personId)?.birth ?? null;
        const born = birth && birthRange(birth);
        const bornYear = born ? Number(born.from.slice(0, 4)) : null;
        const group = groupOf(
          { sex: sexes.get(personId) ?? 'unknown', bornYear },
          Number(to.slice(0, 4)),
        );
        const records = given.get(personId);
        if (group === null || !records) return [];
        const got = gotBetween(records, { from, to, bornYear, rule });
        return [{ group, isClinical: clinical.has(personId), ...got }];
      });
      const counts = HELP_MEASURES.map((measure) => {
        const those = counted.filter((person) => isCountedFor(person, measure));
        const groups = HELPED_GROUPS.map(
          (group) => [group, those.filter((person) => person.group === group).length] as const,
        );
        return {
          measure,
          groups: Object.fromEntries(groups) as Record<(typeof groups)[number][0], number>,
        };
      });
      return { from, to, rule: { version: rule.version, attended: rule.attended }, counts };
    },
  };
  return routesOf(helpGivenContract, handlers);
}
