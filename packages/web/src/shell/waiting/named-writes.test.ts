import { expect, it } from 'vitest';
import { assessmentsWhileOffline } from '../../assessments/index.ts';
import { casesWhileOffline } from '../../cases/index.ts';
import { consentsWhileOffline } from '../../consents/index.ts';
import { safetyWhileOffline } from '../../pathways/safety/index.ts';
import { peopleWhileOffline } from '../../people/index.ts';
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
