import { SPREADSHEET } from '../exports/xlsx/xml-names.ts';
import type { SheetCell } from './workbook.ts';

/** Places in `FONTS`. */
const PLAIN = 0;
const BOLD = 1;
const TITLE = 2;
const QUIET = 3;
const LINK = 4;

const FONTS = [
  font('<sz val="11"/><color theme="1"/>'),
  font('<b/><sz val="11"/><color theme="1"/>'),
  font('<b/><sz val="14"/><color theme="1"/>'),
  font('<sz val="11"/><color rgb="FF525B66"/>'),
  font('<u/><sz val="11"/><color rgb="FF1F5F9C"/>'),
];

/** The first two are for spreadsheets themselves. */
const FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  solid('FFEEF2F6'),
  solid('FFFFF6E0'),
];
const HEAD_FILL = 2;
const BANNER_FILL = 3;

const SIDES = ['left', 'right', 'top', 'bottom']
  .map((side) => `<${side} style="thin"><color rgb="FFD5DAE0"/></${side}>`)
  .join('');
const BORDERS = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  `<border>${SIDES}<diagonal/></border>`,
];
const LINED = 1;

/** Numbers below are formats that spreadsheets bring along. */
const FIRST_OWN_FORMAT = 164;

/** The looks that the cells of a workbook have, each kept once, as its style sheet numbers them. */
export class SheetStyles {
  readonly #looks = new Map<string, number>([[written({}), 0]]);
  readonly #formats = new Map<string, number>();
  /** Thousands of cells look like a few. */
  readonly #known = new Map<string, number>();

  /** The number of a cell's looks. */
  of(cell: SheetCell): number {
    const { style, role, isNumber, format = '', value } = cell;
    const isRight = typeof value === 'number' || isNumber === true;
    const key = `${style} ${role} ${isRight} ${format}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const look = written({ ...looksOf(cell, isRight), format: this.#formatOf(format) });
    const place = this.#looks.get(look) ?? this.#looks.size;
    this.#looks.set(look, place);
    this.#known.set(key, place);
    return place;
  }

  #formatOf(format: string): number {
    if (format === '') return 0;
    const place = this.#formats.get(format) ?? FIRST_OWN_FORMAT + this.#formats.size;
    this.#formats.set(format, place);
    return place;
  }

  xml(): string {
    const formats = [...this.#formats].map(
      ([code, id]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`,
    );
    return (
      `<styleSheet xmlns="${SPREADSHEET}">${formats.length > 0 ? listed('numFmts', formats) : ''}` +
      `${listed('fonts', FONTS)}${listed('fills', FILLS)}${listed('borders', BORDERS)}` +
      `${listed('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'])}` +
      `${listed('cellXfs', [...this.#looks.keys()])}` +
      `${listed('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>'])}</styleSheet>`
    );
  }
}

type Looks = {
  readonly font?: number;
  readonly fill?: number;
  readonly border?: number;
  readonly format?: number;
  /** Attributes of the alignment. */
  readonly align?: string;
};

function looksOf({ style, role }: SheetCell, isRight: boolean): Looks {
  switch (style) {
    case 'title':
      return { font: TITLE };
    case 'quiet':
      return { font: QUIET };
    case 'banner':
      return { fill: BANNER_FILL };
    case 'link':
      return { font: LINK };
    case 'head': {
      const align = `horizontal="${isRight ? 'right' : 'left'}" vertical="bottom" wrapText="1"`;
      return { font: BOLD, fill: HEAD_FILL, border: LINED, align };
    }
    case 'label': {
      const indent = role === 'nested' ? 'horizontal="left" indent="1" ' : '';
      return {
        font: fontOf(role),
        border: LINED,
        align: `${indent}vertical="top" wrapText="1"`,
      };
    }
    case 'value':
      return {
        font: fontOf(role),
        border: LINED,
        align: `horizontal="${isRight ? 'right' : 'left'}" vertical="top"`,
      };
  }
}

function fontOf(role: SheetCell['role']): number {
  if (role === 'total') return BOLD;
  return role === 'missing' ? QUIET : PLAIN;
}

function written({ font = PLAIN, fill = 0, border = 0, format = 0, align }: Looks): string {
  const applied = [
    ...(format > 0 ? [' applyNumberFormat="1"'] : []),
    ...(font > 0 ? [' applyFont="1"'] : []),
    ...(fill > 0 ? [' applyFill="1"'] : []),
    ...(border > 0 ? [' applyBorder="1"'] : []),
    ...(align ? [' applyAlignment="1"'] : []),
  ].join('');
  const inside = align ? `<alignment ${align}/>` : '';
  return `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${applied}>${inside}</xf>`;
}

function font(looks: string): string {
  return `<font>${looks}<name val="Calibri"/><family val="2"/></font>`;
}

function solid(color: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill></fill>`;
}

const listed = (name: string, items: readonly string[]) =>
  `<${name} count="${items.length}">${items.join('')}</${name}>`;
