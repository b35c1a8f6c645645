import type { SignedInActor } from '@tirek/domain/access';
import {
  type ConsentEntry,
  historyAsOne,
  standingConsents,
  topicKey,
} from '@tirek/domain/consents';
import { EMPTY_GRAPH, type FamilyGraph, findingsIn } from '@tirek/domain/people/family-graph';
import {
  asOne,
  birthAsOne,
  documentsAsOne,
  graphAsOne,
  type MergeConflict,
  type MergePreview,
  type MergeRecord,
  mergeConflicts,
  namesAsOne,
  phonesAsOne,
  sexAsOne,
} from '@tirek/domain/people/merging';
import { Problem } from '@tirek/domain/problem';
import type { Tx } from '../../db/database.ts';
import { listFamilyRowsById } from '../caseload/queries.ts';
import { loadGraph } from '../family-graph/load-graph.ts';
import { findLanguages, findPerson, listFamilyIdsOf, listResidences } from '../records/queries.ts';
import { withMembers } from '../records/show-families.ts';
import type { KeyFor } from '../vault/sealed-identity.ts';
import { openIdentitiesOf } from './open-as-one.ts';
import { areKin, countHanging, isWaiting, listConsentWords, standsForOthers } from './queries.ts';
import { type SaidOfRecord, wordsThatCount } from './words-that-count.ts';

interface Asking {
  readonly tx: Tx;
  readonly actor: SignedInActor;
  readonly keyFor: KeyFor;
  readonly today: string;
}

interface LoadedRecord {
  readonly shown: MergeRecord;
  readonly graph: FamilyGraph;
  readonly said: readonly SaidOfRecord<ConsentEntry>[];
}

/**
 * Two records side by side, what would stand afterwards, and what speaks against it.
 * @throws Problem `not-found` unless both are within reach and neither was erased.
 */
export async function previewMerge(
  asking: Asking,
  { personId, otherId }: { personId: string; otherId: string },
): Promise<MergePreview> {
  const { tx, today } = asking;
  if (personId === otherId) throw new Problem('not-found');
  const one = await loadRecord(asking, personId);
  const two = await loadRecord(asking, otherId);
  const [kept, other] = [one.shown, two.shown];
  const { names, birth, phones, documents } = other.identity;
  const [residence] = await listResidences(tx, [personId, otherId]);
  const merged = two.said.map((record) => ({ ...record, mergedAt: record.mergedAt ?? '9999' }));
  const after = {
    names: namesAsOne(kept.identity.names, names),
    birth: birthAsOne(kept.identity.birth, birth),
    sex: sexAsOne(kept.sex, other.sex),
    phones: phonesAsOne(kept.identity.phones, phones),
    documents: documentsAsOne(kept.identity.documents, documents),
    languages: newest(
      [kept.languages, other.languages],
      await findLanguages(tx, [personId, otherId]),
    ),
    residence: newest(
      [kept.residence?.region ?? null, other.residence?.region ?? null],
      residence && residence.until === null ? residence.region : null,
    ),
    life: keptOr(kept.life, other.life),
    consents: standingConsents(historyAsOne([...one.said, ...merged], today), today),
  };
  const findings = findingsOnceOne([one.graph, two.graph], {
    ids: { personId, otherId },
    born: after.birth.value,
    sex: after.sex.value,
    today,
  });
  const conflicts: MergeConflict[] = [
    ...mergeConflicts(sideOf(kept), sideOf(other)),
    ...(doConsentsDiffer(kept, other) ? (['consents-differ'] as const) : []),
    ...(findings.length > 0 ? (['family-unlikely'] as const) : []),
  ];
  return {
    kept,
    other,
    after,
    conflicts,
    findings,
    obstacle: (await areKin(tx, [personId, otherId]))
      ? 'kin'
      : (await standsForOthers(tx, otherId))
        ? 'entangled'
        : (await isWaiting(tx, { personId, otherId }))
          ? 'waits'
          : null,
    needsAnother:
      new Set([kept, other].flatMap(({ families }) => families.map(({ holder }) => holder))).size >
      1,
  };
}

