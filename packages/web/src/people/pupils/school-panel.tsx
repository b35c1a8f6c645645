import { Button } from '@mantine/core';
import { agreedFacts } from '@tirek/domain/people/pupils';
import { useState } from 'react';
import { useMay } from '../../access/index.ts';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import styles from './pupils.module.css';
import { SchoolNoteDialog, TakeBackDialog } from './school-note-dialog.tsx';
import { usePupilWords } from './use-pupil-words.ts';

/** What a family agreed to be told at school about one of its members. */
export function SchoolPanel({ personId }: { personId: string }) {
  const text = useText('pupils');
  const school = useText('school');
  const t = usePupilWords();
  const may = useMay();
  const isOpen = may('school-note.write');
  const answer = useRead('findPupils', { personId }, { isWanted: isOpen });
  const [doing, setDoing] = useState<'agree' | 'back' | null>(null);
  if (!isOpen) return null;
  const { note = null, isListed = false, found = [], receivers = [] } = answer.data ?? {};
  const standing = note?.state === 'standing' ? note : null;
  const isSeen = receivers.some(({ id }) => id === standing?.receiverId);
  const canAgree = receivers.length > 0 && found.length > 0;
  return (
    <Panel
      title={text('school')}
      note={text('school.note')}
      actions={
        canAgree && (
          <Button variant="default" size="sm" onClick={() => setDoing('agree')}>
            {text(standing ? 'changeIt' : 'school.agree')}
          </Button>
        )
      }
    >
      {answer.isPending && <LoadingState />}
      {answer.isError && <ErrorState error={answer.error} onRetry={answer.refetch} />}
      {standing && (
        <>
          <Facts
            facts={[
              ...agreedFacts(
                {
                  ...standing.agreement,
                  calls: standing.agreement.call ? [standing.agreement.call] : [],
                  phones: standing.agreement.phone ? [standing.agreement.phone] : [],
                },
                t,
              ),
              [
                t('passes'),
                standing.agreement.passes.map((each) => t(`passes.${each}`)).join(', ') ||
                  text('agree.none'),
              ],
            ]}
          />
          {!isListed && <p className={styles.quiet}>{text('school.left')}</p>}
          {!isSeen && <p className={styles.quiet}>{text('school.unseen')}</p>}
          <Button variant="subtle" size="compact-sm" onClick={() => setDoing('back')}>
            {text('school.back')}
          </Button>
        </>
      )}
      {answer.data && (
        <ButtonLink
          variant="subtle"
          size="compact-sm"
          to="/people/$personId/school-sheet"
          params={{ personId }}
        >
          {school('sheet.open')}
        </ButtonLink>
      )}
      {answer.data && receivers.length === 0 && !standing && <p>{text('school.noConsent')}</p>}
      {answer.data && receivers.length > 0 && found.length === 0 && (
        <p>{text('school.notListed')}</p>
      )}
      {doing === 'agree' && answer.data && (
        <SchoolNoteDialog personId={personId} known={answer.data} onClose={() => setDoing(null)} />
      )}
      {doing === 'back' && standing && (
        <TakeBackDialog personId={personId} note={standing} onClose={() => setDoing(null)} />
      )}
    </Panel>
  );
}
