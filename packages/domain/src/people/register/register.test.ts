import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../text/index.ts';
import { FileAlikes, readRegister, registerTemplate, suggestMapping, tableOf } from './index.ts';
import { readBirth, readFullName, readPhones, readSex } from './read-cells.ts';

const REGIONS = [
  { code: 'KZ-19', name: { kk: 'Алматы облысы', ru: 'Алматинская область', en: 'Almaty Region' } },
  { code: 'KZ-75', name: { kk: 'Алматы қаласы', ru: 'город Алматы', en: 'Almaty' } },
  {
    code: 'KZ-27',
    name: {
      kk: 'Батыс Қазақстан облысы',
      ru: 'Западно-Казахстанская область',
      en: 'West Kazakhstan Region',
    },
  },
].map((region) => ({ ...region, validFrom: '2022-06-08', validUntil: null }));
const today = '2026-11-29';

function read(lines: readonly string[], region: string | null = null) {
  const rows = lines.map((line, at) => ({ cells: line.split('|'), line: at + 1 }));
  const table = tableOf({ name: 'Тізім', rows });
  const mapping = table && suggestMapping([table]);
  if (!table || !mapping) throw new Error('no headings');
  return readRegister(table, { mapping: { ...mapping, region }, regions: REGIONS, today });
}

describe('a birth as people write it', () => {
  it.each([
    ['17.05.1988', 'day', '1988-05-17'],
    ['7/5/88', 'day', '1988-05-07'],
    ['1988-05-17T00:00:00', 'day', '1988-05-17'],
    ['17.05.1988 00:00', 'day', '1988-05-17'],
    ['17 мамыр 1988 ж.', 'day', '1988-05-17'],
    ['1988 жылғы 17 мамыр', 'day', '1988-05-17'],
    ['3 марта 2019 г.', 'day', '2019-03-03'],
    ['маусым 2001', 'month', '2001-06'],
    ['05.2014', 'month', '2014-05'],
    ['1988 г.р.', 'year', '1988'],
    ['1988 ж.т.', 'year', '1988'],
    ['17.05.24', 'day', '2024-05-17'],
    ['около 1988', 'about', '1988'],
    ['~1988', 'about', '1988'],
    ['шамамен 1960', 'about', '1960'],
    ['1960?', 'about', '1960'],
  ])('reads %s', (text, precision, date) => {
    expect(readBirth(text, today)).toEqual({ precision, date });
  });
  it('knows what is unknown, and what is no date', () => {
    expect(readBirth('белгісіз', today)).toBeNull();
    for (const text of ['31.02.1988', '05/17/1988', 'мамырда', '198', '32280']) {
      expect(readBirth(text, today), text).toBeUndefined();
    }
  });
});

it('takes names of one cell apart, whatever alphabet and order', () => {
  expect(readFullName('АХМЕТОВА Айгүл Серікқызы')).toMatchObject({
    family: 'Ахметова',
    given: 'Айгүл',
    patronymic: 'Серікқызы',
  });
  expect(readFullName('Айгүл Серік қызы')).toMatchObject({ family: '', patronymic: 'Серік қызы' });
  expect(readFullName('Akhmetova, Aigul')).toMatchObject({ family: 'Akhmetova', given: 'Aigul' });
  expect(readFullName('Ахметова (дев. Ибраева) Айгүл')).toMatchObject({ former: 'Ибраева' });
  expect(readFullName('1. Нұр-Сұлтан')).toMatchObject({ given: 'Нұр-Сұлтан' });
});

it('reads words of sex and several telephones of one cell', () => {
  expect(['ә', 'Жен.', 'қыз бала', 'F'].map(readSex)).toEqual(Array(4).fill('female'));
  expect(['е', 'муж', 'ұл бала', 'male', 'xx'].map(readSex)).toEqual([
    ...Array(4).fill('male'),
    undefined,
  ]);
  expect(readPhones('8 701 123 45 67, +7(702)7654321')).toEqual([
    '8 701 123 45 67',
    '+7(702)7654321',
  ]);
  expect(readPhones('нету телефона')).toBeUndefined();
});

