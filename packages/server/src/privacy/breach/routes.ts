import type { SignedInActor } from '@tirek/domain/access';
import {
  type Breach,
  breachContract,
  breachDueOn,
  breachState,
  printNotice,
} from '@tirek/domain/privacy/breach';
import { Problem } from '@tirek/domain/problem';
import { findSettings } from '../../consents/index.ts';
import type { Tx } from '../../db/database.ts';
import { accountOf } from '../../http/account-of.ts';
import { type Handlers, routesOf } from '../../http/handler.ts';
import { programmeDay } from '../../programmes/index.ts';
import { makeDocument } from '../../reports/documents/index.ts';
import { inOnePiece } from '../../reports/index.ts';
import { openNote, sealNote } from '../sealed-note.ts';
import { type BreachRow, insertBreach, insertNotice, listBreachRows } from './queries.ts';

type KeyFor = (purpose: string) => Buffer;
const whatLabel = (id: string) => `breach ${id}`;
const measuresLabel = (id: string) => `breach measures ${id}`;

const handlers: Handlers<typeof breachContract> = {
  async recordBreach({ tx, actor, input, now, keyFor, about }) {
    const { id, noticedOn, kind, size, data, what, measures } = input;
    requirePast(noticedOn, { today: programmeDay(now), path: 'noticedOn' });
    const dueOn = breachDueOn(noticedOn);
    await insertBreach(tx, accountOf(actor), {
      ...{ id, noticedOn, kind, size, data, dueOn, now },
      what: sealNote(what, whatLabel(id), keyFor),
      measures: sealNote(measures, measuresLabel(id), keyFor),
    });
    about([id], { kind });
    return { dueOn };
  },

  async listBreaches({ tx, actor, now, keyFor, about }) {
    const breaches = await breachesOf(tx, accountOf(actor), { now, keyFor });
    about(breaches.map(({ id }) => id));
    return { breaches };
  },

  async getBreachNoticeFile({ tx, actor, input, now, keyFor, about }) {
    const asker = accountOf(actor);
    const { breachId, language } = input;
    const breach = (await breachesOf(tx, asker, { now, keyFor })).find(({ id }) => id === breachId);
    if (!breach) throw new Problem('not-found');
    const settings = await findSettings(tx, asker);
    if (!settings) throw new Problem('consent-settings-missing');
    about([breachId], { language });
    const { operator } = settings.settings;
    const notice = printNotice(breach, { language, operator, officer: breach.recordedBy });
    return {
      fileName: `notice-${language}.pdf`,
      mediaType: 'application/pdf',
      pieces: inOnePiece(() => makeDocument({ notice, format: 'pdf' })),
    };
  },

  async recordBreachNotice({ tx, actor, input, now, keyFor, about }) {
    const asker = accountOf(actor);
    const { breachId, way, on } = input;
    const breach = (await breachesOf(tx, asker, { now, keyFor })).find(({ id }) => id === breachId);
    if (!breach) throw new Problem('not-found');
    if (breach.notice) throw new Problem('breach-noticed');
    requirePast(on, { today: programmeDay(now), path: 'on' });
    about([breachId], { way, isLate: on > breach.dueOn });
    await insertNotice(tx, asker, { breachId, way, on, now });
    return {};
  },
};

export const breachRoutes = routesOf(breachContract, handlers);

async function breachesOf(
  tx: Tx,
  actor: SignedInActor,
  { now, keyFor }: { now: string; keyFor: KeyFor },
): Promise<Breach[]> {
  const rows = await listBreachRows(tx, actor);
  return rows.map((row) => breachOf(row, { today: programmeDay(now), keyFor }));
}

function breachOf(row: BreachRow, { today, keyFor }: { today: string; keyFor: KeyFor }): Breach {
  const { what, measures, way, givenOn, noticer, noticeAt, ...breach } = row;
  return {
    ...breach,
    what: openNote(what, whatLabel(row.id), keyFor),
    measures: openNote(measures, measuresLabel(row.id), keyFor),
    state: breachState({ isNoticed: way !== null, dueOn: row.dueOn, today }),
    notice:
      way && givenOn && noticeAt
        ? ({ way, on: givenOn, by: noticer ?? '', at: noticeAt } as Breach['notice'])
        : null,
  };
}

/** @throws Problem `input-invalid` when the day is still to come. */
function requirePast(day: string, { today, path }: { today: string; path: string }): void {
  if (day > today) throw new Problem('input-invalid', { places: [{ path, rule: 'to-come' }] });
}
