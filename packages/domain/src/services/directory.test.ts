import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ACTIVITIES,
  cellVersion,
  coverageIn,
  drawTileMap,
  findServices,
  forbiddenActivities,
  holdsOn,
  isStale,
  licenceObstacle,
  mayInRegions,
  NO_WISH,
  type Place,
  PROVIDER_KINDS,
  Provider,
  proposedHolder,
  type Responsibility,
  Service,
  type StandingService,
  shareOf,
  type Tile,
  type Wish,
} from './index.ts';

const TODAY = '2026-11-30';
const PROVIDER = Provider.parse({
  name: { kk: 'Үміт', ru: '', en: '' },
  ...{ holder: 'state', kind: 'psychological-support-centre', region: 'KZ-27' },
  contacts: { phone: '', email: '', address: '', site: '' },
});
const ID = '00000000-0000-4000-8000-000000000001';
const USUAL: Service = Service.parse({
  ...{ providerId: ID, name: { kk: 'Кеңес', ru: '', en: '' }, category: 'distress', layer: 3 },
  ...{ activities: ['counselling'], regions: ['KZ-27'], reach: ['city'], languages: ['kk'] },
  ...{ ages: { from: 7, to: 17 }, hasWomenStaff: true, cost: { amount: 0, currency: 'KZT' } },
  ...{ capacity: 10, placesFree: 3, hours: '', access: '', verifiedOn: '2026-10-01' },
});
const standing = (service: Partial<Service>, id = ID): StandingService => ({
  ...{ id, version: 1, closed: null },
  service: { ...USUAL, ...service },
});
const providers = [{ id: ID, version: 1, closed: null, provider: PROVIDER }];
const find = (services: readonly StandingService[], wish: Partial<Wish>) =>
  findServices({ providers, services }, { ...NO_WISH, ...wish }, TODAY);

describe('a service of the directory', () => {
  it.each<[string, object]>([
    ['ends before it begins', { ages: { from: 10, to: 7 } }],
    ['has more places free than places', { capacity: 2, placesFree: 3 }],
    ['is nowhere', { regions: [] }],
    ['gives nothing', { activities: [] }],
    ['names a language twice', { languages: ['kk', 'kk'] }],
  ])('is refused where it %s', (_, part) => {
    expect(Service.safeParse({ ...USUAL, ...part }).success).toBe(false);
  });

  it('goes out of date six months after it was verified, and was never fresh where nobody asked', () => {
    expect(isStale('2026-05-31', '2026-11-29')).toBe(false);
    expect(isStale('2026-05-30', TODAY)).toBe(true);
    expect(isStale('2026-05-31', TODAY)).toBe(true);
    expect(isStale(null, TODAY)).toBe(true);
  });
});

describe('what a provider may give', () => {
  it('is no psychotherapy and no medical psychology at a centre of psychological support, by the order', () => {
    for (const activity of ['psychotherapy', 'medical-psychology'] as const) {
      expect(licenceObstacle({ activities: ['counselling', activity] }, PROVIDER)).toEqual({
        ...{ code: 'service-not-at-support-centre', activity },
      });
    }
    expect(licenceObstacle({ activities: ['psychiatry'] }, PROVIDER)?.code).toBe(
      'service-without-licence',
    );
    expect(licenceObstacle({ activities: ['counselling', 'crisis-help'] }, PROVIDER)).toBeNull();
  });

  it('is refused exactly where it is among what is told as forbidden', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PROVIDER_KINDS),
        fc.subarray([...ACTIVITIES], { minLength: 1 }),
        (kind, activities) => {
          const isBeyond = activities.some((each) => forbiddenActivities({ kind }).includes(each));
          expect(licenceObstacle({ activities }, { kind }) !== null).toBe(isBeyond);
        },
      ),
    );
    expect(forbiddenActivities({ kind: 'mental-health-centre' })).toEqual([]);
  });
});

describe('who may change the directory', () => {
  const actor = (
    regions: readonly (string | null)[],
    role: 'regional-coordinator' | 'practitioner',
  ) =>
    ({
      kind: 'account',
      isFullySignedIn: true,
      ...{ accountId: ID, programmeId: ID, sessionId: ID },
      assignments: regions.map((region) => ({ role, region })),
    }) as const;
  it.each([
    [['KZ-27'], ['KZ-27'], true],
    [['KZ-27'], ['KZ-27', 'KZ-71'], false],
    [['KZ-27', 'KZ-71'], ['KZ-27', 'KZ-71'], true],
    [['KZ-27'], [], false],
    [[null], [], true],
    [[], ['KZ-27'], false],
  ])('a coordinator of %j changes what is about %j: %s', (own, about, may) => {
    expect(mayInRegions(actor(own, 'regional-coordinator'), 'service.manage', about)).toBe(may);
    expect(mayInRegions(actor(own, 'practitioner'), 'service.manage', about)).toBe(false);
  });
});

