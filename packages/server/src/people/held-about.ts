import type { SignedInActor } from '@tirek/domain/access';
import type { Identity } from '@tirek/domain/people';
import {
  type HeldSection,
  tellCircumstances,
  tellIdentities,
  tellLife,
  tellPaperStanding,
  tellPeerMatches,
  tellSchoolNotes,
  tellSchoolRecord,
} from '@tirek/domain/privacy/own-copy';
import { Problem } from '@tirek/domain/problem';
import type { Language } from '@tirek/domain/text';
import type { Tx } from '../db/database.ts';
import { listRegions } from '../programmes/index.ts';
import { listFamilyRowsById } from './caseload/queries.ts';
import { listCircumstances } from './circumstances/queries.ts';
import { openCircumstances } from './circumstances/sealed-school.ts';
import { loadGraph } from './family-graph/load-graph.ts';
import { listFactVersions } from './family-graph/queries.ts';
import { openVersions } from './merging/open-as-one.ts';
import { listMergedRecords } from './merging/queries.ts';
import { listPapers } from './papers/queries.ts';
import { listHeldPeerMatches } from './peers/queries.ts';
import { listSchoolNotes } from './pupils/queries.ts';
import {
  countFamiliesElsewhere,
  findLanguages,
  findPerson,
  listFamilyIdsOf,
  listMemberships,
  listResidences,
} from './records/queries.ts';
import { incidentsIn, listSchoolRecordHeld, monthsIn } from './school/queries.ts';
import { listNewestIdentities } from './vault/queries.ts';
import { type KeyFor, openIdentity } from './vault/sealed-identity.ts';

interface Asked {
  readonly tx: Tx;
  readonly actor: SignedInActor;
  readonly keyFor: KeyFor;
  readonly personId: string;
  readonly language: Language;
}

/** What the register holds about one person, for her own copy. */
export const peopleHeld = {
  tables: [
    ...['person', 'identity', 'spoken_languages', 'residence', 'family', 'family_member'],
    ...['caseload', 'family_fact', 'paper', 'circumstance', 'school_note', 'peer_match'],
    ...['pupil_entry', 'incident_closing'],
  ],

  async read(asked: Asked): Promise<HeldSection[]> {
    const { tx, actor, keyFor, personId, language } = asked;
    const person = await findPerson(tx, actor, personId);
    if (!person) throw new Problem('not-found');
    const versions = (await openVersions(tx, [personId], keyFor)).get(personId) ?? [];
    const life = {
      id: personId,
      languages: await findLanguages(tx, [personId]),
      residences: await listResidences(tx, [personId]),
    };
    const regions = new Map((await listRegions(tx)).map(({ code, name }) => [code, name]));
    const families = await familiesOf(asked);
    const elsewhere = await countFamiliesElsewhere(tx, personId);
    const facts = await listFactVersions(tx, personId);
    const merged = await listMergedRecords(tx, [personId]);
    const region = (code: string) => regions.get(code)?.[language] ?? code;
    const records = [personId, ...merged.map(({ mergedId }) => mergedId)];
    return [
      {
        section: 'identity',
        data: { ...person, versions },
        items: tellIdentities(versions, language),
      },
      {
        section: 'life',
        data: {
          ...life,
          families: (await listMemberships(tx, personId)).map(({ from, until, beside }) => ({
            from,
            until,
            others: beside.length,
          })),
          familiesElsewhere: elsewhere,
          facts: withoutOthers(facts, records),
        },
        items: tellLife(
          {
            person: life,
            families,
            elsewhere,
            region,
          },
          language,
        ),
      },
      await papersOf(asked),
      await circumstancesOf(asked, region),
    ];
  },
};

/** Whom else a paper is about is not told: only that it is about somebody else too. */
async function papersOf({ tx, actor, personId, language }: Asked): Promise<HeldSection> {
  const papers = await listPapers(tx, actor, [personId]);
  const data = papers.map(({ aboutPersonId, ...paper }) => ({
    ...paper,
    isAboutAnother: aboutPersonId !== null,
  }));
  return { section: 'papers', data, items: tellPaperStanding(papers, language) };
}

async function circumstancesOf(
  { tx, actor, keyFor, personId, language }: Asked,
  region: (code: string) => string,
): Promise<HeldSection> {
  const rows = await listCircumstances(tx, actor, [personId]);
  const data = await openCircumstances(tx, rows, keyFor);
  const notes = await listSchoolNotes({ tx, actor, keyFor }, personId);
  const kept = await listSchoolRecordHeld(tx, personId);
  const closed = new Set(kept.flatMap((row) => (row.isClosed ? [row.subjectId] : [])));
  const bySchool = { months: monthsIn(kept), incidents: incidentsIn(kept, (id) => closed.has(id)) };
  const withPeers = await listHeldPeerMatches(tx, actor, personId);
  const items = [
    ...tellCircumstances(data, { language, region }),
    ...tellSchoolNotes(notes, language),
    ...tellSchoolRecord(bySchool, language),
    ...tellPeerMatches(withPeers, language),
  ];
  return {
    section: 'circumstances',
    data: { circumstances: data, atSchool: notes, bySchool, withPeers },
    items,
  };
}

async function familiesOf({ tx, actor, keyFor, personId }: Asked) {
  const rows = await listFamilyRowsById(tx, actor, await listFamilyIdsOf(tx, personId));
  const told = [];
  for (const { id, holder } of rows) {
    const { members, graph } = await loadGraph({ tx, actor, keyFor }, id);
    told.push({ holder, others: members.length - 1, graph });
  }
  return told;
}

/** Who else belongs to the families of a person: what is told of her must not name them. */
export async function identitiesBeside({ tx, keyFor, personId }: Asked): Promise<Identity[]> {
  const memberships = await listMemberships(tx, personId);
  const others = new Set(memberships.flatMap(({ beside }) => beside));
  const rows = await listNewestIdentities(tx, [...others]);
  return rows.map((row) => openIdentity(row, keyFor));
}

/** The ids of others tell whom else the register knows: numbers stand in their place, the same for the same person. */
function withoutOthers<Fact extends { readonly people: readonly string[] }>(
  facts: readonly Fact[],
  own: readonly string[],
): unknown {
  const others = [...new Set(facts.flatMap(({ people }) => people))].filter(
    (id) => !own.includes(id),
  );
  const text = others.reduce(
    (all, id, i) => all.replaceAll(id, `other-${i + 1}`),
    JSON.stringify(facts),
  );
  return JSON.parse(text);
}
