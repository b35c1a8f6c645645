import { expect, it } from 'vitest';
import { assessmentsWhileOffline } from '../../assessments/while-offline.ts';
import { casesWhileOffline } from '../../cases/while-offline.ts';
import { consentsWhileOffline } from '../../consents/while-offline.ts';
import { safetyWhileOffline } from '../../pathways/safety/while-offline.ts';
import { peopleWhileOffline } from '../../people/while-offline.ts';
import { isNamed } from './named-writes.ts';

it('Saule reads in words what waits on her device, whatever it is', () => {
  const waiting = Object.keys({
    ...assessmentsWhileOffline,
    ...casesWhileOffline,
    ...consentsWhileOffline,
    ...peopleWhileOffline,
    ...safetyWhileOffline,
  });
  expect(waiting.length).toBeGreaterThan(8);
  expect(waiting.filter((name) => !isNamed(name))).toEqual([]);
});
