import {
  type Agreement,
  isNamedAlike,
  NOTHING_AGREED,
  pupilsContract,
} from '@tirek/domain/people/pupils';
import { Problem } from '@tirek/domain/problem';
import { accountOf } from '../../http/account-of.ts';
import { type Handlers, routesOf } from '../../http/handler.ts';
import { programmeDay } from '../../programmes/index.ts';
import { openIdentitiesOf } from '../merging/open-as-one.ts';
import { findPerson } from '../records/queries.ts';
import { requireOpenFile } from '../records/require-open-file.ts';
import {
  findOwnVersion,
  insertPupil,
  insertSchoolNote,
  listAgreedReceivers,
  listOwnPhones,
  listOwnPupils,
  listPupilsToCompare,
  listSchoolNotes,
  lockSchool,
} from './queries.ts';
import { openPhone, sealPhone } from './sealed-phone.ts';
import { openPupil, sealPupil } from './sealed-pupil.ts';

const NOTHING: Agreement = { supports: [], call: null };

const handlers: Handlers<typeof pupilsContract> = {
  async listPupils({ tx, now, keyFor, about }) {
    about([]);
    const today = programmeDay(now);
    const rows = await listOwnPupils(tx, today);
    const phones = Map.groupBy(await listOwnPhones(tx, today), ({ pupilId }) => pupilId);
    return {
      pupils: rows.map(({ pupilId, entryId, version, sealed, ownSupports, ownCall, ...told }) => ({
        ...{ id: pupilId, version, name: openPupil(sealed, entryId, keyFor) },
        ...{ own: { supports: ownSupports, call: ownCall }, ...told },
        phones: (phones.get(pupilId) ?? []).map((each) =>
          openPhone(each.sealed, each.labelId, keyFor),
        ),
      })),
    };
  },

  async recordPupil({ tx, actor, input, now, keyFor, about }) {
    const asker = accountOf(actor);
    const { id, pupilId, basedOn, pupil } = input;
    about([]);
    await lockSchool(tx, pupilId);
    const known = await findOwnVersion(tx, asker, pupilId);
    const version = known?.version ?? 0;
    if (version !== basedOn) throw new Problem('changed-meanwhile', { version });
    if (known?.state === 'ended' || (known === null && pupil === null)) {
      throw new Problem('not-found');
    }
    await insertPupil(tx, asker, {
      ...{ id, pupilId, version: version + 1, now, today: programmeDay(now) },
      ...(pupil?.own ?? NOTHING),
      sealed: pupil && sealPupil(pupil.name, id, keyFor),
    });
    return { version: version + 1 };
  },

  async findPupils({ tx, actor, input, now, keyFor, about }) {
    const asker = accountOf(actor);
    const { personId } = input;
    if (!(await findPerson(tx, asker, personId))) throw new Problem('not-found');
    about([personId]);
    const note = (await listSchoolNotes({ tx, actor: asker, keyFor }, personId)).at(-1) ?? null;
    const identity = (await openIdentitiesOf(tx, [personId], keyFor)).get(personId);
    const isAlike = identity ? isNamedAlike(identity) : () => false;
    const listed = (await listPupilsToCompare(tx, personId)).map((row) => ({
      ...{ pupilId: row.pupilId, keeper: row.keeper },
      name: openPupil(row.sealed, row.entryId, keyFor),
    }));
    return {
      note,
      isListed: listed.some(({ pupilId }) => pupilId === note?.pupilId),
      found: listed.filter(({ name }) => isAlike(name)),
      receivers: await listAgreedReceivers(tx, { personId, on: programmeDay(now) }),
    };
  },

  async recordSchoolNote({ tx, actor, input, now, keyFor, about }) {
    const asker = accountOf(actor);
    const { id, personId, basedOn, pupilId, receiverId, agreement } = input;
    if (!(await findPerson(tx, asker, personId))) throw new Problem('not-found');
    about([personId]);
    await lockSchool(tx, personId);
    const known = (await listSchoolNotes({ tx, actor: asker, keyFor }, personId)).at(-1);
    const version = known?.version ?? 0;
    if (version !== basedOn) throw new Problem('changed-meanwhile', { version });
    const today = programmeDay(now);
    if (agreement) {
      await requireOpenFile(tx, personId);
      const agreed = await listAgreedReceivers(tx, { personId, on: today });
      if (!agreed.some((each) => each.id === receiverId)) {
        throw new Problem('school-consent-missing');
      }
      const identity = (await openIdentitiesOf(tx, [personId], keyFor)).get(personId);
      const rows = await listPupilsToCompare(tx, personId);
      const row = rows.find((each) => each.pupilId === pupilId);
      const isNamed =
        row && identity && isNamedAlike(identity)(openPupil(row.sealed, row.entryId, keyFor));
      if (!isNamed) throw new Problem('not-found');
    } else if (!known) {
      throw new Problem('not-found');
    }
    const { phone, ...said } = agreement ?? NOTHING_AGREED;
    await insertSchoolNote(tx, asker, {
      ...{ id, personId, version: version + 1, now, today, ...said },
      sealedPhone: phone === null ? null : sealPhone(phone, id, keyFor),
      ...{ pupilId, receiverId, state: agreement ? 'standing' : 'withdrawn' },
    });
    return { version: version + 1 };
  },
};

export const pupilsRoutes = routesOf(pupilsContract, handlers);