describe('a sheet', () => {
  it('has its headings found below a title, over two rows of merged cells', () => {
    const { rows, findings } = read([
      'Отбасылар тізімі|||||',
      '№|Отбасы нөмірі|ФИО||Туған жылы|Пол',
      '||Фамилия|Имя||',
      '1|12|Серікова|Аяулым|1990|ж',
      '2||Серіков|Данияр|2014|м',
    ]);
    expect(findings).toEqual([]);
    expect(rows.map(({ family, identity }) => [family, identity.names[0]?.given])).toEqual([
      ['12', 'Аяулым'],
      ['12', 'Данияр'],
    ]);
  });

  it('tells every row that is wrong with its place, and reads the others', () => {
    const { rows, findings } = read([
      'Семья|ФИО|Дата рождения|Пол|Телефон|Область|ИИН',
      '1|Ахметова Айгүл|весной|ж||Алматы|',
      '1||1990|ж|||',
      '2|Омаров Ерлан|1990|м|12|обл. Алматы|900101300123',
      '2|Омарова Дана|#REF!|ж|||',
      '3|Юсупова Наргиза|02.03.1991|ж|87011234567|алматы облысы|10203400123',
    ]);
    expect(findings.map(({ line, code, column }) => [line, code, column])).toEqual([
      [2, 'birth-unread', 'Дата рождения'],
      [3, 'name-missing', 'ФИО'],
      [4, 'phone-unread', 'Телефон'],
      [5, 'cell-broken', 'Дата рождения'],
      [6, 'number-and-birth', 'ИИН'],
    ]);
    expect(rows).toMatchObject([
      {
        line: 6,
        residence: { region: 'KZ-19', from: null },
        identity: { documents: [{ kind: 'personal-number', number: '010203400123' }] },
      },
    ]);
  });

  it('groups people by the name of the head in any spelling, or by rows that begin a family', () => {
    const byHead = read([
      'Глава семьи|ФИО',
      'Ахметов Қанат|Ахметова Айгүл',
      'Akhmetov Kanat|Ахметов Мирас',
      'Омаров Ерлан|Омарова Дана',
    ]);
    expect(new Set(byHead.rows.map(({ family }) => family)).size).toBe(2);
    const byRows = read([
      'ФИО|Родство',
      'Ахметова Айгүл|глава семьи',
      'Ахметов Мирас|сын',
      'Омарова Дана|глава семьи',
    ]);
    expect(byRows.rows.map(({ family }) => family)).toEqual(['row 2', 'row 2', 'row 4']);
    expect(byRows.rows[1]).toMatchObject({ relation: 'child', sex: 'male' });
  });

  it('means the city by a bare name, and takes the region that was chosen for all', () => {
    const { rows } = read(
      ['ФИО|Регион|Дата прибытия', 'Ахметова Айгүл|Алматы|03.09.2019', 'Омарова Дана||'],
      'KZ-27',
    );
    expect(rows.map(({ residence }) => residence)).toEqual([
      { region: 'KZ-75', from: '2019-09-03', before: null },
      { region: 'KZ-27', from: null, before: null },
    ]);
  });

  it('tells how somebody came, where she lived since, her languages and where her life stands', () => {
    const { rows, findings } = read(
      [
        'ФИО|Регион|Проживает с|Прежний регион|Дата прибытия|Операция|Регион прибытия|Языки|Жизненный статус|Дата смерти|Освобождение',
        'Ахметова Айгүл|ЗКО обл|||||||||',
        'Омарова Дана|Алматы|01.03.2024|Алматинская область|май 2023|Жусан-3|Алматы|казахский и русский|жива||',
        'Омаров Ерлан|||||самостоятельно||арабша, қазақ тілі|қайтыс болған|2017|',
        'Омаров Қанат||||2023|через Турцию|||осуждён||05.2030',
      ].map((line) => line.replace('ЗКО обл', 'Западно-Казахстанская область')),
    );
    expect(findings).toEqual([]);
    const SAID = { kind: 'asserted', by: 'practitioner' };
    expect(rows.slice(1)).toMatchObject([
      {
        residence: { region: 'KZ-75', from: '2024-03-01', before: 'KZ-19' },
        arrival: {
          ...{ way: 'organised', operation: 3, region: 'KZ-75' },
          on: { precision: 'month', date: '2023-05' },
        },
        languages: ['kk', 'ru'],
        life: { state: 'alive', evidence: SAID },
      },
      {
        arrival: { way: 'own-way', operation: null, on: null, region: null },
        languages: ['ar', 'kk'],
        life: { state: 'deceased', on: { precision: 'year', date: '2017' }, evidence: SAID },
      },
      {
        arrival: { way: 'through-another-country' },
        life: { state: 'imprisoned', expectedRelease: { precision: 'month', date: '2030-05' } },
      },
    ]);
    expect(rows[0]).toMatchObject({ arrival: null, languages: [], life: null });
  });

  it('names row, column and value of what is not understood of it', () => {
    const { findings } = read([
      'ФИО|Дата рождения|Регион|Проживает с|Прежний регион|Дата прибытия|Операция|Языки|Жизненный статус|Дата смерти',
      'Омарова Дана|1990|Алматы|2024|Атлантида|1985|пешком|эльфийский|хорошо|',
      'Омаров Ерлан|1990|Алматы|весной||2031||||2017',
    ]);
    expect(findings.map(({ line, code, column, value }) => [line, code, column, value])).toEqual([
      [2, 'arrival-way-unread', 'Операция', 'пешком'],
      [2, 'arrival-before-birth', 'Дата прибытия', '1985'],
      [2, 'region-unread', 'Прежний регион', 'Атлантида'],
      [2, 'move-without-day', 'Проживает с', '2024'],
      [2, 'languages-unread', 'Языки', 'эльфийский'],
      [2, 'life-unread', 'Жизненный статус', 'хорошо'],
      [3, 'date-to-come', 'Дата прибытия', '2031'],
      [3, 'date-unread', 'Проживает с', 'весной'],
      [3, 'life-without-state', 'Дата смерти', '2017'],
    ]);
  });

  it.each(LANGUAGES)('made from the template in %s is understood whole', (language) => {
    const [people] = registerTemplate(language);
    const head = people?.rows[0]?.map(({ value }) => value) ?? [];
    const table = tableOf({ name: 'a', rows: [{ cells: head, line: 1 }] });
    const roles = table ? suggestMapping([table])?.columns.map(({ role }) => role) : [];
    expect(roles).toEqual([
      ...['family', 'relation', 'family-name', 'given-name', 'patronymic', 'birth', 'sex'],
      ...['personal-number', 'document', 'phone', 'languages', 'region', 'lives-since'],
      ...['earlier-region', 'arrival', 'arrival-way', 'arrival-place', 'life', 'life-on'],
      'release',
    ]);
  });
});

it('asks about rows that may be one person, and not about brothers and sisters', () => {
  const { rows } = read([
    'Семья|ФИО|Дата рождения|Телефон',
    '1|Ахметова Айгүл Серікқызы|17.05.1988|87011234567',
    '1|Ахметов Мирас Қанатұлы|02.03.2014|87011234567',
    '1|Ахметова Дана Қанатқызы|02.03.2014|87011234567',
    '2|Akhmetova Aigul|1988|',
  ]);
  const alikes = new FileAlikes();
  expect(rows.map((row) => alikes.add(row).map(({ line }) => line))).toEqual([[], [], [], [2]]);
});
