import { expect, it } from 'vitest';
import { EMPTY_GRAPH } from '../family-graph.ts';
import { tellFamily } from './tell-family.ts';

it('ends a Russian sentence in a year with one stop', () => {
  const graph = {
    ...EMPTY_GRAPH,
    persons: [
      {
        id: 'nurai',
        sex: 'female' as const,
        birth: { precision: 'day' as const, date: '2014-03-05' },
        life: null,
      },
    ],
  };
  const [told] = tellFamily(graph, { language: 'ru', index: null, name: () => 'Нұрай' });
  expect(told?.sentences).toContain('Дата рождения: 5 марта 2014\u202fг.');
});
