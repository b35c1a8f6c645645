import { Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type Family, fullName, nameKey } from '@tirek/domain/people';
import { useState } from 'react';
import { useMay } from '../access/index.ts';
import { useRead } from '../api/use-read.ts';
import { usePutAway } from '../privacy/retention/index.ts';
import { useText } from '../text/language.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icons.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../ui/states.tsx';
import { familyName } from './family-name.ts';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { WaitingNotice } from './merging/waiting-notice.tsx';
import styles from './people.module.css';
import { useBirthText } from './use-birth-text.ts';

/** The families somebody works with: her own, or those of her team. */
export function FamiliesPage() {
  const text = useText('people');
  const merging = useText('merging');
  const register = useText('register');
  const may = useMay();
  const families = useRead('listFamilies', {});
  const [wanted, setWanted] = useState('');
  const [handed, setHanded] = useState<Family | null>(null);
  const all = families.data?.families ?? [];
  const shown = all.filter((family) => isWanted(family, wanted));
  return (
    <Page
      title={text('families.title')}
      intro={text(may('caseload.assign') ? 'families.introTeam' : 'families.intro')}
      actions={
        <>
          {may('person.merge') && (
            <ButtonLink to="/merges" variant="default">
              {merging('list.title')}
            </ButtonLink>
          )}
          {may('register.import') && (
            <ButtonLink to="/families/import" variant="default">
              {register('open')}
            </ButtonLink>
          )}
          <ButtonLink to="/families/new" leftSection={<Icon name="plus" size={18} />}>
            {text(may('person.register') ? 'families.register' : 'families.search')}
          </ButtonLink>
        </>
      }
    >
      {may('merge.decide') && <WaitingNotice />}
      {families.isPending && <LoadingState lines={6} />}
      {families.isError && <ErrorState error={families.error} onRetry={families.refetch} />}
      {families.data && all.length === 0 && (
        <Panel>
          <EmptyState icon="home" title={text('families.none')}>
            {text('families.noneWords')}
          </EmptyState>
        </Panel>
      )}
      {all.length > 0 && (
        <>
          <TextInput
            className={styles.filter ?? ''}
            label={text('families.filter')}
            type="search"
            autoComplete="off"
            value={wanted}
            onChange={(event) => setWanted(event.currentTarget.value)}
          />
          {shown.length === 0 && <EmptyState icon="home" title={text('families.noneWanted')} />}
          <ul className={styles.cards}>
            {shown.map((family) => (
              <li key={family.id}>
                <FamilyCard family={family} onHandOver={() => setHanded(family)} />
              </li>
            ))}
          </ul>
        </>
      )}
      {handed && <HandOverDialog family={handed} onClose={() => setHanded(null)} />}
    </Page>
  );
}

function FamilyCard({ family, onHandOver }: { family: Family; onHandOver: () => void }) {
  const text = useText('people');
  const may = useMay();
  const birthText = useBirthText();
  const isAway = usePutAway()([family.id]) !== null;
  const { members, holder, isOwn } = family;
  const unnamed = text(isAway ? 'card.away' : 'families.unnamed');
  return (
    <article className={styles.card}>
      <h2 className={styles.cardName}>{familyName(family) || unnamed}</h2>
      {!isOwn && <p className={styles.known}>{text('families.heldBy', { name: holder })}</p>}
      <ul className={styles.members}>
        {members.map(({ id, personId, name, birth, sex }) => (
          <li key={id}>
            <Link to="/people/$personId" params={{ personId }}>
              {name
                ? fullName({ ...name, family: '' }) || fullName(name)
                : text(isAway ? 'name.away' : 'name.gone')}
            </Link>
            <span className={styles.born}>
              {isAway && !name ? text(`sex.${sex}`) : birthText(birth)}
            </span>
          </li>
        ))}
      </ul>
      <div className={styles.cardActions}>
        {may('case.read') && (
          <ButtonLink
            to="/families/$familyId/case"
            params={{ familyId: family.id }}
            variant="default"
            size="sm"
          >
            {text('families.case')}
          </ButtonLink>
        )}
        <ButtonLink
          to="/families/$familyId/graph"
          params={{ familyId: family.id }}
          variant="default"
          size="sm"
        >
          {text('families.graph')}
        </ButtonLink>
        {may('person.register') && isOwn && !isAway && (
          <ButtonLink
            to="/families/$familyId/new"
            params={{ familyId: family.id }}
            variant="default"
            size="sm"
          >
            {text('families.addMember')}
          </ButtonLink>
        )}
        {may('caseload.assign') && !isOwn && (
          <Button variant="default" size="sm" onClick={onHandOver}>
            {text('handOver.open')}
          </Button>
        )}
      </div>
    </article>
  );
}

/** By the sounds of names, so that a list typed in Cyrillic is found in Latin too. */
function isWanted({ members }: Family, wanted: string): boolean {
  const words = nameKey(wanted).split(' ').filter(Boolean);
  const keys = members.map(({ name }) => (name ? nameKey(fullName(name)) : '')).join(' ');
  return words.every((word) => keys.includes(word));
}