async function loadRecord(asking: Asking, personId: string): Promise<LoadedRecord> {
  const { tx, actor, keyFor, today } = asking;
  const person = await findPerson(tx, actor, personId);
  const identity = (await openIdentitiesOf(tx, [personId], keyFor)).get(personId);
  if (!person || !identity) throw new Problem('not-found');
  const rows = await listFamilyRowsById(tx, actor, await listFamilyIdsOf(tx, personId));
  const families = await withMembers(tx, rows, keyFor);
  const [residence] = await listResidences(tx, [personId]);
  const history = await listConsentWords(tx, personId);
  const { records, counting } = await wordsThatCount(tx, { personId, history, today });
  const graphs = [];
  for (const { id } of families) graphs.push((await loadGraph({ tx, actor, keyFor }, id)).graph);
  const graph = together(graphs);
  return {
    shown: {
      personId,
      registeredAt: person.registeredAt,
      sex: person.sex,
      identity,
      languages: await findLanguages(tx, [personId]),
      residence:
        residence && residence.until === null
          ? { region: residence.region, from: residence.from }
          : null,
      life: graph.persons.find(({ id }) => id === personId)?.life?.state ?? null,
      families: families.map(({ id, holder, members }) => ({ id, holder, members })),
      consents: standingConsents(counting, today),
      hangs: await countHanging(tx, personId),
    },
    graph,
    said: records,
  };
}

const together = (graphs: readonly FamilyGraph[]): FamilyGraph =>
  graphAsOne(
    graphs.reduce<FamilyGraph>(
      (sofar, next) => ({
        persons: [...sofar.persons, ...next.persons],
        unions: [...sofar.unions, ...next.unions],
        parentages: [...sofar.parentages, ...next.parentages],
        cares: [...sofar.cares, ...next.cares],
        households: [...sofar.households, ...next.households],
      }),
      EMPTY_GRAPH,
    ),
    new Map(),
  );

/** What would be impossible or unlikely in the families that was not so before. */
function findingsOnceOne(
  graphs: readonly [FamilyGraph, FamilyGraph],
  {
    ids,
    born,
    sex,
    today,
  }: {
    ids: { personId: string; otherId: string };
    born: MergePreview['after']['birth']['value'];
    sex: MergePreview['after']['sex']['value'];
    today: string;
  },
) {
  const standIns = new Map([[ids.otherId, ids.personId]]);
  const named = ({ code, persons }: { code: string; persons: readonly string[] }) =>
    [code, ...persons].join(' ');
  const before = new Set(
    graphs.flatMap((graph) => asOne(findingsIn(graph, { today }), standIns)).map(named),
  );
  const graph = graphAsOne(together(graphs), standIns);
  const persons = graph.persons.map((person) =>
    person.id === ids.personId ? { ...person, birth: born, sex } : person,
  );
  return findingsIn({ ...graph, persons }, { today })
    .filter((finding) => finding.persons.includes(ids.personId) && !before.has(named(finding)))
    .map(({ code, persons: about }) => ({ code, persons: about }));
}

const sideOf = ({ sex, identity, life, residence, families }: MergeRecord) => ({
  ...{ sex, identity, life },
  region: residence?.region ?? null,
  holders: families.map(({ holder }) => holder),
});

/** Whether both were asked about a topic and it stands differently. */
const doConsentsDiffer = (one: MergeRecord, other: MergeRecord): boolean =>
  one.consents.some(({ state, ...topic }) => {
    const there = other.consents.find((each) => topicKey(each) === topicKey(topic));
    const areBothAsked = state !== 'not-asked' && there && there.state !== 'not-asked';
    return Boolean(areBothAsked && there.state !== state);
  });

function keptOr<Value>(kept: Value | null, other: Value | null) {
  if (kept === null && other === null) return { value: null, why: 'nothing' as const };
  if (kept === null || other === null) return { value: kept ?? other, why: 'only-one' as const };
  return { value: kept, why: kept === other ? ('same' as const) : ('kept' as const) };
}

/** Of what was told last the newest holds. */
function newest<Value>([kept, other]: readonly [Value, Value], value: Value) {
  const isNothing = (each: Value) => each === null || (Array.isArray(each) && each.length === 0);
  if (isNothing(kept) && isNothing(other)) return { value, why: 'nothing' as const };
  if (isNothing(kept) || isNothing(other)) return { value, why: 'only-one' as const };
  const isSame = JSON.stringify(kept) === JSON.stringify(other);
  return { value, why: isSame ? ('same' as const) : ('newest' as const) };
}
