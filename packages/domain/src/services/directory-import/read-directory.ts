import * as z from 'zod/mini';
import { readRegion } from '../../people/register/index.ts';
import type { Region } from '../../programmes/index.ts';
import { type Directory, Provider, Service, type StandingProvider } from '../directory-entry.ts';
import { licenceObstacle } from '../licence.ts';
import { providerObstacle } from '../provider-obstacle.ts';
import {
  type DirectoryFinding,
  type DirectoryFindingCode,
  type DirectoryMapping,
  type DirectoryRole,
  type DirectoryTable,
  NEEDED_ROLES,
  stops,
} from './import-mapping.ts';
import {
  ACTIVITY_WORDS,
  CATEGORIES,
  HOLDERS,
  KINDS,
  LAYER_WORDS,
  REACH_WORDS,
  readAges,
  readDay,
  readLanguage,
  readNumber,
  readWord,
  readYes,
  sameName,
  severalIn,
} from './read-words.ts';

interface Knowing {
  readonly directory: Directory;
  /** Regions of the programme that stand today. */
  readonly regions: readonly Region[];
  readonly today: string;
  /** Whether whoever brings the file may write about these regions; none: about the whole country. */
  mayWrite(regions: readonly string[]): boolean;
}

/** A provider of the file; `known`: it stands in the directory already and is not written again. */
export interface ReadProvider {
  readonly key: string;
  readonly known: StandingProvider | null;
  readonly provider: Provider;
}
export interface ReadService {
  readonly line: number;
  readonly providerKey: string;
  readonly service: Omit<Service, 'providerId'>;
}
export interface ReadDirectory {
  readonly findings: readonly DirectoryFinding[];
  readonly providers: readonly ReadProvider[];
  /** Those that are new. */
  readonly services: readonly ReadService[];
}

/** Nothing is kept of it where one finding stops. */
export const isWhole = ({ findings }: Pick<ReadDirectory, 'findings'>): boolean =>
  !findings.some(stops);

const ALL = /^(все|барлық|барлығы|all|вся страна|бүкіл ел)/iu;
const NOBODY = '00000000-0000-4000-8000-000000000000';

