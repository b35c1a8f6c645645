// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how an XLSForm names a question
import { describe, expect, it } from 'vitest';
import { findForm, listForms } from '../../form-library.ts';
import { everythingForm } from '../testing/everything-form.ts';
import { readXlsForm } from './read-xlsform.ts';
import type { XlsSheet } from './workbook-shape.ts';
import { writeXlsForm } from './write-xlsform.ts';

const library = [...listForms().map(({ code }) => findForm(code)!), everythingForm()].map(
  (form) => [form.code, form] as const,
);

/** As the server reads a file: every cell trimmed, rows counted as Excel does. */
const sent = (sheets: readonly XlsSheet[]) =>
  sheets.map(({ name, rows }) => ({
    name,
    rows: rows.map((cells, index) => ({
      cells: cells.map((cell) => cell.trim()),
      line: index + 1,
    })),
  }));

describe('an XLSForm', () => {
  it.each(library)('of %s goes out and comes back as the same package', (_, form) => {
    const back = readXlsForm(sent(writeXlsForm(form).sheets));
    expect(back).toMatchObject({ kind: 'read', leftOut: [] });
    if (back.kind === 'read') expect(back.value.pkg).toEqual(form.pkg);
  });
});

/** A form as the handbooks of XLSForm show them, in words of our own. */
const fromElsewhere = (): { name: string; rows: string[][] }[] => [
  {
    name: 'survey',
    rows: [
      [
        'type',
        'name',
        'label::English (en)',
        'label::Russian',
        'hint::English (en)',
        'required',
        'relevant',
        'constraint',
        'constraint_message::English (en)',
        'calculation',
        'appearance',
      ],
      ['start', 'start', '', '', '', '', '', '', '', '', ''],
      ['begin group', 'home', 'Your home', 'Ваш дом', '', '', '', '', '', '', 'field-list'],
      [
        'integer',
        'rooms',
        'How many rooms?',
        'Сколько комнат?',
        'Count the kitchen',
        'yes',
        '',
        '. >= 0 and . <= 20',
        '',
        '',
        '',
      ],
      [
        'select_one heat',
        'heating',
        'How is it heated?',
        'Чем отапливается?',
        '',
        '',
        '${rooms} > 0',
        '',
        '',
        '',
        'minimal',
      ],
      [
        'text',
        'other_heat',
        'How else?',
        'Чем ещё?',
        '',
        '',
        "${heating} != 'gas'",
        'string-length(.) <= 80',
        '',
        '',
        'multiline',
      ],
      ['end group', '', '', '', '', '', '', '', '', '', ''],
      ['begin_repeat', 'pets', 'Your animals', 'Ваши животные', '', '', '', '', '', '', ''],
      ['integer', 'pet_age', 'How old?', 'Сколько лет?', '', '', '', '. <= 40', 'So old?', '', ''],
      ['end_repeat', '', '', '', '', '', '', '', '', '', ''],
      ['calculate', 'half', '', '', '', '', '', '', '', '${rooms} div 2', ''],
    ],
  },
  {
    name: 'choices',
    rows: [
      ['list_name', 'name', 'label::English (en)', 'label::Russian'],
      ['heat', 'gas', 'Gas', 'Газ'],
      ['heat', 'coal', 'Coal', 'Уголь'],
    ],
  },
  {
    name: 'settings',
    rows: [
      ['form_title', 'form_id', 'version', 'default_language'],
      ['Homes', 'homes_2026', '3', 'English (en)'],
    ],
  },
];

const readAs = (change: (sheets: ReturnType<typeof fromElsewhere>) => void) => {
  const sheets = fromElsewhere();
  change(sheets);
  return readXlsForm(sent(sheets));
};

