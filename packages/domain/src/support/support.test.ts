import { describe, expect, it } from 'vitest';
import {
  evidenceOf,
  foldSupport,
  givenBetween,
  lastAttendedOn,
  METHODS,
  type Method,
  methodsOf,
  proposeSheet,
  receivedEvidenceBasedCare,
  SUPPORT_KINDS,
  SupportBegin,
  type SupportCourse,
  type SupportRecords,
  type SupportSession,
  scopeObstacle,
} from './index.ts';

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const MADINA = idOf(900);
const written = {
  recordedBy: idOf(901),
  recordedAt: '2026-11-01T05:00:00Z',
  recordedOn: '2026-11-01',
};

const course = (over: Partial<SupportCourse> = {}): SupportCourse => ({
  ...({ kind: 'counselling', method: 'problem-management', giver: 'psychologist' } as const),
  ...{ id: idOf(1), personId: MADINA, beganOn: '2026-09-01', providerId: null, need: null },
  ...({ providerKind: 'psychological-support-centre', isForFamily: false, groupId: null } as const),
  ...written,
  ...over,
});
const session = (
  number: number,
  heldOn: string,
  over: Partial<SupportSession> = {},
): SupportSession => ({
  ...({ id: idOf(number), courseId: idOf(1), personId: MADINA, attendance: 'attended' } as const),
  ...{ heldOn, minutes: 50, language: 'kk', supersedes: null, note: null, ...written },
  ...over,
});
const records = (over: Partial<SupportRecords> = {}): SupportRecords => ({
  ...{ courses: [course()], sessions: [], ends: [], aid: [] },
  ...over,
});
const weekly = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    session(10 + at, `2026-09-${String(1 + at * 7).padStart(2, '0')}`),
  );

describe('evidence-based care', () => {
  const born = { from: '1990-05-17', to: '1990-05-17' };
  const year = { from: '2026-01-01', to: '2026-12-31', born };
  const why = (given: SupportRecords, over: { from?: string; born?: typeof born | null } = {}) =>
    receivedEvidenceBasedCare(given, { ...year, ...over }).receipt.courses.map((each) => each.why);

  it('is four meetings of one course, and never three and one of another', () => {
    expect(why(records({ sessions: weekly(4) }))).toEqual([null]);
    expect(why(records({ sessions: weekly(3) }))).toEqual(['too-few']);
    const other = course({ id: idOf(2) });
    const split = records({
      courses: [course(), other],
      sessions: [...weekly(3), session(30, '2026-10-10', { courseId: idOf(2) })],
    });
    expect(receivedEvidenceBasedCare(split, year).received).toBe(false);
  });

  it('counts only meetings within the time that she came to, and nothing that was a slip', () => {
    const missed = weekly(4).with(3, session(13, '2026-09-22', { attendance: 'missed' }));
    expect(why(records({ sessions: missed }))).toEqual(['too-few']);
    expect(why(records({ sessions: weekly(4) }), { from: '2026-09-02' })).toEqual(['too-few']);
    const slip = {
      id: idOf(50),
      courseId: idOf(1),
      personId: MADINA,
      endedOn: '2026-11-01',
      ...written,
    };
    expect(why(records({ sessions: weekly(4), ends: [{ ...slip, how: 'slip' }] }))).toEqual([]);
  });

  it('asks for another number where a programme does, and says which', () => {
    const rule = { version: 2, attended: 6, methods: {} };
    const told = receivedEvidenceBasedCare(records({ sessions: weekly(5) }), { ...year, rule });
    expect(told).toMatchObject({ received: false, receipt: { rule } });
    const own = { ...rule, methods: { 'problem-management': 5 } };
    const byMethod = { ...year, rule: own };
    expect(receivedEvidenceBasedCare(records({ sessions: weekly(5) }), byMethod).received).toBe(
      true,
    );
  });

  it('is for the age that the method was made for, and an age nobody knows is none', () => {
    const sessions = weekly(4);
    const child = { from: '2014-01-01', to: '2014-12-31' };
    expect(why(records({ sessions }), { born: child })).toEqual(['age']);
    expect(why(records({ sessions }), { born: null })).toEqual(['age']);
    const skills = course({ kind: 'group', method: 'youth-skills' });
    expect(why(records({ courses: [skills], sessions }), { born: child })).toEqual([null]);
    expect(why(records({ courses: [skills], sessions }))).toEqual(['age']);
    const between = { from: '2011-01-01', to: '2011-12-31' };
    expect(why(records({ courses: [skills], sessions }), { born: between })).toEqual([null]);
    const unsure = { from: '2010-01-01', to: '2011-12-31' };
    expect(why(records({ courses: [skills], sessions }), { born: unsure })).toEqual(['age']);
  });

  it('is never what a centre may not give, nor what has no evidence', () => {
    const sessions = weekly(8);
    const therapy = course({ kind: 'therapy', method: 'trauma-focused-cbt' });
    expect(why(records({ courses: [therapy], sessions }))).toEqual(['beyond-scope']);
    const clinic = { ...therapy, providerKind: 'mental-health-centre' } as const;
    expect(why(records({ courses: [clinic], sessions }))).toEqual([null]);
    const byPeer = { ...clinic, giver: 'peer' } as const;
    expect(why(records({ courses: [byPeer], sessions }))).toEqual(['beyond-scope']);
    const talk = course({ kind: 'therapy', method: 'supportive-talk' });
    expect(why(records({ courses: [talk], sessions }))).toEqual(['not-evidence-based']);
  });
});

