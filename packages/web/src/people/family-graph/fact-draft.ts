import {
  DOCUMENTS,
  type Evidence,
  type FactKind,
  type LifeDate,
  RecordedFact,
  readLifeDate,
  VOICES,
  writeLifeDate,
} from '@tirek/domain/people/family-graph';

/** What the form holds of a fact: everything as it was typed or chosen. */
export interface FactDraft {
  readonly one: string | null;
  readonly other: string | null;
  /** Kind of union, of parentage or of care; where a life stands. */
  readonly kind: string | null;
  readonly from: string;
  /** How a union ended; empty while it lasts. */
  readonly how: string;
  readonly until: string;
  readonly place: string;
  readonly release: string;
  readonly members: readonly string[];
  /** `asserted:relative`, `documented:court-decision`. */
  readonly evidence: string | null;
}

export const EMPTY_DRAFT: FactDraft = {
  one: null,
  other: null,
  kind: null,
  from: '',
  how: '',
  until: '',
  place: 'unknown',
  release: '',
  members: [],
  evidence: null,
};

export const EVIDENCES: readonly string[] = [
  ...VOICES.map((by) => `asserted:${by}`),
  ...DOCUMENTS.map((document) => `documented:${document}`),
];

/** A fact that is known, as the form shows it to be corrected. */
export function draftOf(known: RecordedFact): FactDraft {
  const evidence = evidenceText(
    known.fact === 'life' ? known.value.life.evidence : known.value.evidence,
  );
  const base = { ...EMPTY_DRAFT, evidence };
  switch (known.fact) {
    case 'life': {
      const { id, life } = known.value;
      const date = life.state === 'deceased' ? life.on : 'since' in life ? life.since : null;
      const prison =
        life.state === 'imprisoned'
          ? { place: life.place, release: writeLifeDate(life.expectedRelease) }
          : {};
      return { ...base, one: id, kind: life.state, from: writeLifeDate(date), ...prison };
    }
    case 'union': {
      const { partners, kind, from, end } = known.value;
      const ended = end ? { how: end.how, until: writeLifeDate(end.on) } : {};
      return {
        ...base,
        one: partners[0],
        other: partners[1],
        kind,
        from: writeLifeDate(from),
        ...ended,
      };
    }
    case 'parentage': {
      const { parent, child, kind } = known.value;
      return { ...base, one: parent, other: child, kind };
    }
    case 'care': {
      const { carer, ward, kind, from, until } = known.value;
      return {
        ...base,
        one: carer,
        other: ward,
        kind,
        from: writeLifeDate(from),
        until: writeLifeDate(until),
      };
    }
    case 'household': {
      const { members } = known.value;
      const people = members.filter(({ until }) => until === null).map(({ person }) => person);
      return { ...base, members: people };
    }
  }
}

const evidenceText = (evidence: Evidence) =>
  evidence.kind === 'asserted' ? `asserted:${evidence.by}` : `documented:${evidence.document}`;

/** Dates of the form that are no dates. */
export const unreadableDates = (draft: FactDraft): Array<'from' | 'until' | 'release'> =>
  (['from', 'until', 'release'] as const).filter((name) => readLifeDate(draft[name]) === undefined);

/** The fact that the form holds; null while something is missing. */
export function factOf(
  kind: FactKind,
  draft: FactDraft,
  { id, known }: { id: string; known: RecordedFact | null },
): RecordedFact | null {
  if (unreadableDates(draft).length > 0) return null;
  const value = valueFrom(kind, draft, { id, known });
  const read = RecordedFact.safeParse({ fact: kind, value });
  return read.success ? read.data : null;
}

function valueFrom(
  kind: FactKind,
  draft: FactDraft,
  { id, known }: { id: string; known: RecordedFact | null },
): object | null {
  const date = (name: 'from' | 'until' | 'release'): LifeDate | null =>
    readLifeDate(draft[name]) ?? null;
  const [first, source] = draft.evidence?.split(':') ?? [];
  const evidence =
    first === 'asserted' ? { kind: first, by: source } : { kind: first, document: source };
  const { one, other } = draft;
  switch (kind) {
    case 'life':
      return { id: one, life: { ...lifeOf(draft, date), evidence } };
    case 'union': {
      const end = draft.how === '' ? null : { how: draft.how, on: date('until') };
      return { id, kind: draft.kind, partners: [one, other], from: date('from'), end, evidence };
    }
    case 'parentage':
      return { id, kind: draft.kind, parent: one, child: other, evidence };
    case 'care': {
      const dates = { from: date('from'), until: date('until') };
      return { id, kind: draft.kind, carer: one, ward: other, ...dates, evidence };
    }
    case 'household':
      return draft.members.length === 0
        ? null
        : {
            id,
            members: membersOf(draft, { known, from: date('from'), until: date('until') }),
            evidence,
          };
  }
}

function lifeOf(draft: FactDraft, date: (name: 'from' | 'release') => LifeDate | null): object {
  switch (draft.kind) {
    case 'deceased':
      return { state: 'deceased', on: date('from') };
    case 'missing':
      return { state: 'missing', since: date('from') };
    case 'imprisoned':
      return {
        state: 'imprisoned',
        since: date('from'),
        place: draft.place,
        expectedRelease: date('release'),
      };
    default:
      return { state: draft.kind };
  }
}

/** Who stays keeps the day she came; who is new comes on the day that was typed; who is gone leaves on the other one. */
function membersOf(
  draft: FactDraft,
  given: { known: RecordedFact | null; from: LifeDate | null; until: LifeDate | null },
): object[] {
  const before = given.known?.fact === 'household' ? given.known.value.members : [];
  const today = before.filter(({ until }) => until === null);
  const stays = today.filter(({ person }) => draft.members.includes(person));
  const left = given.until
    ? today
        .filter(({ person }) => !draft.members.includes(person))
        .map((member) => ({ ...member, until: given.until }))
    : [];
  const come = draft.members
    .filter((person) => !today.some((member) => member.person === person))
    .map((person) => ({ person, from: given.from, until: null }));
  return [...before.filter(({ until }) => until !== null), ...left, ...stays, ...come];
}
