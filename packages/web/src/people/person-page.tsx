import { Link, useParams } from '@tanstack/react-router';
import { calledName, fullName, type Person } from '@tirek/domain/people';
import type { ReactNode } from 'react';
import { useMay, WithoutVerbs } from '../access/index.ts';
import { useRead } from '../api/use-read.ts';
import { EmergencyNotice, NOT_IN_EMERGENCY, useEmergencyOf } from '../privacy/emergency/index.ts';
import { ErasurePanel } from '../privacy/erasure/index.ts';
import { useText } from '../text/language.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../ui/states.tsx';
import { IdentityPanel } from './identity-panel.tsx';
import { LanguagesPanel } from './languages-panel.tsx';
import styles from './people.module.css';
import { ResidencePanel } from './residence-panel.tsx';
import { useBirthText } from './use-birth-text.ts';

/** One person: who she is, where she lives, what she speaks, to whom she belongs. */
export function PersonPage() {
  const text = useText('people');
  const { personId } = useParams({ from: '/people/$personId' });
  const person = useRead('getPerson', { personId });
  const back = { to: '/families', label: text('families.title') };
  if (person.data) return <OnePerson person={person.data} />;
  return (
    <Page title={text('person.title')} back={back} isNarrow>
      {person.isPending && <LoadingState />}
      {person.isError && <ErrorState error={person.error} onRetry={person.refetch} />}
    </Page>
  );
}

function OnePerson({ person }: { person: Person }) {
  const emergency = useEmergencyOf(person.families.map(({ id }) => id));
  if (!emergency) return <PersonSheet person={person} />;
  return (
    <WithoutVerbs value={NOT_IN_EMERGENCY}>
      <PersonSheet person={person} top={<EmergencyNotice emergency={emergency} />} />
    </WithoutVerbs>
  );
}

function PersonSheet({ person, top }: { person: Person; top?: ReactNode }) {
  const text = useText('people');
  const merging = useText('merging');
  const may = useMay();
  const [newest] = person.identities;
  return (
    <Page
      title={newest ? fullName(calledName(newest.identity)) : text('name.gone')}
      back={{ to: '/families', label: text('families.title') }}
      isNarrow
      actions={
        <>
          <ButtonLink
            variant="default"
            to="/people/$personId/views"
            params={{ personId: person.id }}
          >
            {text('person.views')}
          </ButtonLink>
          {may('person.merge') && newest && (
            <ButtonLink
              variant="default"
              to="/people/$personId/same"
              params={{ personId: person.id }}
            >
              {merging('same.open')}
            </ButtonLink>
          )}
          {may('copy.make') && (
            <ButtonLink
              variant="default"
              to="/people/$personId/own-copies"
              params={{ personId: person.id }}
            >
              {text('person.copies')}
            </ButtonLink>
          )}
          {may('consent.read') && (
            <ButtonLink
              variant="default"
              to="/people/$personId/consents"
              params={{ personId: person.id }}
            >
              {text('person.consents')}
            </ButtonLink>
          )}
        </>
      }
    >
      {top}
      {newest ? (
        <IdentityPanel person={person} newest={newest} />
      ) : (
        <Panel>
          <EmptyState icon="lock" title={text('name.gone')} />
        </Panel>
      )}
      <FamiliesPanel person={person} />
      <LanguagesPanel person={person} />
      <ResidencePanel person={person} />
      {newest && <ErasurePanel personId={person.id} />}
    </Page>
  );
}

function FamiliesPanel({ person }: { person: Person }) {
  const text = useText('people');
  const birthText = useBirthText();
  return (
    <Panel title={text('person.families')}>
      {person.families.map(({ id, holder, members }) => (
        <div key={id}>
          <p className={styles.known}>{text('families.heldBy', { name: holder })}</p>
          <ul className={styles.members}>
            {members.map((member) => (
              <li key={member.id}>
                {member.personId === person.id ? (
                  <strong>{member.name ? fullName(member.name) : text('name.gone')}</strong>
                ) : (
                  <Link to="/people/$personId" params={{ personId: member.personId }}>
                    {member.name ? fullName(member.name) : text('name.gone')}
                  </Link>
                )}
                <span className={styles.born}>{birthText(member.birth)}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Panel>
  );
}
