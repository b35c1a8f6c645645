import { addDays } from '@tirek/domain/cases';
import { CAST_REGION, castId, madeUpId } from './cast.ts';
import { COLLEAGUES, colleagueId } from './colleagues.ts';
import { CAME_ON, DEMO_FAMILIES, type DemoPerson } from './families.ts';
import { madeUpCase } from './made-up/case.ts';
import { between, type Chance, chance, madeUpUuid } from './made-up/chance.ts';
import { type MadeUpFamily, madeUpFamily } from './made-up/family.ts';
import { PHASES } from './made-up/margins-2022.ts';
import type { HeldFamily } from './made-up/rows.ts';
import { OTHER_HOLDERS, otherSupervisor } from './other-colleagues.ts';
import { HOME_STORIES } from './stories/homes.ts';
import { OWN_FEET_STORIES } from './stories/own-feet.ts';
import { caseBook, factTeller, type Story, type StoryPerson } from './stories/story.ts';
import { WAY_BACK_STORIES } from './stories/ways-back.ts';

export const STORIES: readonly Story[] = [
  ...HOME_STORIES,
  ...WAY_BACK_STORIES,
  ...OWN_FEET_STORIES,
];

/** Born later than this, somebody came as a child. */
const LAST_GROWN_YEAR = 2001;
const MOST_CHILDREN = 8;

type Count = { men: number; women: number; children: number };

/**
 * The whole made-up programme besides the families that practitioners register before one's eyes: families with a story of their
 * own, and so many others that 749 people came, in the phases in which as many came. Who lives where with whom is invented.
 */
export function wholeProgramme(today: string): HeldFamily[] {
  return [...STORIES.map((story) => heldStory(story, today)), ...otherFamilies(today)];
}

function heldStory(story: Story, today: string): HeldFamily {
  const { key, holder, movedFrom } = story;
  const id = madeUpId(`family ${key}`);
  const idOf = (person: string) => {
    if (!(person in story.people)) throw new RangeError(`${key} has no ${person}.`);
    return madeUpId(`person ${key} ${person}`);
  };
  let count = 0;
  const teller = factTeller(idOf, () => madeUpId(`fact ${key} ${count++}`));
  story.facts(teller);
  const members = Object.entries(story.people).map(([person, told]) => ({
    ...{ id: idOf(person), sex: told.sex, birth: told.birth, came: told.came, phone: null },
    ...{ languages: told.languages ?? ['kk', 'ru'] },
    name: { family: told.name[0], given: told.name[1], patronymic: told.name[2] ?? '' },
  }));
  const family: MadeUpFamily = { id, members, facts: teller.facts };
  const book = caseBook({ familyId: id, contact: members[0]?.id ?? '', today }, (thing) =>
    madeUpId(`thing ${key} ${thing}`),
  );
  story.tell(book);
  return {
    family,
    holder: holder === 'saule' ? castId(holder) : colleagueId(holder),
    ...{ supervisor: castId('gulmira'), region: CAST_REGION, since: CAME_ON },
    ...(movedFrom
      ? {
          earlier: {
            ...{
              holder: colleagueId(movedFrom.holder),
              region: COLLEAGUES[movedFrom.holder].region,
            },
            until: addDays(today, -movedFrom.ago),
          },
        }
      : {}),
    entries: inOrder(book.entries),
  };
}

const inOrder = <Entry extends { readonly recordedOn: string }>(entries: readonly Entry[]) =>
  entries.toSorted((a, b) =>
    a.recordedOn < b.recordedOn ? -1 : a.recordedOn > b.recordedOn ? 1 : 0,
  );

function otherFamilies(today: string): HeldFamily[] {
  const random = chance(749);
  const families = PHASES.flatMap((phase) => {
    const left = phase.on === CAME_ON ? without(phase, toldOf()) : phase;
    return sizesOf(left, random).map((size) => ({ since: phase.on, size }));
  });
  const held = families.map(({ since, size }, at): HeldFamily => {
    const newId = () => madeUpUuid(random);
    const family = madeUpFamily(random, newId, size);
    const holder = OTHER_HOLDERS[at % OTHER_HOLDERS.length];
    if (!holder) throw new Error('Nobody holds a family.');
    const openedOn = addDays(today, -between(20, 900, random));
    const entries =
      random() < 0.2
        ? []
        : madeUpCase(family, { openedOn, today, entries: between(7, 18, random) }, random, newId);
    return {
      ...{ family, holder: holder.id, supervisor: otherSupervisor, region: holder.region },
      ...{ since, entries },
    };
  });
  // One of them is Saule's, so that whoever tries the demonstration meets a file that is put away.
  const silent = held.findIndex(({ entries }) => entries.length === 0);
  const hers = { holder: castId('saule'), supervisor: castId('gulmira'), region: CAST_REGION };
  return held.map((each, at) => (at === silent ? { ...each, ...hers, isSilent: true } : each));
}

/** How a phase's people live together: one woman a family, or a relative of the children where no woman is left. */
function sizesOf({ men, women, children }: Count, random: Chance) {
  const count = Math.max(women, men, Math.ceil(children / 4));
  const sizes = Array.from({ length: count }, (_, at) => ({
    ...{ womanCame: at < women, men: (at < men ? 1 : 0) as 0 | 1, children: 0 },
  }));
  for (let left = children; left > 0; ) {
    const family = sizes[Math.floor(random() * sizes.length)];
    if (!family || family.children === MOST_CHILDREN) continue;
    family.children += 1;
    left -= 1;
  }
  return sizes;
}

/** Those who came in the families that are told of one by one. */
function toldOf(): Count {
  const registered = DEMO_FAMILIES.flatMap(({ members }) => members).filter(
    ({ isFromHere }) => !isFromHere,
  );
  const told = STORIES.flatMap(({ people }) => Object.values(people)).filter(({ came }) => came);
  const all: readonly (DemoPerson | StoryPerson)[] = [...registered, ...told];
  const grown = all.filter(
    ({ birth }) => birth && Number(birth.date.slice(0, 4)) <= LAST_GROWN_YEAR,
  );
  return {
    men: grown.filter(({ sex }) => sex === 'male').length,
    women: grown.filter(({ sex }) => sex === 'female').length,
    children: all.length - grown.length,
  };
}

const without = (all: Count, some: Count): Count => ({
  men: all.men - some.men,
  women: all.women - some.women,
  children: all.children - some.children,
});
