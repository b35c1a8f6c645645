import { foldSupport, type SupportBegin } from '@tirek/domain/support';
import { describe, expect, it } from 'vitest';
import { supportComposed, supportWhileOffline } from './while-offline.ts';

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const [MADINA, AISHA, GROUP] = [idOf(1), idOf(2), idOf(3)];
const TODAY = '2026-11-23';
const BEGINS: SupportBegin = {
  ...({ kind: 'group', method: 'self-help-plus', giver: 'psychologist' } as const),
  ...{ providerId: null, isForFamily: false, need: null, groupId: GROUP },
};
const row = (number: number, personId: string, attendance: 'attended' | 'missed') => ({
  ...{ id: idOf(100 + number), courseId: idOf(10 + number), personId, attendance },
  ...{ supersedes: null, note: null },
});
const sheet = (over: object = {}) => ({
  id: idOf(50),
  sheet: {
    ...{ heldOn: TODAY, minutes: 60, language: 'kk', begins: BEGINS },
    rows: [row(1, MADINA, 'attended'), row(2, AISHA, 'missed')],
    ...over,
  },
});
const nothing = {
  ...{ courses: [], sessions: [], ends: [], aid: [], today: TODAY, born: null, canRecord: true },
  ...{ colleagues: {}, providers: {} },
};
const rule = supportWhileOffline.recordSupportSheet;
const shownOf = (name: string, input: object, output: object, written: object) =>
  rule?.shows({ name, input: input as never, output }, written as never);

describe('a sheet that waits for signal', () => {
  it('shows in the file of each woman her own row, and none of another', () => {
    const shown = shownOf('listSupport', { personId: AISHA }, nothing, sheet()) as typeof nothing;
    const [course] = foldSupport(shown);
    expect(course).toMatchObject({ attended: 0, expected: 1, course: { personId: AISHA } });
    expect(JSON.stringify(shown)).not.toContain(MADINA);
    expect(shownOf('listSupport', { personId: idOf(9) }, nothing, sheet())).toBe(nothing);
    expect(shownOf('getPerson', { personId: AISHA }, nothing, sheet())).toBe(nothing);
  });

  it('shows among the groups, also the second meeting of one that has not arrived either', () => {
    const none = { courses: [], sessions: [], ends: [] };
    const begun = shownOf('listSupportGroups', {}, none, sheet()) as typeof none;
    const again = sheet({
      begins: null,
      rows: [row(1, MADINA, 'attended'), row(2, AISHA, 'missed')],
    });
    const later = { ...again, sheet: { ...again.sheet, heldOn: '2026-11-30' } };
    later.sheet.rows = later.sheet.rows.map((each, at) => ({ ...each, id: idOf(200 + at) }));
    const both = shownOf('listSupportGroups', {}, begun, later) as typeof none;
    const folded = foldSupport({ ...both, aid: [] });
    expect(folded.map(({ expected, missedInRow }) => [expected, missedInRow]).toSorted()).toEqual([
      [2, 0],
      [2, 2],
    ]);
  });

  it('waits behind an earlier one about the same group, whoever stands first on it', () => {
    const turned = sheet({ rows: [row(2, AISHA, 'missed'), row(1, MADINA, 'attended')] });
    expect(rule?.about(turned as never)).toBe(rule?.about(sheet() as never));
  });

  it('makes groups out of what was taken along', () => {
    const own = shownOf('listSupport', { personId: AISHA }, nothing, sheet());
    const composed = supportComposed.listSupportGroups?.compose([own, nothing], {});
    expect(composed).toMatchObject({ courses: [{ groupId: GROUP }], sessions: [{}] });
  });
});