/** A list of services out of a file, each cell as it stands there or told with its place: nothing is guessed. */
export function readDirectory(
  { columns, rows }: DirectoryTable,
  mapping: DirectoryMapping,
  knowing: Knowing,
): ReadDirectory {
  const findings: DirectoryFinding[] = [...mappingFaults(mapping)];
  if (findings.some(stops)) return { findings, providers: [], services: [] };
  const regionOf = readRegion(knowing.regions);
  const providers = new Map<string, ReadProvider>();
  const services: ReadService[] = [];
  const seen = new Set<string>();
  for (const { cells, line } of rows) {
    if (cells.every((cell) => cell === '')) continue;
    const at = (role: DirectoryRole): string => cells[mapping.columns.indexOf(role)] ?? '';
    const isMapped = (role: DirectoryRole) => mapping.columns.includes(role);
    const before = findings.filter(stops).length;
    const say = (code: DirectoryFindingCode, role: DirectoryRole | null, value?: string) => {
      const column = role === null ? null : (columns[mapping.columns.indexOf(role)] ?? null);
      findings.push({ ...{ code, line, column, role }, value: value ?? (role && at(role)) });
    };
    const read = <Value>(
      role: DirectoryRole,
      code: DirectoryFindingCode,
      by: (cell: string) => Value | undefined,
    ): Value | undefined => {
      const value = by(at(role));
      if (value === undefined) say(at(role) === '' ? 'missing' : code, role);
      return value;
    };
    const several = <Value>(
      role: DirectoryRole,
      code: DirectoryFindingCode,
      by: (cell: string) => Value | undefined,
    ): Value[] => {
      const parts = severalIn(at(role));
      if (parts.length === 0) say('missing', role);
      return [
        ...new Set(
          parts.flatMap((part) => {
            const value = by(part);
            if (value === undefined) say(code, role, part);
            return value === undefined ? [] : [value];
          }),
        ),
      ];
    };
    const named = (role: 'provider' | 'service') => {
      if (at(role) === '') say('missing', role);
      return { kk: '', ru: '', en: '', [mapping.language]: at(role) };
    };
    const region = (cell: string) => regionOf(cell) ?? undefined;
    const where = isMapped('provider-region') ? at('provider-region') : '';
    const provider = {
      name: named('provider'),
      holder: read('holder', 'word-unknown', (cell) => readWord(HOLDERS, cell)),
      kind: read('kind', 'word-unknown', (cell) => readWord(KINDS, cell)),
      region: where === '' ? null : (read('provider-region', 'region-unknown', region) ?? null),
      contacts: {
        ...{ phone: at('phone'), email: at('email') },
        ...{ address: at('address'), site: at('site') },
      },
    };
    const codes = ALL.test(at('regions'))
      ? knowing.regions.map(({ code }) => code)
      : several('regions', 'region-unknown', region);
    const money = read('cost', 'number-unread', (cell) =>
      readYes(cell) === false || /^(бесплатно|тегін|free)$/iu.test(cell) ? 0 : readNumber(cell),
    );
    const service = {
      providerId: NOBODY,
      name: named('service'),
      category: read('category', 'word-unknown', (cell) => readWord(CATEGORIES, cell)),
      layer: read('layer', 'word-unknown', (cell) => readWord(LAYER_WORDS, cell)),
      activities: several('activities', 'word-unknown', (cell) => readWord(ACTIVITY_WORDS, cell)),
      regions: codes,
      reach: several('reach', 'word-unknown', (cell) => readWord(REACH_WORDS, cell)),
      languages: several('languages', 'word-unknown', readLanguage),
      ages: read('ages', 'number-unread', readAges),
      hasWomenStaff: read('women', 'word-unknown', readYes),
      cost: money === undefined || money === null ? null : { amount: money, currency: 'KZT' },
      capacity: read('capacity', 'number-unread', readNumber),
      placesFree: read('free', 'number-unread', readNumber),
      ...{ hours: at('hours'), access: at('access') },
      verifiedOn: read('verified', 'date-unread', (cell) => {
        const day = readDay(cell);
        return day && day > knowing.today ? undefined : day;
      }),
    };
    if (findings.filter(stops).length > before) continue;
    const wholeProvider = z.safeParse(Provider, provider);
    const wholeService = z.safeParse(Service, service);
    if (!wholeProvider.success || !wholeService.success) {
      const issue = (wholeProvider.error ?? wholeService.error)?.issues[0];
      say(issue?.code === 'too_big' ? 'too-long' : 'not-whole', null, issue?.path.join('.'));
      continue;
    }
    const key = keyOf(wholeProvider.data);
    const known = knownProvider(knowing.directory, wholeProvider.data);
    const first = providers.get(key);
    if (first && first.provider.kind !== wholeProvider.data.kind) {
      say('provider-differs', 'kind');
      continue;
    }
    const obstacle = providerObstacle(wholeProvider.data);
    if (obstacle) say('not-allowed-here', 'phone');
    const forbidden = licenceObstacle(wholeService.data, known?.provider ?? wholeProvider.data);
    if (forbidden) say('not-allowed-here', 'activities', forbidden.activity);
    const own = wholeProvider.data.region === null ? [] : [wholeProvider.data.region];
    if (!known && !knowing.mayWrite(own)) say('region-not-yours', 'provider-region');
    if (!knowing.mayWrite(codes)) say('region-not-yours', 'regions');
    if (findings.filter(stops).length > before) continue;
    const name = sameName(at('service'));
    const unit = `${key} ${wholeService.data.category} ${name}`;
    if (seen.has(unit)) say('twice', 'service');
    else if (known && hasService(knowing.directory, known.id, wholeService.data))
      say('known', 'service');
    else {
      if (!first) providers.set(key, { key, known, provider: wholeProvider.data });
      services.push({ line, providerKey: key, service: wholeService.data });
    }
    seen.add(unit);
  }
  return { findings, providers: [...providers.values()], services };
}

function mappingFaults({ columns }: DirectoryMapping): DirectoryFinding[] {
  const fault = (code: DirectoryFindingCode, role: DirectoryRole): DirectoryFinding => ({
    ...{ code, role, line: null, column: null, value: null },
  });
  const twice = columns.filter((role, at) => role !== 'aside' && columns.indexOf(role) < at);
  return [
    ...NEEDED_ROLES.filter((role) => !columns.includes(role)).map((role) =>
      fault('column-missing', role),
    ),
    ...[...new Set(twice)].map((role) => fault('column-twice', role)),
  ];
}

const namesOf = ({ name }: Pick<Provider, 'name'>): string[] =>
  Object.values(name)
    .filter((each) => each !== '')
    .map(sameName);

const keyOf = (provider: Provider): string => `${namesOf(provider).join(' ')} ${provider.region}`;

/** The same name in any language, and not elsewhere. */
const knownProvider = ({ providers }: Directory, provider: Provider): StandingProvider | null =>
  providers.find(
    (each) =>
      each.closed === null &&
      (provider.region === null || each.provider.region === provider.region) &&
      namesOf(each.provider).some((name) => namesOf(provider).includes(name)),
  ) ?? null;

const hasService = (
  { services }: Directory,
  providerId: string,
  { name, category }: Pick<Service, 'name' | 'category'>,
): boolean =>
  services.some(
    ({ closed, service }) =>
      closed === null &&
      service.providerId === providerId &&
      service.category === category &&
      namesOf(service).some((each) => namesOf({ name }).includes(each)),
  );
