import type { Words } from '@tirek/domain/cases';
import { type Identity, identityTokens, namesSearched } from '@tirek/domain/people';
import { peopleOf } from '@tirek/domain/people/family-graph';
import { sealWords } from '../../cases/index.ts';
import { sealParticulars } from '../../consents/index.ts';
import {
  hashTokens,
  type KeyFor,
  nameMark,
  newDataKey,
  sealIdentity,
  type WrappedKey,
} from '../../people/index.ts';
import type { MadeUpEntry } from './case.ts';
import { madeUpConsents } from './consents.ts';
import type { MadeUpFamily, MadeUpMember } from './family.ts';

/** A family with whoever holds it and what was written of it. */
export interface HeldFamily {
  readonly family: MadeUpFamily;
  readonly holder: string;
  readonly supervisor: string;
  readonly region: string;
  /** Who held it where it lived before, until a day. */
  readonly earlier?: { readonly holder: string; readonly region: string; readonly until: string };
  /** The day on which it was registered. */
  readonly since: string;
  readonly entries: readonly MadeUpEntry[];
  /** Nothing has happened in it for years: its file lies put away. */
  readonly isSilent?: true;
}

/** Rows of one table, by column: bytes as buffers, arrays and objects as they are. */
export interface TableRows {
  readonly table: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

interface Programme {
  readonly programmeId: string;
  /** The version of the vault key that holds today. */
  readonly keyVersion: number;
  readonly keyFor: KeyFor;
  readonly newId: () => string;
  readonly today: string;
  /** Of the programme's consent settings; null where there are none, and then no consent and no case. */
  readonly settingsVersion: number | null;
  /**
   * Words and particulars of some families may be noise as long as what would be sealed: sealing what nobody who signs in can open is
   * most of the work of filling a very large register.
   */
  readonly noiseFor?: (held: HeldFamily) => ((bytes: number) => Buffer) | null;
  /** Hashes of tokens, kept from one call to the next. */
  readonly hashes?: Map<string, string>;
}

/**
 * Everything the database keeps of some families, sealed and hashed as the program itself does it, in the order in which tables
 * refer to each other. Written in great pieces by the owner: registered one by one, a programme would take minutes to come up.
 */
export function rowsOf(families: readonly HeldFamily[], programme: Programme): TableRows[] {
  const given = programme.keyFor;
  const derived = new Map<string, Buffer>();
  const keyFor: KeyFor = (purpose) => {
    const known = derived.get(purpose) ?? given(purpose);
    derived.set(purpose, known);
    return known;
  };
  const tokens = programme.hashes ?? new Map<string, string>();
  const hashed: Hashed = (texts) => {
    const fresh = texts.filter((text) => !tokens.has(text));
    const hashes = hashTokens(fresh, programme.programmeId, keyFor);
    for (const [at, text] of fresh.entries()) tokens.set(text, hashes[at] ?? '');
    return new Set(texts.map((text) => tokens.get(text) ?? ''));
  };
  const tables = new Map<string, Record<string, unknown>[]>(
    FILLED_TABLES.map((table) => [table, []]),
  );
  const add = (table: (typeof FILLED_TABLES)[number], row: Record<string, unknown>) =>
    tables.get(table)?.push({ ...row, programme_id: programme.programmeId });
  for (const held of families) addFamily(held, { ...programme, keyFor, hashed }, add);
  return FILLED_TABLES.map((table) => ({ table, rows: tables.get(table) ?? [] }));
}

/** In the order in which they refer to each other. */
export const FILLED_TABLES = [
  ...([
    'identity_search',
    'person',
    'person_data_key',
    'identity',
    'name_token',
    'family',
  ] as const),
  ...(['family_member', 'caseload', 'residence', 'spoken_languages', 'consent'] as const),
  ...(['family_fact', 'case_entry', 'audit_entry'] as const),
] as const;
/** The first day of the regions of today: nobody came to live in one of them before. */
const REGIONS_STAND_FROM = '2022-06-08';
/** Tokens of names, each hashed once: relatives share them, and so do strangers. */
type Hashed = (texts: readonly string[]) => ReadonlySet<string>;
type Making = Programme & { readonly hashed: Hashed };
type Add = (table: (typeof FILLED_TABLES)[number], row: Record<string, unknown>) => void;

function addFamily(held: HeldFamily, programme: Making, add: Add): void {
  const { family, region, since, earlier } = held;
  const { newId } = programme;
  const at = (minute: number) => instant(since, minute);
  const keys = new Map<string, WrappedKey>();
  // Whoever registered them: the first to hold them.
  const holder = earlier?.holder ?? held.holder;
  add('family', { id: family.id, made_by: holder, made_at: at(0) });
  const moved = earlier ? instant(earlier.until, 0) : null;
  const first = { family_id: family.id, account_id: holder, from_at: at(0), assigned_by: holder };
  add('caseload', {
    ...{ id: newId(), ...first, region_code: earlier?.region ?? region },
    ...{ until_at: moved, ended_by: moved && holder },
  });
  if (earlier) {
    add('caseload', {
      ...{ id: newId(), family_id: family.id, account_id: held.holder, region_code: region },
      ...{ from_at: moved, assigned_by: held.supervisor, until_at: null, ended_by: null },
    });
  }
  family.members.forEach((member, place) => {
    const recorded = { recorded_by: holder, recorded_at: at(place) };
    keys.set(member.id, addPerson(family, { member, at: at(place), holder }, programme, add));
    add('family_member', {
      ...{ id: newId(), family_id: family.id, person_id: member.id },
      ...{ added_by: holder, added_at: at(place) },
    });
    const came = member.came && since >= REGIONS_STAND_FROM ? since : null;
    const home = { person_id: member.id, ...recorded };
    add('residence', {
      ...{ id: newId(), ...home, region_code: earlier?.region ?? region, from_on: came },
      ...{ until_on: earlier?.until ?? null, ended_by: earlier ? holder : null },
    });
    if (earlier) {
      add('residence', {
        ...{ id: newId(), ...home, region_code: region, from_on: earlier.until },
        ...{ until_on: null, ended_by: null },
      });
    }
    const { languages } = member;
    add('spoken_languages', { id: newId(), person_id: member.id, languages, ...recorded });
  });
  for (const fact of family.facts) {
    add('family_fact', {
      ...{
        id: newId(),
        family_id: family.id,
        fact: fact.fact,
        subject_id: fact.value.id,
        version: 1,
      },
      ...{ people: peopleOf(fact), value: fact.value, recorded_by: holder, recorded_at: at(40) },
    });
  }
  if (programme.settingsVersion !== null) addCase(held, keys, programme, add);
}

function addPerson(
  family: MadeUpFamily,
  { member, at, holder }: { member: MadeUpMember; at: string; holder: string },
  { programmeId, keyVersion, keyFor, newId, hashed }: Making,
  add: Add,
): WrappedKey {
  const { id, sex, name, birth, phone } = member;
  const names = [{ kind: 'called' as const, ...name }];
  const identity: Identity = { names, birth, phones: phone ? [phone] : [], documents: [] };
  const searchId = newId();
  const key = newDataKey(id, { keyVersion, keyFor });
  add('identity_search', {
    ...{ id: searchId, account_id: holder, searched_at: at, candidates: [], shown: [] },
    name_mark: nameMark(namesSearched(name), programmeId, keyFor),
  });
  add('person', { id, sex, search_id: searchId, registered_by: holder, registered_at: at });
  add('person_data_key', { person_id: id, wrapped: key.wrapped, key_version: keyVersion });
  add('identity', {
    ...{ id: newId(), person_id: id, version: 1, recorded_by: holder, recorded_at: at },
    sealed: sealIdentity(identity, { personId: id, version: 1, ...key }, keyFor),
  });
  for (const token of hashed(identityTokens(identity))) {
    add('name_token', { token, person_id: id });
  }
  add('audit_entry', {
    ...{ at, actor_kind: 'account', actor_id: holder, action: 'registerPerson', effect: 'write' },
    ...{ about: [id, family.id], facts: {} },
  });
  return key;
}

function addCase(
  held: HeldFamily,
  keys: ReadonlyMap<string, WrappedKey>,
  { keyFor, newId, settingsVersion, today, noiseFor }: Programme,
  add: Add,
): void {
  const { family, holder, supervisor, entries } = held;
  const noise = noiseFor?.(held);
  const [contact] = family.members;
  const [opening] = entries;
  if (!contact || !opening) return;
  const language = contact.languages[0] === 'kk' ? 'kk' : 'ru';
  for (const consent of madeUpConsents(family, { openedOn: opening.recordedOn, today })) {
    const { personId, party, needs, givenOn, standsUntil, particulars } = consent;
    const id = newId();
    const key = keys.get(personId);
    if (!key) continue;
    add('consent', {
      ...{ id, person_id: personId, purpose: 'service', party, decision: 'given', needs },
      ...{ mode: 'written', language, text_version: 'service-1', is_witnessed: false },
      ...{ settings_version: settingsVersion, given_on: givenOn, stands_until: standsUntil },
      ...{ recorded_by: holder, recorded_at: instant(givenOn, 45) },
      sealed: noise
        ? noise(sealedLength(particulars))
        : sealParticulars(particulars, { personId, id, key }, keyFor),
    });
  }
  entries.forEach((entry, place) => {
    const id = newId();
    const about = entry.personId ?? contact.id;
    const key = keys.get(about);
    const words: Words | null = entry.words;
    const isSealed = words !== null && key !== undefined;
    const { kind, subjectId, version, state, personId, value, recordedOn, by } = entry;
    add('case_entry', {
      ...{
        id,
        family_id: family.id,
        kind,
        subject_id: subjectId,
        version,
        state,
        person_id: personId,
        value,
      },
      sealed: !isSealed
        ? null
        : noise
          ? noise(sealedLength(words))
          : sealWords(words, { personId: about, id, key }, keyFor),
      sealed_for: isSealed ? about : null,
      recorded_by: by === 'holder' ? holder : supervisor,
      recorded_at: instant(recordedOn, 60, place),
      recorded_on: recordedOn,
    });
  });
}

/** A nonce and a tag, and whole blocks of text, as the vault seals it. */
const sealedLength = (text: object): number =>
  28 + 256 * Math.ceil(Buffer.byteLength(JSON.stringify(text)) / 256);

/** A moment of a working day, which is the same day in UTC and in Kazakhstan. */
const instant = (day: string, minute: number, thousandths = 0): string =>
  new Date(Date.parse(`${day}T05:00:00.000Z`) + minute * 60_000 + thousandths).toISOString();
