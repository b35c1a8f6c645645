import { Button, NativeSelect, Stack } from '@mantine/core';
import { competenceStands, formsForPersons } from '@tirek/domain/assessments';
import { findPackage } from '@tirek/domain/instruments';
import { useState } from 'react';
import { useMay } from '../access/index.ts';
import { useRead } from '../api/use-read.ts';
import { useWrite } from '../api/use-write.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { DatePicker } from '../ui/date-picker.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../ui/states.tsx';
import { useToast } from '../ui/toasts.tsx';
import type { Competences } from './ask-page.tsx';
import styles from './assessments.module.css';
import { formWords } from './form-words.ts';

type Competence = Competences['competences'][number];

/** Who may administer what: a trainer writes it down, everybody sees her own, a supervisor her team's. */
export function CompetencesPage() {
  const text = useText('assessments');
  const may = useMay();
  const answer = useRead('listCompetences', {});
  const [isAdding, setAdding] = useState(false);
  const { people = [], competences = [], today = '' } = answer.data ?? {};
  const isTrainer = may('competence.record');
  return (
    <Page
      title={text('competences.title')}
      intro={text('competences.intro')}
      isNarrow
      actions={
        isTrainer &&
        people.length > 0 && (
          <Button onClick={() => setAdding(true)}>{text('competences.add')}</Button>
        )
      }
    >
      {answer.isPending && <LoadingState />}
      {answer.isError && <ErrorState error={answer.error} onRetry={answer.refetch} />}
      {answer.data && people.length === 0 && (
        <EmptyState icon="people" title={text('competences.nobody')} />
      )}
      {people.map(({ accountId, name }) => {
        const own = competences.filter((each) => each.accountId === accountId);
        return (
          <Panel key={accountId} title={name}>
            {own.length === 0 && <p className={styles.quiet}>{text('competences.none')}</p>}
            <ul className={styles.list}>
              {own.map((each) => (
                <Row key={each.formCode} {...{ today, isTrainer }} competence={each} />
              ))}
            </ul>
          </Panel>
        );
      })}
      {isAdding && answer.data && (
        <AddDialog shown={answer.data} onClose={() => setAdding(false)} />
      )}
    </Page>
  );
}

function useTitleOf() {
  const { language } = useLanguage();
  return (code: string) => {
    const pkg = findPackage(code);
    return pkg ? formWords({ pkg }, language)(pkg.title) : code;
  };
}

function Row({
  competence,
  today,
  isTrainer,
}: {
  competence: Competence;
  today: string;
  isTrainer: boolean;
}) {
  const text = useText('assessments');
  const format = useFormat();
  const titleOf = useTitleOf();
  const tell = useToast();
  const write = useWrite('recordCompetence', {
    renews: ['listCompetences'],
    onDone: () => tell(text('competences.done')),
  });
  const { accountId, formCode, version, state, validUntil, recordedOn } = competence;
  const day = (date: string) => format.date(date, 'medium');
  const standing =
    state === 'withdrawn'
      ? text('competences.withdrawn', { day: day(recordedOn) })
      : validUntil === null
        ? text('competences.held')
        : text(competenceStands(competence, today) ? 'competences.until' : 'competences.over', {
            day: day(validUntil),
          });
  return (
    <li className={styles.row}>
      <span>{titleOf(formCode)}</span>
      <span className={styles.quiet}>{standing}</span>
      {isTrainer && state === 'held' && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={text('competences.withdrawOf', { form: titleOf(formCode) })}
          loading={write.isPending}
          onClick={() =>
            write.mutate({
              ...{ accountId, formCode, basedOn: version, state: 'withdrawn', validUntil: null },
            })
          }
        >
          {text('competences.withdraw')}
        </Button>
      )}
    </li>
  );
}

function AddDialog({ shown, onClose }: { shown: Competences; onClose: () => void }) {
  const text = useText('assessments');
  const titleOf = useTitleOf();
  const tell = useToast();
  const [accountId, setAccount] = useState('');
  const [formCode, setForm] = useState('');
  const [validUntil, setUntil] = useState('');
  const write = useWrite('recordCompetence', {
    renews: ['listCompetences'],
    onDone: () => {
      tell(text('competences.done'));
      onClose();
    },
  });
  const known = shown.competences.find(
    (each) => each.accountId === accountId && each.formCode === formCode,
  );
  return (
    <Dialog
      isOpen
      title={text('competences.add')}
      confirm={text('competences.save')}
      canConfirm={accountId !== '' && formCode !== ''}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() =>
        write.mutate({
          ...{ accountId, formCode, basedOn: known?.version ?? 0, state: 'held' },
          validUntil: validUntil === '' ? null : validUntil,
        })
      }
    >
      <Stack gap="md">
        <NativeSelect
          label={text('competences.who')}
          data={[
            { value: '', label: '…' },
            ...shown.people.map((each) => ({ value: each.accountId, label: each.name })),
          ]}
          value={accountId}
          onChange={(event) => setAccount(event.currentTarget.value)}
        />
        <NativeSelect
          label={text('ask.form')}
          data={[
            { value: '', label: text('ask.formNone') },
            ...formsForPersons().map(({ code }) => ({ value: code, label: titleOf(code) })),
          ]}
          value={formCode}
          onChange={(event) => setForm(event.currentTarget.value)}
        />
        <DatePicker
          label={text('competences.lastDay')}
          value={validUntil}
          min={shown.today}
          onChange={setUntil}
        />
      </Stack>
    </Dialog>
  );
}
