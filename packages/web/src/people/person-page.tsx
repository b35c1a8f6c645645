import { Link, useParams } from '@tanstack/react-router';
import { calledName, fullName, type Person } from '@tirek/domain/people';
import type { ReactNode } from 'react';
import { useMay, WithoutVerbs } from '../access/index.ts';
import { useRead } from '../api/use-read.ts';
import {
  AssessmentsPanel,
  ComingPanel,
  PhoneAskings,
  TeacherWaiting,
} from '../assessments/index.ts';
import { StepsPanel } from '../pathways/proposals/index.ts';
import { RaisePanel } from '../pathways/safety/index.ts';
import { EmergencyNotice, NOT_IN_EMERGENCY, useEmergencyOf } from '../privacy/emergency/index.ts';
import { ErasurePanel } from '../privacy/erasure/index.ts';
import { NOT_WHILE_AWAY, PutAwayNotice, usePutAway } from '../privacy/retention/index.ts';
import { SupportPanel } from '../support/index.ts';
import { useText } from '../text/language.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../ui/states.tsx';
import { CircumstancesPanel } from './circumstances/circumstances-panel.tsx';
import { IdentityPanel } from './identity-panel.tsx';
import { LanguagesPanel } from './languages-panel.tsx';
import { PapersPanel } from './papers/papers-panel.tsx';
import { PeersPanel } from './peers/peers-panel.tsx';
import styles from './people.module.css';
import { SchoolPanel } from './pupils/school-panel.tsx';
import { ResidencePanel } from './residence-panel.tsx';
import { SchoolRecordPanel } from './school/school-record-panel.tsx';
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
  const families = person.families.map(({ id }) => id);
  const emergency = useEmergencyOf(families);
  const putAwayOf = usePutAway();
  const away = person.identities.length === 0 ? putAwayOf(families) : null;
  if (away) {
    return (
      <WithoutVerbs value={NOT_WHILE_AWAY}>
        <PersonSheet person={person} top={<PutAwayNotice file={away} />} isAway />
      </WithoutVerbs>
    );
  }
  if (!emergency) return <PersonSheet person={person} />;
  return (
    <WithoutVerbs value={NOT_IN_EMERGENCY}>
      <PersonSheet person={person} top={<EmergencyNotice emergency={emergency} />} />
    </WithoutVerbs>
  );
}

function PersonSheet({
  person,
  top,
  isAway = false,
}: {
  person: Person;
  top?: ReactNode;
  /** Her names are there and not shown. */
  isAway?: boolean;
}) {
  const text = useText('people');
  const merging = useText('merging');
  const may = useMay();
  const [newest] = person.identities;
  const nameless = text(isAway ? 'name.away' : 'name.gone');
  return (
    <Page
      title={newest ? fullName(calledName(newest.identity)) : nameless}
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
          {may('referral.read') && !isAway && (
            <ButtonLink
              variant="default"
              to="/people/$personId/referrals"
              params={{ personId: person.id }}
            >
              {text('person.referrals')}
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
        !isAway && (
          <Panel>
            <EmptyState icon="lock" title={text('name.gone')} />
          </Panel>
        )
      )}
      <RaisePanel personId={person.id} />
      <FamiliesPanel person={person} />
      <PapersPanel person={person} />
      <CircumstancesPanel person={person} />
      {may('assessment.record') && !isAway && <TeacherWaiting personId={person.id} />}
      {may('assessment.read') && !isAway && <AssessmentsPanel personId={person.id} />}
      {may('assessment.read') && !isAway && <PhoneAskings personId={person.id} />}
      {may('step.read') && !isAway && <StepsPanel personId={person.id} />}
      {may('support.read') && !isAway && <SupportPanel personId={person.id} />}
      {may('assessment.read') && !isAway && <ComingPanel personId={person.id} />}
      <SchoolPanel personId={person.id} />
      {!isAway && <SchoolRecordPanel person={person} />}
      <PeersPanel person={person} />
      <LanguagesPanel person={person} />
      <ResidencePanel person={person} />
      {(newest || isAway) && <ErasurePanel personId={person.id} />}
    </Page>
  );
}

function FamiliesPanel({ person }: { person: Person }) {
  const text = useText('people');
  const birthText = useBirthText();
  const putAwayOf = usePutAway();
  const nameless = (familyId: string) => text(putAwayOf([familyId]) ? 'name.away' : 'name.gone');
  return (
    <Panel title={text('person.families')}>
      {person.families.map(({ id, holder, members }) => (
        <div key={id}>
          <p className={styles.known}>{text('families.heldBy', { name: holder })}</p>
          <ul className={styles.members}>
            {members.map((member) => (
              <li key={member.id}>
                {member.personId === person.id ? (
                  <strong>{member.name ? fullName(member.name) : nameless(id)}</strong>
                ) : (
                  <Link to="/people/$personId" params={{ personId: member.personId }}>
                    {member.name ? fullName(member.name) : nameless(id)}
                  </Link>
                )}
                <span className={styles.born}>
                  {!member.name && putAwayOf([id])
                    ? text(`sex.${member.sex}`)
                    : birthText(member.birth)}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Panel>
  );
}
