import type { Region } from '../../programmes/index.ts';
import { birthRange } from '../birth.ts';
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
import { readRegion } from './read-region.ts';
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
  readonly residence: { readonly region: string; readonly from: string | null } | null;
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

/** Reads row after row; a cell of the family that is empty, as in merged cells, means the family above. */
class RowReader {
  readonly #columns: ReadonlyMap<Role, readonly { name: string; at: number }[]>;
  readonly #regionOf: ReturnType<typeof readRegion>;
  readonly #reading: RegisterReading;
  readonly #findings: RegisterFinding[];
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
    const residence = this.#residence();
    const family = this.#familyOf(said?.relation ?? null);
    if (!names || family === null || this.#errors() > before) return null;
    return {
      line,
      family,
      identity: { names, birth, phones, documents: documents.slice(0, 10) },
      sex: sex === 'unknown' ? (said?.sex ?? 'unknown') : sex,
      relation: said?.relation ?? null,
      residence,
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

  #residence(): RegisterRow['residence'] {
    const read = this.#one('region', this.#regionOf, 'region-unread') ?? null;
    const region = read ?? this.#reading.mapping.region;
    const text = this.#text('arrival');
    const arrival = text === '' ? null : readBirth(text, this.#reading.today);
    if (text !== '' && (arrival === undefined || (arrival && arrival.precision !== 'day'))) {
      this.#say('arrival-unread', 'arrival');
    } else if (arrival && !region) this.#say('arrival-without-region', 'arrival');
    if (!region) return null;
    return { region, from: arrival?.precision === 'day' ? arrival.date : null };
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