describe('who can help', () => {
  it('is told with every reason why the others cannot', () => {
    const far = standing({ regions: ['KZ-71'], languages: ['ru'] });
    const paid = standing({ cost: { amount: 5000, currency: 'KZT' } });
    const other = standing({ category: 'housing' });
    const wish = { region: 'KZ-27', category: 'distress', language: 'kk', free: true } as const;
    const { fitting, others } = find([far, paid, other, standing({})], wish);
    expect(fitting.map(({ standing: { service } }) => service)).toEqual([USUAL]);
    expect(others.map(({ misfits }) => misfits)).toEqual([['costs'], ['region', 'language']]);
  });

  it('stands the better known before the doubtful, and what is not known shuts nobody out', () => {
    const stale = standing({ verifiedOn: null });
    const silent = standing({ hasWomenStaff: null });
    const full = standing({ placesFree: 0 });
    const { fitting } = find([stale, silent, full, standing({})], { womenStaff: true, age: 17 });
    expect(fitting.map(({ doubts }) => doubts)).toEqual([
      [],
      ['women-unknown'],
      ['full-perhaps'],
      ['stale'],
    ]);
    expect(find([standing({})], { age: 18 }).others[0]?.misfits).toEqual(['age']);
    expect(find([full], { freePlaces: true }).others[0]?.misfits).toEqual(['full']);
    expect(find([standing({})], { remote: true }).others[0]?.misfits).toEqual(['not-remote']);
  });

  it('loses nobody: each service of the category fits or says why not, and a wish more never makes more fit', () => {
    const service = fc.record({
      reach: fc.subarray(['city', 'village', 'remote'] as const, { minLength: 1 }),
      regions: fc.subarray(['KZ-27', 'KZ-71'], { minLength: 1 }),
      hasWomenStaff: fc.constantFrom(true, false, null),
      placesFree: fc.constantFrom(0, 4, null),
    });
    const wish = fc.record({
      remote: fc.boolean(),
      womenStaff: fc.boolean(),
      freePlaces: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(service), wish, (services, asked) => {
        const all = services.map((each) => standing(each));
        const { fitting, others } = find(all, asked);
        expect(fitting.length + others.length).toBe(all.length);
        expect(others.every(({ misfits }) => misfits.length > 0)).toBe(true);
        const more = find(all, { ...asked, region: 'KZ-27' });
        expect(more.fitting.length).toBeLessThanOrEqual(fitting.length);
      }),
    );
  });

  it('is nobody of a provider that is closed', () => {
    const closed = [{ ...providers[0], closed: 'ended' }] as never;
    const { others } = findServices(
      { providers: closed, services: [standing({})] },
      NO_WISH,
      TODAY,
    );
    expect(others.map(({ misfits }) => misfits)).toEqual([['closed']]);
  });
});

describe('what there is for a need in a region', () => {
  const lookedAt = (
    services: readonly Partial<Service>[],
    {
      place = 'anywhere',
      entries = {},
    }: { place?: Place; entries?: Partial<StandingService> } = {},
  ) =>
    coverageIn(
      { providers, services: services.map((each) => ({ ...standing(each), ...entries })) },
      place,
      TODAY,
    );
  const covered = (...services: Partial<Service>[]) => lookedAt(services)('KZ-27', 'distress');

  it('is the best that a service there is', () => {
    expect(covered()).toBe('none');
    expect(covered({ regions: ['KZ-71'] })).toBe('none');
    expect(covered({ category: 'housing' })).toBe('none');
    expect(covered({ verifiedOn: null })).toBe('stale');
    expect(covered({ verifiedOn: null }, { reach: ['remote'] })).toBe('remote');
    expect(covered({ reach: ['remote'] }, { placesFree: 0 })).toBe('full');
    expect(covered({ placesFree: 0 }, { placesFree: null })).toBe('present');
    expect(covered({ placesFree: null }, { placesFree: 0 }, { verifiedOn: null })).toBe('present');
  });

  it('is out of date from the day on which six months are over, however good it was', () => {
    expect(covered({ verifiedOn: '2026-05-30' })).toBe('stale');
    expect(covered({ verifiedOn: '2026-06-01' })).toBe('present');
    expect(covered({ verifiedOn: '2026-05-30', reach: ['remote'], placesFree: 0 })).toBe('stale');
  });

  it('is nothing in a region that nobody knows, and of a service that is nowhere', () => {
    expect(lookedAt([{}])('KZ-99', 'distress')).toBe('none');
    expect(lookedAt([{}])('', 'distress')).toBe('none');
    expect(covered({ regions: [] })).toBe('none');
    expect(covered({ reach: [] })).toBe('none');
  });

  it('counts no service that is closed, whose provider is, or that has none', () => {
    const closed = lookedAt([{}], { entries: { closed: 'ended' } });
    expect(closed('KZ-27', 'distress')).toBe('none');
    const services = [standing({})];
    const ended = providers.map((each) => ({ ...each, closed: 'ended' as const }));
    for (const of of [ended, []]) {
      const coverage = coverageIn({ providers: of, services }, 'anywhere', TODAY);
      expect(coverage('KZ-27', 'distress')).toBe('none');
    }
  });

  it('is another thing in the city than in the village, which a district’s office reaches', () => {
    const inPlace = (place: Place, reach: Service['reach']) =>
      lookedAt([{ reach }], { place })('KZ-27', 'distress');
    expect(inPlace('city', ['city'])).toBe('present');
    expect(inPlace('village', ['city'])).toBe('none');
    expect(inPlace('village', ['city', 'remote'])).toBe('remote');
    expect(inPlace('village', ['district'])).toBe('present');
    expect(inPlace('city', ['district'])).toBe('none');
  });

  it('stands for all needs together as none, some or most of them', () => {
    expect(shareOf([])).toEqual({ present: 0, share: 'none' });
    expect(shareOf(['full', 'stale', 'remote'])).toEqual({ present: 0, share: 'none' });
    expect(shareOf(['present', 'none', 'none'])).toEqual({ present: 1, share: 'some' });
    expect(shareOf(['present', 'present', 'none'])).toEqual({ present: 2, share: 'most' });
  });

  it('fits exactly whoever asks for it where help is there or full', () => {
    const service = fc.record({
      reach: fc.subarray(['city', 'village', 'remote'] as const, { minLength: 1 }),
      regions: fc.subarray(['KZ-27', 'KZ-71']),
      verifiedOn: fc.constantFrom(null, '2026-05-30', '2026-10-01'),
      placesFree: fc.constantFrom(0, 4, null),
    });
    fc.assert(
      fc.property(fc.array(service), (services) => {
        const all = services.map((each) => standing(each));
        const { fitting } = find(all, { region: 'KZ-27', category: 'distress' });
        expect(covered(...services) === 'none').toBe(fitting.length === 0);
        const wellKnown = fitting.filter(({ doubts }) => doubts.length === 0);
        expect(covered(...services) === 'present').toBe(wellKnown.length > 0);
      }),
    );
  });
});

