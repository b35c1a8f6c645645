import { Link, useRouterState } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useMay } from '../access/index.ts';
import { useText } from '../text/language.tsx';
import { Icon } from '../ui/icons.tsx';
import { type PlaceGroup, placesFor } from './navigation.ts';
import styles from './places.module.css';

/** So many places are seen at a glance; of more, what is not every day's stays shut until it is wanted. */
const AT_A_GLANCE = 15;
const EVERY_DAY: ReadonlySet<PlaceGroup['name']> = new Set(['work', 'families']);
const REMEMBERED = 'tirek.places';

/** Where somebody can go, under headings; which of them she opened or shut is remembered on this device. */
export function Places() {
  const text = useText('shell');
  const groups = placesFor(useMay());
  const [chosen, setChosen] = useState(remembered);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const isMuch = groups.reduce((sum, { places }) => sum + places.length, 0) > AT_A_GLANCE;
  const choose = (name: string, isOpen: boolean) => {
    const next = { ...chosen, [name]: isOpen };
    setChosen(next);
    localStorage.setItem(REMEMBERED, JSON.stringify(next));
  };
  return (
    <nav aria-label={text('places')} className={styles.groups}>
      {groups.map((group) => {
        const { name } = group;
        const isHere = group.places.some(({ to }) => to !== '/' && path.startsWith(to));
        const isOpen = !isMuch || isHere || (chosen[name] ?? EVERY_DAY.has(name));
        return (
          <Group
            key={name}
            group={group}
            isOpen={isOpen}
            heading={groups.length === 1 ? 'none' : isMuch && !isHere ? 'button' : 'words'}
            onChoose={() => choose(name, !isOpen)}
          />
        );
      })}
    </nav>
  );
}

interface GroupProps {
  readonly group: PlaceGroup;
  readonly isOpen: boolean;
  /** A group with the page that is open does not shut. */
  readonly heading: 'none' | 'words' | 'button';
  readonly onChoose: () => void;
}

function Group({ group: { name, places }, isOpen, heading, onChoose }: GroupProps) {
  const text = useText('shell');
  const id = useId();
  return (
    <div>
      {heading === 'button' && (
        <button
          type="button"
          id={`${id}-heading`}
          className={styles.heading}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={onChoose}
        >
          {text(`group.${name}`)}
          <Icon name="chevronDown" size={18} />
        </button>
      )}
      {heading === 'words' && (
        <p id={`${id}-heading`} className={styles.heading}>
          {text(`group.${name}`)}
        </p>
      )}
      <ul
        id={id}
        hidden={!isOpen}
        className={styles.places}
        {...(heading === 'none' ? {} : { 'aria-labelledby': `${id}-heading` })}
      >
        {places.map(({ to, name: place, icon }) => (
          <li key={place}>
            <Link
              to={to}
              className={styles.place}
              activeOptions={{ exact: to === '/' }}
              activeProps={{ 'aria-current': 'page' }}
            >
              <Icon name={icon} />
              {text(`place.${place}`)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function remembered(): Readonly<Record<string, boolean>> {
  try {
    return JSON.parse(localStorage.getItem(REMEMBERED) ?? '{}') ?? {};
  } catch {
    return {};
  }
}
