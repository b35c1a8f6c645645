import { describe, expect, it } from 'vitest';
import type { Region } from '../../programmes/index.ts';
import { type DirectoryMapping, isWhole, readDirectory, suggestRoles } from './index.ts';

const name = (ru: string, kk: string, en: string) => ({ ru, kk, en });
const region = (code: string, names: Region['name']): Region =>
  ({ code, name: names, validFrom: '2022-01-01', validUntil: null }) as Region;
const regions = [
  region(
    'KZ-27',
    name('Западно-Казахстанская область', 'Батыс Қазақстан облысы', 'West Kazakhstan Region'),
  ),
  region('KZ-75', name('город Алматы', 'Алматы қаласы', 'Almaty')),
];
const HEADINGS =
  'Организация|Форма собственности|Вид организации|Регион организации|Услуга|Потребность|Уровень|Что даёт|Регионы|Охват|Языки|Возраст|Женщины|Стоимость|Свободно|Телефон|Проверено';
const ROW =
  'Центр «Надежда»|государство|центр психологической поддержки|Западно-Казахстанская область|Консультации|Тревога и подавленность|3|психологическое консультирование; групповые занятия|Западно-Казахстанская область|город|казахский, русский|18+|да|бесплатно|3|+7 7112 00 00 00|01.11.2026';

const table = (...rows: string[]) => ({
  columns: HEADINGS.split('|'),
  rows: rows.map((row, at) => ({ cells: row.split('|'), line: at + 2 })),
});
const mapping = (): DirectoryMapping => ({
  columns: suggestRoles(HEADINGS.split('|')),
  language: 'ru',
});
const knowing = {
  ...{ directory: { providers: [], services: [] }, regions, today: '2026-12-01' },
  mayWrite: () => true,
};
const changed = (column: string, value: string) =>
  ROW.split('|')
    .map((cell, at) => (HEADINGS.split('|')[at] === column ? value : cell))
    .join('|');
/** In words of the pages, whatever these are called there. */
const GOOD = changed('Потребность', 'distress');

describe('a list of services out of a spreadsheet', () => {
  it('says by its headings what each column holds', () => {
    expect(suggestRoles(HEADINGS.split('|'))).toEqual([
      ...['provider', 'holder', 'kind', 'provider-region', 'service', 'category', 'layer'],
      ...['activities', 'regions', 'reach', 'languages', 'ages', 'women', 'cost', 'free'],
      ...['phone', 'verified'],
    ]);
  });

  it('becomes a provider and its services, in the words of the pages or as codes', () => {
    const read = readDirectory(table(GOOD), mapping(), knowing);
    expect(read.findings).toEqual([]);
    expect(read.providers).toMatchObject([
      {
        known: null,
        provider: { holder: 'state', kind: 'psychological-support-centre', region: 'KZ-27' },
      },
    ]);
    expect(read.services).toMatchObject([
      {
        line: 2,
        service: {
          ...{ category: 'distress', layer: 3, activities: ['counselling', 'group-work'] },
          ...{ regions: ['KZ-27'], reach: ['city'], languages: ['kk', 'ru'] },
          ...{ ages: { from: 18, to: null }, hasWomenStaff: true, verifiedOn: '2026-11-01' },
          ...{ cost: { amount: 0, currency: 'KZT' }, placesFree: 3, capacity: null },
        },
      },
    ]);
  });

  it('tells every mistake with row, column and value, and then nothing of it is written', () => {
    const wrong = GOOD.replace('|город|', '|луна|')
      .replace('казахский, русский', 'казахский, эльфийский')
      .replace('01.11.2026', '31.11.2026');
    const read = readDirectory(table(GOOD, wrong), mapping(), knowing);
    expect(isWhole(read)).toBe(false);
    expect(read.findings).toEqual([
      ...(
        [
          ['word-unknown', 'Охват', 'reach', 'луна'],
          ['word-unknown', 'Языки', 'languages', 'эльфийский'],
          ['date-unread', 'Проверено', 'verified', '31.11.2026'],
        ] as const
      ).map(([code, column, role, value]) => ({ code, line: 3, column, role, value })),
    ]);
  });

  it('is refused where a centre would give what only a clinic may, and where a region is somebody else’s', () => {
    const therapy = GOOD.replace(
      'психологическое консультирование; групповые занятия',
      'psychotherapy',
    );
    expect(readDirectory(table(therapy), mapping(), knowing).findings).toMatchObject([
      { code: 'not-allowed-here', role: 'activities', value: 'psychotherapy' },
    ]);
    const elsewhere = {
      ...knowing,
      mayWrite: (codes: readonly string[]) => codes.includes('KZ-75'),
    };
    expect(readDirectory(table(GOOD), mapping(), elsewhere).findings).toMatchObject([
      { code: 'region-not-yours', role: 'provider-region' },
      { code: 'region-not-yours', role: 'regions' },
    ]);
  });

  it('recognises what is there already, and what stands in the file twice', () => {
    const first = readDirectory(table(GOOD, GOOD), mapping(), knowing);
    expect(first.findings).toMatchObject([{ code: 'twice', line: 3 }]);
    expect(isWhole(first)).toBe(true);
    const [one] = first.providers;
    const [service] = first.services;
    if (!one || !service) throw new Error('nothing read');
    const standing = { version: 1, closed: null };
    const directory = {
      providers: [{ ...standing, id: 'p', provider: one.provider }],
      services: [{ ...standing, id: 's', service: { ...service.service, providerId: 'p' } }],
    };
    const more = GOOD.replace('Консультации|', 'Группа поддержки|');
    const again = readDirectory(table(GOOD, more), mapping(), { ...knowing, directory });
    expect(again.findings).toMatchObject([{ code: 'known', line: 2 }]);
    expect(again.providers).toMatchObject([{ known: { id: 'p' } }]);
    expect(again.services).toHaveLength(1);
  });

  it('asks for the columns without which nobody can tell what a service is', () => {
    const without = {
      ...mapping(),
      columns: mapping().columns.map((role) => (role === 'layer' ? ('aside' as const) : role)),
    };
    expect(readDirectory(table(GOOD), without, knowing).findings).toMatchObject([
      { code: 'column-missing', role: 'layer', line: null },
    ]);
  });
});
