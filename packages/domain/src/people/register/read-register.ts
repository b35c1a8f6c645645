import { type Region, regionStandsWithin } from '../../programmes/index.ts';
import { type Birth, birthRange } from '../birth.ts';
import type { ValueOf } from '../circumstances/circumstance.ts';
import type { LifeStatus } from '../family-graph/family-graph.ts';
import type { DocumentNumber, Identity, PersonName, Sex } from '../identity.ts';
import { nameKey } from '../names/name-key.ts';
import {
  isBrokenCell,
  readBirth,
  readDocuments,
  readFullName,
  readNamePart,
  readPersonalNumber,
  readPhones,
  readSex,
} from './read-cells.ts';
import { readArrivalWay, readLanguages, readLife } from './read-living.ts';
import { readRegion, regionReader } from './read-region.ts';
import {
  MOST_ROWS,
  REGISTER_WARNINGS,
  REPEATABLE,
  type RegisterFinding,
  type RegisterFindingCode,
  type RegisterMapping,
  type RegisterTable,
  ROLES,
  type Role,
} from './register-mapping.ts';
import { type Relation, readRelation } from './relations.ts';

/** One row as a person. */
export interface RegisterRow {
  readonly line: number;
  /** The same for those of one family. */
  readonly family: string;
  readonly identity: Identity;
  readonly sex: Sex;
  readonly relation: Relation | null;
  readonly residence: {
    readonly region: string;
    readonly from: string | null;
    /** Where she lived until then. */
    readonly before: string | null;
  } | null;
  readonly arrival: ValueOf<'arrival'> | null;
  readonly languages: readonly string[];
  readonly life: LifeStatus | null;
}

export interface ReadRegister {
  readonly rows: readonly RegisterRow[];
  readonly findings: readonly RegisterFinding[];
}

/** The rows of each family, in the order of the file. */
export function rowsByFamily<Row extends RegisterRow>(rows: readonly Row[]): Row[][] {
  const families = new Map<string, Row[]>();
  for (const row of rows) {
    const kin = families.get(row.family);
    if (kin) kin.push(row);
    else families.set(row.family, [row]);
  }
  return [...families.values()];
}

/** What a register is read with. */
export interface RegisterReading {
  readonly mapping: RegisterMapping;
  readonly regions: readonly Region[];
  /** The day of the programme, `YYYY-MM-DD`. */
  readonly today: string;
}

/** Reads a sheet as people. Every row that can be read is, and whatever is wrong is told with its place. */
export function readRegister(table: RegisterTable | null, reading: RegisterReading): ReadRegister {
  const { mapping } = reading;
  const wrong = table ? wrongMapping(mapping, table) : [whole('sheet-empty', mapping.sheet)];
  if (!table || wrong.length > 0) return { rows: [], findings: wrong };
  const findings: RegisterFinding[] = [];
  const reader = new RowReader(table, reading, findings);
  const rows = table.rows.flatMap(({ cells, line }) => reader.read(cells, line) ?? []);
  if (table.rows.length === 0) findings.push(whole('sheet-empty', table.name));
  return { rows, findings };
}

const whole = (code: RegisterFindingCode, value: string, column: string | null = null) =>
  ({ code, severity: 'error', line: null, column, value }) as const;

function wrongMapping(mapping: RegisterMapping, table: RegisterTable): RegisterFinding[] {
  const findings: RegisterFinding[] = [];
  const roles = new Map<Role, string>();
  for (const { column, role } of mapping.columns) {
    if (role === 'aside') continue;
    if (!table.columns.includes(column)) findings.push(whole('column-missing', column, column));
    const other = roles.get(role);
    if (other !== undefined && !REPEATABLE.has(role)) {
      findings.push(whole('role-twice', other, column));
    }
    roles.set(role, column);
  }
  if (!(['full-name', 'family-name', 'given-name'] as const).some((role) => roles.has(role))) {
    findings.push(whole('name-not-mapped', table.name));
  }
  if (table.rows.length > MOST_ROWS) {
    findings.push(whole('too-many-rows', String(table.rows.length)));
  }
  return findings;
}

/** What is left of Қ or Ұ where a file was saved in an alphabet that lacks them. */
const LOST_LETTERS = /\p{L}\?|\?\p{L}|\ufffd/u;

/** What a list says rests on nothing but its word. */
export const SAID = { kind: 'asserted', by: 'practitioner' } as const;

/** Reads row after row; a cell of the family that is empty, as in merged cells, means the family above. */
class RowReader {
  readonly #columns: ReadonlyMap<Role, readonly { name: string; at: number }[]>;
  readonly #regionOf: ReturnType<typeof readRegion>;
  readonly #reading: RegisterReading;
  readonly #findings: RegisterFinding[];
  readonly #regionsAt = new Map<string, ReturnType<typeof regionReader>>();
  #family: string | null = null;
  #cells: readonly string[] = [];
  #line = 0;

