import { Button, NativeSelect } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { formatDate, LANGUAGE_NAMES, LANGUAGES, type Language } from '@tirek/domain/text';
import { use, useState } from 'react';
import { useRead } from '../api/use-read.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { loadText } from '../text/load-text.ts';
import { Icon } from '../ui/icons.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import styles from './assessments.module.css';

/** What the person takes home: no score, no label, no name of an instrument, and nothing that marks a family. */
export function SheetPage() {
  const text = useText('assessments');
  const { language } = useLanguage();
  const { personId, assessmentId } = useParams({
    from: '/people/$personId/assessments/$assessmentId/sheet',
  });
  const answer = useRead('listAssessments', { personId });
  const assessment = answer.data?.assessments.find(({ id }) => id === assessmentId);
  const [chosen, setChosen] = useState<Language | null>(null);
  const shown = chosen ?? assessment?.language ?? language;
  return (
    <Page
      title={text('result.sheet')}
      back={{ to: `/people/${personId}/assessments/${assessmentId}`, label: text('title') }}
      isNarrow
      actions={
        <Button
          variant="default"
          leftSection={<Icon name="printer" size={18} />}
          onClick={() => window.print()}
        >
          {text('result.print')}
        </Button>
      }
    >
      {answer.isPending && <LoadingState />}
      {answer.isError && <ErrorState error={answer.error} onRetry={answer.refetch} />}
      {assessment && (
        <>
          <div className={styles.noPrint}>
            <NativeSelect
              label={text('sheet.language')}
              data={LANGUAGES.map((each) => ({ value: each, label: LANGUAGE_NAMES[each] }))}
              value={shown}
              onChange={(event) => setChosen(event.currentTarget.value as Language)}
            />
          </div>
          <Sheet language={shown} day={assessment.takenOn} />
        </>
      )}
    </Page>
  );
}

function Sheet({ language, day }: { language: Language; day: string }) {
  const t = use(loadText('assessments', language));
  return (
    <Panel>
      <div className={styles.sheet} lang={language} data-print-alone>
        <p className={styles.quiet}>{t('sheet.programme')}</p>
        <h2>{t('sheet.title')}</h2>
        <p>{t('sheet.day', { day: formatDate(day, language) })}</p>
        <p>{t('sheet.why')}</p>
        <p>{t('sheet.next')}</p>
        <p>{t('sheet.ask')}</p>
        <p>
          <strong>{t('sheet.hard')}</strong>
        </p>
        <h3>{t('sheet.notes')}</h3>
        <div className={styles.lines} />
      </div>
    </Panel>
  );
}
