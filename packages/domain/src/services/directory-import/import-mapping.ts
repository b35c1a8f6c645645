import * as z from 'zod/mini';

/** What a column of somebody's own list of services may hold. `aside`: it is left where it is. */
export const DIRECTORY_ROLES = [
  ...['provider', 'holder', 'kind', 'provider-region', 'phone', 'email', 'address', 'site'],
  ...['service', 'category', 'layer', 'activities', 'regions', 'reach', 'languages', 'ages'],
  ...['women', 'cost', 'capacity', 'free', 'hours', 'access', 'verified', 'aside'],
] as const;
export type DirectoryRole = (typeof DIRECTORY_ROLES)[number];

/** Without these nobody can tell what a service is; everything else may be not known. */
export const NEEDED_ROLES = [
  ...['provider', 'holder', 'kind', 'service', 'category', 'layer', 'activities', 'regions'],
  ...['reach', 'languages'],
] as const satisfies readonly DirectoryRole[];

export const DirectoryMapping = z.strictObject({
  /** Of each column of the file what it holds, in the order of the columns. */
  columns: z.array(z.enum(DIRECTORY_ROLES)).check(z.minLength(1), z.maxLength(200)),
  /** In which language the names stand. */
  language: z.enum(['kk', 'ru', 'en']),
});
export type DirectoryMapping = z.infer<typeof DirectoryMapping>;

/** A list of services as it stands in a file: headings, then rows with their number in the file. */
export interface DirectoryTable {
  readonly columns: readonly string[];
  readonly rows: ReadonlyArray<{ readonly cells: readonly string[]; readonly line: number }>;
}

/** What is wrong with one place of a file. `known` and `twice` only say that a row is not written again; all others stop everything. */
export const DIRECTORY_FINDINGS = [
  ...['column-missing', 'column-twice', 'missing', 'word-unknown', 'region-unknown'],
  ...['number-unread', 'date-unread', 'too-long', 'not-allowed-here', 'provider-differs'],
  ...['region-not-yours', 'not-whole', 'known', 'twice'],
] as const;
export type DirectoryFindingCode = (typeof DIRECTORY_FINDINGS)[number];
const HARMLESS: ReadonlySet<DirectoryFindingCode> = new Set(['known', 'twice']);
export const stops = ({ code }: Pick<DirectoryFinding, 'code'>): boolean => !HARMLESS.has(code);

export const DirectoryFinding = z.object({
  code: z.enum(DIRECTORY_FINDINGS),
  /** Null: the whole file. */
  line: z.nullable(z.int()),
  column: z.nullable(z.string()),
  role: z.nullable(z.enum(DIRECTORY_ROLES)),
  value: z.nullable(z.string()),
});
export type DirectoryFinding = z.infer<typeof DirectoryFinding>;

/** How lists of the region head their columns. The first pattern that fits decides. */
const HEADINGS: ReadonlyArray<readonly [DirectoryRole, RegExp]> = [
  [
    'provider-region',
    /(регион|область).*(организац|учрежд)|(ұйым|мекеме).*(өңір|облыс|аймақ)|provider region/u,
  ],
  [
    'kind',
    /(вид|тип).*(организац|учрежд)|(ұйым|мекеме).*(түрі)|kind|type of (provider|institution)/u,
  ],
  ['holder', /(форма собств|чья|ведомств|принадлеж|меншік|тиесіл|held by|holder|ownership)/u],
  [
    'activities',
    /(что да[её]т|деятельн|виды помощи|не береді|қызмет түрлері|activit|what it gives)/u,
  ],
  ['provider', /(организац|учрежд|поставщик|ұйым|мекеме|provider|institution|organi[sz]ation)/u],
  ['service', /(услуг|қызмет|service)/u],
  ['category', /(потребн|нужд|категор|қажеттілік|санат|need|category)/u],
  ['layer', /(уров|слой|пирамид|деңгей|қабат|layer|level)/u],
  ['regions', /(регион|област|өңір|облыс|аймақ|region)/u],
  ['reach', /(охват|досягаем|қамту|где принимают|reach)/u],
  ['languages', /(язык|тіл|language)/u],
  ['ages', /(возраст|жас|age)/u],
  ['women', /(женщин|әйел|women)/u],
  ['cost', /(стоим|цена|плат|баға|құны|cost|price)/u],
  ['free', /(свободн|бос орын|free)/u],
  ['capacity', /(мест|вмест|орын|сыйымд|capacity|places)/u],
  ['hours', /(часы|график|режим|жұмыс уақыты|кесте|hours|opening)/u],
  ['access', /(как попасть|доступ|жету|қолжетім|access)/u],
  ['verified', /(провер|уточн|тексер|нақтыла|verified|checked)/u],
  ['phone', /(телефон|тел\b|байланыс|phone)/u],
  ['email', /(почта|e-?mail|пошта)/u],
  ['address', /(адрес|мекенжай|address)/u],
  ['site', /(сайт|site|web)/u],
];

/** What each column seems to hold; each role once. */
export function suggestRoles(columns: readonly string[]): DirectoryRole[] {
  const taken = new Set<DirectoryRole>();
  return columns.map((column) => {
    const plain = column.toLowerCase().trim();
    const role = HEADINGS.find(([each, pattern]) => !taken.has(each) && pattern.test(plain))?.[0];
    if (!role) return 'aside';
    taken.add(role);
    return role;
  });
}
