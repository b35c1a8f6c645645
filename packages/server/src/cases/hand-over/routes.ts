import type { handOverContract } from '@tirek/domain/cases';
import { Problem } from '@tirek/domain/problem';
import { accountOf } from '../../http/account-of.ts';
import type { Handlers } from '../../http/handler.ts';
import { listFamilyRowsById } from '../../people/index.ts';
import { programmeDay } from '../../programmes/index.ts';
import { writeEntry } from '../write-entry.ts';
import {
  answerOffer,
  insertOffer,
  listColleaguesElsewhere,
  listHolders,
  listOffers,
} from './queries.ts';

export const handOverHandlers: Handlers<typeof handOverContract> = {
  async listFamilyOffers({ tx, about }) {
    const rows = await listOffers(tx);
    about(rows.map(({ familyId }) => familyId));
    return {
      given: rows
        .filter(({ isOwn }) => isOwn)
        .map(({ id, familyId, colleague, region, offeredOn, answer }) => ({
          ...{ id, familyId, to: colleague, region, offeredOn, answer },
        })),
      received: rows
        .filter(({ isOwn }) => !isOwn)
        .map(({ id, colleague, region, people, offeredOn }) => ({
          ...{ id, from: colleague, region, people, offeredOn },
        })),
    };
  },

  async listColleaguesElsewhere({ tx, input }) {
    return { colleagues: await listColleaguesElsewhere(tx, input.region ?? null) };
  },

  async offerFamily({ tx, actor, input, now, keyFor, about }) {
    const { id, familyId, accountId, note } = input;
    const asker = accountOf(actor);
    const today = programmeDay(now);
    const [family] = await listFamilyRowsById(tx, asker, [familyId]);
    if (!family) throw new Problem('not-found');
    about([familyId, accountId]);
    if (note) {
      const value = { form: 'hand-over', heldOn: today, outcome: 'met' } as const;
      await writeEntry(
        { tx, actor: asker, now, keyFor },
        {
          ...{ id: note.id, familyId, basedOn: 0 },
          entry: {
            ...{ kind: 'note', subjectId: note.id, state: 'written', personId: null, value },
            words: { text: note.text, body: '' },
          },
        },
      );
    }
    if (!(await insertOffer(tx, { id, familyId, accountId, now, today }))) {
      throw new Problem('offer-refused');
    }
    return {};
  },

  async answerFamilyOffer({ tx, input, now, about }) {
    const { id, offerId, answer } = input;
    const familyId = await answerOffer(tx, { id, offerId, answer, now });
    if (familyId === null) throw new Problem('already-done');
    about([familyId], { decision: answer });
    return { familyId: answer === 'accepted' ? familyId : null };
  },

  async listFamilyHolders({ tx, input, about }) {
    const holders = await listHolders(tx, input.familyId);
    if (holders.length === 0) throw new Problem('not-found');
    about([input.familyId]);
    return {
      holders: holders.map(({ from, until, ...holder }) => ({
        ...holder,
        from: programmeDay(from),
        until: until && programmeDay(until),
      })),
    };
  },
};
