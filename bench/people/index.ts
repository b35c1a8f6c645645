/**
 * Finding people again: `node bench/people/index.ts --people 10000 --searches 200`. A register of invented people on a real
 * database, searched through HTTP under other spellings; for each way of spelling how often the right one is among the cards
 * and how often the first of them, how many cards there are, and the time of a search. Then people who are not in the
 * register: every card of theirs is one that somebody looks at for nothing.
 */
import { parseArgs } from 'node:util';
import { castId } from '../../packages/server/src/demo/cast.ts';
import { chance, pick } from '../../packages/server/src/demo/made-up/chance.ts';
import { startTestServer } from '../../packages/server/src/test/database-server.ts';
import { testApp } from '../../packages/server/src/test/test-app.ts';
import { type MadeUp, somebody } from './made-up-people.ts';
import { fillRegister } from './queries.ts';
import { birthAsKnown, WAYS } from './spell-otherwise.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '10000' },
    searches: { type: 'string', default: '200' },
  },
});
const random = chance(749);
const people = Array.from({ length: Number(values.people) }, () => somebody(random));
const server = await startTestServer();
const app = await testApp();
const filling = performance.now();
const ids = await fillRegister(app.database, {
  programmeId: app.programmeId,
  accountId: castId('saule'),
  people,
});
const seconds = ((performance.now() - filling) / 1000).toFixed(1);
console.log(`${people.length} invented people, sealed and hashed in ${seconds} s\n`);

/** A browser asks sixty times a minute at most; every fifty searches another one takes over. */
let saule = app.as('saule');
let asked = 0;
async function search({ family, given, sex, birth }: MadeUp) {
  if (++asked % 50 === 0) {
    saule = app.as('saule');
    await saule.call('listRegions', {});
  }
  const known = birthAsKnown(birth, random);
  const from = performance.now();
  const { cards } = await saule.call('searchPeople', {
    id: crypto.randomUUID(),
    query: {
      ...{ family, given, patronymic: '', birth: known, sex },
      ...{ phone: null, documentNumber: null },
    },
  });
  return { cards, milliseconds: performance.now() - from };
}

const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
const print = (cells: readonly string[]) =>
  console.log(cells.map((cell, at) => (at === 0 ? cell.padEnd(32) : cell.padStart(10))).join(''));
const at = (times: readonly number[], percent: number) =>
  `${(times.toSorted((a, b) => a - b)[Math.floor((times.length * percent) / 100)] ?? 0).toFixed(0)} ms`;

const searches = Number(values.searches);
await search(pick(people, random));
print(['searched for', 'shown', 'first', 'cards', 'p50', 'p95']);
for (const [way, spell] of Object.entries(WAYS)) {
  const found = { shown: 0, first: 0, cards: 0 };
  const times: number[] = [];
  for (let turn = 0; turn < searches; turn++) {
    const place = Math.floor(random() * people.length);
    const { cards, milliseconds } = await search(spell(people[place] as MadeUp, random));
    times.push(milliseconds);
    found.cards += cards.length;
    const rank = cards.findIndex(({ personId }) => personId === ids[place]);
    if (rank >= 0) found.shown++;
    if (rank === 0) found.first++;
  }
  print([
    way,
    share(found.shown, searches),
    share(found.first, searches),
    (found.cards / searches).toFixed(1),
    at(times, 50),
    at(times, 95),
  ]);
}

const stranger = { none: 0, cards: 0, likely: 0 };
for (let turn = 0; turn < searches; turn++) {
  const { cards } = await search(somebody(random));
  stranger.cards += cards.length;
  if (cards.length === 0) stranger.none++;
  if ((cards[0]?.score ?? 0) >= 80) stranger.likely++;
}
console.log(
  `\nnot in the register: ${(stranger.cards / searches).toFixed(1)} cards each, ${share(stranger.none, searches)} without any, ` +
    `${share(stranger.likely, searches)} with one of 80 points or more`,
);
await app[Symbol.asyncDispose]();
await server.stop();