describe('an XLSForm from elsewhere', () => {
  it('becomes a draft package, and says what was left behind', () => {
    const read = readAs(() => {});
    expect(read).toMatchObject({ kind: 'read' });
    if (read.kind !== 'read') return;
    const { pkg } = read.value;
    expect(pkg).toMatchObject({ code: 'homes-2026', version: '3', status: 'draft' });
    const [home, pets, half] = pkg.items as never as Record<string, unknown>[];
    const [rooms, heating, other] = home!.items as Record<string, unknown>[];
    expect(rooms).toEqual({
      type: 'integer',
      linkId: 'rooms',
      text: {
        en: { text: 'How many rooms?', status: 'draft' },
        ru: { text: 'Сколько комнат?', status: 'draft' },
      },
      help: { en: { text: 'Count the kitchen', status: 'draft' } },
      required: true,
      min: 0,
      max: 20,
    });
    expect(heating).toMatchObject({ type: 'choice', options: 'heat', enableWhen: '(rooms > 0)' });
    expect(other).toMatchObject({
      maxLength: 80,
      multiline: true,
      enableWhen: "(heating.empty() or heating != 'gas')",
    });
    expect((pets!.items as object[])[0]).toMatchObject({
      constraints: [{ id: 'pet-age-fits', severity: 'hard', expression: '(pet_age <= 40)' }],
    });
    expect(half).toMatchObject({ type: 'decimal', calculation: '(rooms / 2)' });
    expect(read.leftOut.map(({ place, found }) => [(place as { row: number }).row, found])).toEqual(
      [
        [2, 'start'],
        [3, 'field-list'],
        [5, 'minimal'],
      ],
    );
  });

  const at = (sheet: string, row: number, column: string) => ({ kind: 'cell', sheet, row, column });

  it.each([
    ['a photograph', 4, 0, 'image', 'type-not-held', 'type', 'image'],
    [
      'options of a file',
      5,
      0,
      'select_one_from_file a.csv',
      'options-elsewhere',
      'type',
      'select_one_from_file a.csv',
    ],
    [
      'an own text beside the options',
      5,
      0,
      'select_one heat or_other',
      'type-not-held',
      'type',
      'or_other',
    ],
    ['a name with a blank', 4, 1, 'my rooms', 'name-not-held', 'name', 'my rooms'],
    [
      'a function nobody works out',
      6,
      6,
      "jr:choice-name(${heating}, 'heat') = ''",
      'expression-not-held',
      'relevant',
      'jr:choice-name',
    ],
    [
      'a question that depends on whether it is required',
      4,
      5,
      '${rooms} > 3',
      'expression-not-held',
      'required',
      '${rooms} > 3',
    ],
    ['a list that is nowhere', 5, 0, 'select_one cold', 'word-missing', 'type', 'choices: cold'],
    ['a rule without its words', 4, 7, '. > 3', 'word-missing', 'constraint_message', 'rooms'],
  ])(
    'with %s is refused with sheet, row and column',
    (_, row, cell, value, code, column, found) => {
      const read = readAs(([survey]) => {
        survey!.rows[row - 1]![cell] = value;
      });
      expect(read.kind).toBe('refused');
      if (read.kind !== 'refused') return;
      expect(read.refusals).toContainEqual({ code, place: at('survey', row, column), found });
    },
  );

  it('with a language nobody reads here, a filter of choices or a value to begin with is refused', () => {
    for (const [column, code] of [
      ['label::Deutsch (de)', 'language-not-held'],
      ['choice_filter', 'element-not-held'],
      ['default', 'element-not-held'],
      ['media::image::English (en)', 'element-not-held'],
    ] as const) {
      const read = readAs(([survey]) => {
        for (const [index, row] of survey!.rows.entries()) {
          row.push(index === 0 ? column : index === 3 ? 'x' : '');
        }
      });
      const refused = expect.objectContaining({ code, place: at('survey', 4, column) });
      expect(read).toMatchObject({ kind: 'refused', refusals: [refused] });
    }
  });

  it('says in which language a text without one stands, or is asked to', () => {
    const read = readAs((sheets) => {
      for (const { rows } of sheets)
        rows[0] = rows[0]!.map((name) => name.replace(/::English.*/, ''));
    });
    expect(read.kind === 'read' && read.value.pkg.items[0]!.text!.en).toEqual({
      text: 'Your home',
      status: 'draft',
    });
    const silent = readAs((sheets) => {
      for (const { rows } of sheets)
        rows[0] = rows[0]!.map((name) => name.replace(/::English.*/, ''));
      sheets[2]!.rows[1]![3] = '';
    });
    expect(silent).toMatchObject({
      kind: 'refused',
      refusals: expect.arrayContaining([
        expect.objectContaining({ code: 'word-missing', found: 'settings: default_language' }),
      ]),
    });
  });
});

describe('a workbook of ours, changed in Excel,', () => {
  it('counts as it stands there now, and the changed words are drafts until somebody looks', () => {
    const { sheets } = writeXlsForm(everythingForm());
    const survey = sheets[0]!.rows.map((row) => [...row]);
    const cell = (name: string, column: string) => {
      const row = survey.find((one) => one[1] === name)!;
      return { row, at: survey[0]!.indexOf(column) };
    };
    const put = (name: string, column: string, value: string) => {
      const { row, at } = cell(name, column);
      row[at] = value;
    };
    put('child_mood', 'relevant', '${child_age} >= 5');
    put('weight', 'constraint', '. >= 2 and . <= 200');
    const read = readXlsForm(sent([{ name: 'survey', rows: survey }, ...sheets.slice(1)]));
    expect(read).toMatchObject({ kind: 'read' });
    if (read.kind !== 'read') return;
    expect(read.value.byLinkId.get('child_mood')!.item.enableWhen).toBe('(child_age >= 5)');
    expect(read.value.byLinkId.get('weight')!.item).toMatchObject({
      min: 2,
      max: 200,
      decimals: 1,
    });
    expect(read.value.byLinkId.get('age')!.item).toEqual(
      everythingForm().byLinkId.get('age')!.item,
    );
  });

  it('is told what ODK and Kobo will not see of it', () => {
    const lost = writeXlsForm(everythingForm()).lost.map(({ found }) => found);
    expect(lost).toContain('old-enough');
    expect(lost).toContain('mood');
    expect(writeXlsForm(findForm('asq')!).lost).toEqual([]);
  });
});