describe('the map of squares', () => {
  const tile = (code: string, name = code): Tile => ({ code, name, colour: '#fff', words: 'есть' });
  const squares = (svg: string) =>
    [...svg.matchAll(/<rect x="(\d+)" y="(\d+)"/g)].map(([all]) => all);

  it('has a square of its own for every region, also for those that it does not know', () => {
    const codes = ['KZ-75', 'KZ-19', ...Array.from({ length: 9 }, (_, at) => `XX-${at}`)];
    const svg = String(
      drawTileMap(
        codes.map((code) => tile(code)),
        'Карта',
      ),
    );
    expect(new Set(squares(svg)).size).toBe(codes.length);
    expect(squares(String(drawTileMap([], 'Карта')))).toEqual([]);
  });

  it('escapes what stands in it', () => {
    const svg = String(drawTileMap([tile('KZ-75', '<b>')], '"Карта"'));
    expect(svg).not.toContain('<b>');
    expect(svg).toContain('&quot;Карта&quot;');
  });
});

describe('who answers', () => {
  const cell = { region: 'KZ-27', category: 'housing' } as const;
  const responsible = {
    accountable: { body: 'housing-office', providerId: null },
    ...{ deputy: null, days: 30, escalation: null },
  } as const;
  const row = (
    version: number,
    since: string,
    part: Partial<Responsibility> = {},
  ): Responsibility => ({
    ...{ ...cell, version, since, until: null, responsible, ...part },
  });

  it('is told by the latest day that has come; the same day corrects; an end leaves a hole', () => {
    const map = [
      row(1, '2026-01-01'),
      row(2, '2026-06-01', { responsible: { ...responsible, days: 7 } }),
      row(3, '2026-06-01', { responsible: { ...responsible, days: 14 } }),
      row(4, '2026-10-01', { until: '2026-11-01' }),
    ];
    expect(holdsOn(map, cell, '2025-12-31')).toBeNull();
    expect(holdsOn(map, cell, '2026-05-31')?.version).toBe(1);
    expect(holdsOn(map, cell, '2026-06-01')?.responsible.days).toBe(14);
    expect(holdsOn(map, cell, '2026-10-31')?.version).toBe(4);
    expect(holdsOn(map, cell, '2026-11-01')).toBeNull();
    expect(holdsOn([...map, row(5, '2026-11-20', { responsible: null })], cell, TODAY)).toBeNull();
    expect(holdsOn(map, { ...cell, region: 'KZ-71' }, '2026-06-01')).toBeNull();
    expect(cellVersion(map, cell)).toBe(4);
  });

  it('is proposed for a new need with the day by which, counted from when it was noted', () => {
    expect(proposedHolder([row(1, '2026-01-01')], cell, TODAY)).toEqual({
      ...{ body: 'housing-office', providerId: null, dueOn: '2026-12-30' },
    });
    expect(proposedHolder([], cell, TODAY)).toBeNull();
  });
});
