import { expect, it } from 'vitest';
import { assessmentsWhileOffline } from './while-offline.ts';

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const [MADINA, AISHA] = [idOf(1), idOf(2)];
const sitting = (dueFrom: string, dueBy: string) => ({
  ...{ personId: MADINA, dueFrom, dueBy, why: ['interval'], forms: [], asksConsent: false },
});
const READ = {
  ...{ today: '2026-11-23', hasAgreed: true, isBirthKnown: true, skips: [] },
  coming: [sitting('2026-11-01', '2026-12-01'), sitting('2026-12-10', '2026-12-20')],
};
const skipped = (personId: string) =>
  assessmentsWhileOffline.skipRescreen?.shows(
    { name: 'getRescreens', input: { personId }, output: READ },
    {
      ...{ id: idOf(9), personId: MADINA, dueBy: '2026-12-01', until: '2027-01-15' },
      reason: 'away',
    },
  );

it('a sitting that is put off without signal stands on its new day at once, with the reason, and in nobody else’s calendar', () => {
  expect(skipped(MADINA)).toMatchObject({
    coming: [
      { dueBy: '2026-12-20', why: ['interval'] },
      { dueFrom: '2027-01-15', dueBy: '2027-01-15', why: ['put-off'] },
    ],
    skips: [{ dueBy: '2026-12-01', until: '2027-01-15', reason: 'away', recordedOn: '2026-11-23' }],
  });
  expect(skipped(AISHA)).toBe(READ);
});
