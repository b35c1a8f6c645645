import type { Role } from './register-mapping.ts';

/**
 * How registers of the region head their columns, in Kazakh, Russian and English, without marks and numbers. The first pattern
 * that fits decides, so the narrower ones stand first.
 */
const HEADINGS: ReadonlyArray<readonly [Role, RegExp]> = [
  [
    'personal-number',
    /^(иин|жсн|iin|jsn|индивидуальный идентификационный|жеке сәйкестендіру|personal number)/u,
  ],
  [
    'relation',
    /(родств|кем приходится|степень|статус в семье|роль в семье|член семьи|туыс|туысқан|кім болады|отбасындағы|relation|kinship|role in)/u,
  ],
  [
    'head',
    /^(фио )?(глав[аы] сем|отбасы бас|отбасының бас|отағасы|head of (the )?(family|household)|family head)/u,
  ],
  [
    'family',
    /((номер|код|№|n|id|шифр) ?сем|^сем(ья|ьи)$|^отбасы(ның)?( (нөмірі|коды|№|id))?$|family (number|no|id|key|code)|^family$|^household( (number|no|id))?$|^дело$|номер дела|іс нөмірі)/u,
  ],
  [
    'full-name',
    /^(фио|ф и о|аты жөні|аты-жөні|тегі аты|толық аты|fullname|full name|имя фамилия|фамилия имя)/u,
  ],
  ['patronymic', /^(отчество|әкесінің аты|patronymic|middle name|father ?s name)/u],
  ['family-name', /^(фамилия|тегі|surname|last name|family name)/u],
  ['given-name', /^(имя|аты|есімі|given name|first name|name)$/u],
  ['sex', /^(пол|жынысы|жыныс|sex|gender)$/u],
  [
    'arrival-way',
    /(операци|маршрут|как прибы|как вернул|способ|қалай кел|қалай орал|бағыт|operation|route|how (she|he|they) (came|arrived)|way of)/u,
  ],
  [
    'arrival-place',
    /(место прибы|куда прибы|город прибы|регион прибы|пункт прибы|келген (жер|өңір)|place of arriv|arrival (place|region))/u,
  ],
  ['release', /(освобожд|бостандыққа|босатыл|босап|release)/u],
  [
    'life-on',
    /(дата смерти|когда умер|с какого времени пропал|қайтыс болған күн|жоғалған күн|date of death|missing since)/u,
  ],
  ['life', /(статус жизни|жив ли|жизненн|где сейчас|тірі|(?<!\p{L})өмір|қайда қазір|life|alive)/u],
  ['languages', /^(?!.*(обуч|школ|оқу|сабақ|school|teach)).*(язык|тілі|тілдер|language)/u],
  [
    'earlier-region',
    /(прежн\S* (регион|область|мест)|откуда переехал|предыдущ|бұрынғы|бұрын тұрған|қайдан көшкен|earlier|previous|moved from)/u,
  ],
  [
    'lives-since',
    /(прибы\S* в (регион|област)|өңірге келген|с какого (дня|времени|года)|проживает с|дата переезда|қашаннан|тұрып жатыр|көшкен күн|lives?( \w+)? since|moved on)/u,
  ],
  ['arrival', /(прибы|приезд|возвращ|келген|оралған|қайтқан|arriv|return)/u],
  ['birth', /(рожд|г р$|д р$|туған|туылған|туган|birth|born|^dob$)/u],
  ['phone', /(телефон|тел$|моб|сотов|контакт|байланыс|phone|mobile)/u],
  ['region', /(регион|область|облыс|өңір|region|oblast)/u],
  [
    'document',
    /(document|документ|удостоверени|паспорт|құжат|куәлік|төлқұжат|passport|identity card|id card|certificate|свидетельств)/u,
  ],
];

/** The role that a heading speaks of, or null. */
export function roleOfHeading(heading: string): Role | null {
  const plain = plainHeading(heading);
  if (plain === '') return null;
  return HEADINGS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

const plainHeading = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/№/gu, ' № ')
    .replace(/[^\p{L}\p{N}№-]+/gu, ' ')
    .trim();