  constructor(table: RegisterTable, reading: RegisterReading, findings: RegisterFinding[]) {
    const placed = reading.mapping.columns.map(({ column, role }) => ({
      role,
      name: column,
      at: table.columns.indexOf(column),
    }));
    this.#columns = new Map(
      ROLES.map((role) => [role, placed.filter((column) => column.role === role)] as const).filter(
        ([, columns]) => columns.length > 0,
      ),
    );
    this.#regionOf = readRegion(reading.regions);
    this.#reading = reading;
    this.#findings = findings;
  }

  read(cells: readonly string[], line: number): RegisterRow | null {
    this.#cells = cells;
    this.#line = line;
    const before = this.#errors();
    this.#sayBrokenCells();
    const names = this.#names();
    const said = this.#one('relation', readRelation, 'relation-unread') ?? null;
    const sex = this.#one('sex', readSex, 'sex-unread') ?? 'unknown';
    const { today } = this.#reading;
    const birth = this.#one('birth', (text) => readBirth(text, today), 'birth-unread') ?? null;
    if (birth && birthRange(birth).from > today) this.#say('birth-to-come', 'birth');
    const number = this.#one('personal-number', readPersonalNumber, 'document-unread') ?? null;
    if (
      number &&
      birth?.precision === 'day' &&
      number.slice(0, 6) !== birth.date.slice(2).replaceAll('-', '')
    ) {
      this.#say('number-and-birth', 'personal-number');
    }
    const documents: DocumentNumber[] = [
      ...(number ? [{ kind: 'personal-number' as const, number }] : []),
      ...this.#several('document', readDocuments, 'document-unread').map((each) => ({
        kind: 'other' as const,
        number: each,
      })),
    ];
    const phones = this.#several('phone', readPhones, 'phone-unread').slice(0, 5);
    const arrival = this.#arrival(birth);
    const residence = this.#residence(arrival);
    const languages = this.#one('languages', readLanguages, 'languages-unread') ?? [];
    const life = this.#life();
    const family = this.#familyOf(said?.relation ?? null);
    if (!names || family === null || this.#errors() > before) return null;
    return {
      line,
      family,
      identity: { names, birth, phones, documents: documents.slice(0, 10) },
      sex: sex === 'unknown' ? (said?.sex ?? 'unknown') : sex,
      relation: said?.relation ?? null,
      residence,
      arrival,
      languages,
      life,
    };
  }

  #errors(): number {
    return this.#findings.length === 0
      ? 0
      : this.#findings.filter(({ line, severity }) => line === this.#line && severity === 'error')
          .length;
  }

  #text(role: Role): string {
    const column = this.#columns.get(role)?.[0];
    return column ? (this.#cells[column.at] ?? '') : '';
  }

  #say(code: RegisterFindingCode, role: Role, at?: { name: string; at: number }): void {
    const column = at ?? this.#columns.get(role)?.[0];
    this.#findings.push({
      code,
      severity: (REGISTER_WARNINGS as readonly string[]).includes(code) ? 'warning' : 'error',
      line: this.#line,
      column: column?.name ?? null,
      value: column ? (this.#cells[column.at] ?? '').slice(0, 200) : null,
    });
  }

  #one<Value>(
    role: Role,
    read: (text: string) => Value | undefined,
    code: RegisterFindingCode,
  ): Value | undefined {
    const text = this.#text(role);
    if (isBrokenCell(text)) return undefined;
    const value = read(text);
    if (value === undefined) this.#say(code, role);
    return value;
  }

  #several(
    role: Role,
    read: (text: string) => string[] | undefined,
    code: RegisterFindingCode,
  ): string[] {
    const found = (this.#columns.get(role) ?? []).flatMap((column) => {
      const text = this.#cells[column.at] ?? '';
      if (text === '' || isBrokenCell(text)) return [];
      const values = read(text);
      if (values === undefined) this.#say(code, role, column);
      return values ?? [];
    });
    return [...new Set(found)];
  }

  #sayBrokenCells(): void {
    for (const [role, columns] of this.#columns) {
      if (role === 'aside') continue;
      for (const column of columns) {
        if (isBrokenCell(this.#cells[column.at] ?? '')) this.#say('cell-broken', role, column);
      }
    }
  }

  #names(): PersonName[] | null {
    const whole = readFullName(this.#text('full-name'));
    const name = {
      family: readNamePart(this.#text('family-name')) || whole.family,
      given: readNamePart(this.#text('given-name')) || whole.given,
      patronymic: readNamePart(this.#text('patronymic')) || whole.patronymic,
    };
    const role = this.#columns.has('full-name') ? 'full-name' : 'given-name';
    if (!/\p{L}/u.test(name.family + name.given)) {
      this.#say('name-missing', this.#columns.has(role) ? role : 'family-name');
      return null;
    }
    const written = (['full-name', 'family-name', 'given-name', 'patronymic'] as const).find(
      (each) => LOST_LETTERS.test(this.#text(each)),
    );
    if (written) {
      this.#say('letters-lost', written);
      return null;
    }
    if (Object.values(name).some((part) => part.length > 80)) {
      this.#say('name-too-long', role);
      return null;
    }
    const former = whole.former
      ? [{ ...name, kind: 'former' as const, family: whole.former, patronymic: '' }]
      : [];
    return [{ kind: 'called', ...name }, ...former];
  }

  /** By which operation or route, when and where; nothing where no column tells any of it. */
  #arrival(birth: Birth | null): RegisterRow['arrival'] {
    const on = this.#date('arrival', 'arrival-unread');
    const how = this.#one('arrival-way', readArrivalWay, 'arrival-way-unread') ?? null;
    const region = this.#regionAt('arrival-place', on);
    if (on && birth && birthRange(on).to < birthRange(birth).from) {
      this.#say('arrival-before-birth', 'arrival');
    }
    if (!on && !how && !region) return null;
    return { way: how?.way ?? 'unknown', operation: how?.operation ?? null, on, region };
  }

  /** Since when she lives where she does: as it is said, or since she came where no other place is told. */
  #residence(arrival: RegisterRow['arrival']): RegisterRow['residence'] {
    const read = this.#one('region', this.#regionOf, 'region-unread') ?? null;
    const region = read ?? this.#reading.mapping.region;
    const since = this.#date('lives-since', 'date-unread');
    const before = this.#regionAt('earlier-region', since);
    const from = since ?? (this.#text('earlier-region') === '' ? (arrival?.on ?? null) : null);
    const day = from?.precision === 'day' ? from.date : null;
    if (!day && (before || since)) {
      this.#say(
        'move-without-day',
        this.#columns.has('lives-since') ? 'lives-since' : 'earlier-region',
      );
    }
    if (!region) return null;
    return { region, from: day, before: day ? before : null };
  }

  #life(): LifeStatus | null {
    const state = this.#one('life', readLife, 'life-unread') ?? null;
    const on = this.#date('life-on', 'date-unread');
    const expectedRelease = this.#date('release', 'date-unread', 'may-come');
    if (expectedRelease && state !== 'imprisoned') this.#say('life-without-state', 'release');
    if (on && (state === null || state === 'alive' || state === 'unknown')) {
      this.#say('life-without-state', 'life-on');
    }
    switch (state) {
      case null:
        return null;
      case 'deceased':
        return { state, on, evidence: SAID };
      case 'missing':
        return { state, since: on, evidence: SAID };
      case 'imprisoned':
        return { state, since: on, place: 'unknown', expectedRelease, evidence: SAID };
      default:
        return { state, evidence: SAID };
    }
  }

  #date(role: Role, code: RegisterFindingCode, when: 'past' | 'may-come' = 'past'): Birth | null {
    const { today } = this.#reading;
    const date = this.#one(role, (text) => readBirth(text, today), code) ?? null;
    if (when === 'may-come' || !date || birthRange(date).from <= today) return date;
    this.#say('date-to-come', role);
    return null;
  }

  /** A region as regions were on a day. */
  #regionAt(role: Role, on: Birth | null): string | null {
    const { regions, today } = this.#reading;
    const days = on ? birthRange(on) : { from: today, to: today };
    const name = `${days.from} ${days.to}`;
    const read =
      this.#regionsAt.get(name) ??
      regionReader(regions.filter((region) => regionStandsWithin(region, days)));
    this.#regionsAt.set(name, read);
    return this.#one(role, read, 'region-unread') ?? null;
  }

  /** By key, by the name of the head, by rows that begin a family, or each person a family of her own. */
  #familyOf(relation: Relation | null): string | null {
    const role = (['family', 'head'] as const).find((each) => this.#columns.has(each));
    if (!role) {
      const isFirst = relation === 'head' || !this.#columns.has('relation');
      if (isFirst || this.#family === null) this.#family = `row ${this.#line}`;
      return this.#family;
    }
    const text = this.#text(role);
    const key = role === 'head' ? nameKey(text) || text : text.toLowerCase().replace(/\s+/gu, ' ');
    if (key !== '') this.#family = key;
    if (this.#family === null) this.#say('family-missing', role);
    return this.#family;
  }
}