describe('the closed lists', () => {
  it('name a method with talking help and with no other', () => {
    const begin = (kind: string, method: string | null) =>
      SupportBegin.safeParse({
        ...{ kind, method, giver: 'psychologist', providerId: null, isForFamily: false },
        ...{ need: null, groupId: null },
      }).success;
    for (const kind of SUPPORT_KINDS) {
      const methods = methodsOf(kind);
      expect(begin(kind, null)).toBe(methods.length === 0);
      for (const method of METHODS) expect(begin(kind, method)).toBe(methods.includes(method));
    }
  });

  it('say of every method that counts for whom, and whence', () => {
    const counting = METHODS.flatMap((method: Method) => evidenceOf(method) ?? []);
    expect(counting.length).toBe(7);
    for (const { source, ages, for: helps } of counting) {
      expect(source).not.toBe('');
      expect(helps.length).toBeGreaterThan(0);
      expect(ages.to === null || ages.from <= ages.to).toBe(true);
    }
  });

  it('let a centre of psychological support evaluate nobody medically, and a clinic do', () => {
    const evaluation = { kind: 'medical-evaluation', method: null, giver: 'psychiatrist' } as const;
    const at = (providerKind: 'psychological-support-centre' | 'clinic') =>
      scopeObstacle({ ...evaluation, providerKind });
    expect(at('psychological-support-centre')).toBe('provider');
    expect(at('clinic')).toBeNull();
    expect(scopeObstacle({ ...evaluation, giver: 'psychologist', providerKind: 'clinic' })).toBe(
      'giver',
    );
  });
});

describe('what stands', () => {
  it('is the same in whatever order rows come, and once where they come twice', () => {
    const rows = [...weekly(3), session(20, '2026-09-29', { attendance: 'missed' })];
    const one = foldSupport(records({ sessions: rows }));
    const other = foldSupport(records({ sessions: [...rows, ...rows].toReversed() }));
    expect(other).toEqual(one);
    expect(one[0]).toMatchObject({ attended: 3, expected: 4, missedInRow: 1 });
  });

  it('proposes the help that met last, for as long as it did', () => {
    const other = course({ id: idOf(2), kind: 'legal', method: null });
    const given = records({
      courses: [course(), other],
      sessions: [...weekly(1), session(30, '2026-10-10', { courseId: idOf(2), minutes: 35 })],
    });
    expect(proposeSheet(given, { language: 'ru' })).toEqual({
      ...{ courseId: idOf(2), minutes: 35, language: 'kk' },
    });
    expect(proposeSheet(records({ courses: [] }), { language: 'ru' })).toMatchObject({
      ...{ courseId: null, language: 'ru' },
    });
  });

  it('tells what was given after one day until another', () => {
    const given = records({ sessions: weekly(4) });
    expect(givenBetween(given, { after: '2026-09-01', until: '2026-09-15' })).toEqual([
      { kind: 'counselling', method: 'problem-management', attended: 2, expected: 2 },
    ]);
    expect(lastAttendedOn(given)).toBe('2026-09-22');
  });
});
