import {
  foldSafety,
  type SafetyEventWhole,
  USUAL_SAFETY_CLOCK,
} from '@tirek/domain/pathways/safety';
import { expect, it } from 'vitest';
import { asHers, safetyWhileOffline } from './while-offline.ts';

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const SAULE = { id: id(1), displayName: 'Сәуле' };
const AT = '2026-11-27T12:55:00.000Z';

const asked = {
  ...{ id: id(11), kind: 'asked', value: { to: SAULE.id, level: 0 }, words: null },
  ...{ recordedBy: null, doneAt: AT, recordedAt: AT, sequence: 7 },
} as const;
const WHOLE: SafetyEventWhole = {
  event: {
    ...{ id: id(10), personId: id(2), kind: 'suicide', urgency: 'now', assessmentId: id(3) },
    ...{ answeredAt: AT, arrivedAt: AT, startsAt: AT, dueAt: AT, countsFrom: 'answer' },
    raisedBy: id(4),
  },
  person: { id: id(2), name: 'Айгүл', phones: [], isInReach: true },
  clock: USUAL_SAFETY_CLOCK.now,
  entries: [asked],
  colleagues: {},
  holder: { accountId: id(5), name: 'Гүлмира', level: 1, isTaken: false },
  ...{ receivers: [], contacts: [], nextContactOn: null },
};

it('an event that Saule takes without signal is hers on her device, after all that the server told', () => {
  const taken = safetyWhileOffline.recordSafetyEntry?.shows(
    { name: 'getSafetyEvent', input: {}, output: WHOLE },
    {
      ...{ id: id(12), eventId: id(10), doneAt: '2026-11-27T12:00:00.000Z' },
      entry: { kind: 'acknowledged', value: {}, words: null },
    },
  ) as SafetyEventWhole;
  const shown = asHers(taken, SAULE);
  expect(foldSafety(shown.event, shown.entries)).toMatchObject({ takenBy: SAULE.id });
  expect(shown.entries.map((entry) => entry.id)).toEqual([asked.id, id(12)]);
  expect(shown.holder).toMatchObject({ accountId: SAULE.id, name: 'Сәуле', isTaken: true });
  expect(shown.colleagues[SAULE.id]).toBe('Сәуле');
});
