import { Button, NativeSelect } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import {
  agreedFacts,
  type FamilyAgreement,
  isAnythingAgreed,
  NOTHING_AGREED,
  pupilTexts,
} from '@tirek/domain/people/pupils';
import { formatDate, LANGUAGE_NAMES, LANGUAGES, type Language } from '@tirek/domain/text';
import { use, useState } from 'react';
import { useRead } from '../../api/use-read.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { loadText } from '../../text/load-text.ts';
import { Facts } from '../../ui/facts.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import styles from './school.module.css';

/** What the mother takes home: what the school learns by her word, what it never learns, and that she may take it back. */
export function SchoolSheetPage() {
  const text = useText('school');
  const { language } = useLanguage();
  const { personId } = useParams({ from: '/people/$personId/school-sheet' });
  const answer = useRead('findPupils', { personId });
  const record = useRead('getSchoolRecordOf', { personId });
  const [shown, setShown] = useState<Language>(language);
  const { note = null, receivers = [] } = answer.data ?? {};
  const isSeen = note?.state === 'standing' && receivers.some(({ id }) => id === note.receiverId);
  const failed = [answer, record].find(({ isError }) => isError);
  return (
    <Page
      title={text('sheet')}
      back={{ to: `/people/${personId}`, label: text('of') }}
      isNarrow
      actions={
        <Button
          variant="default"
          leftSection={<Icon name="printer" size={18} />}
          onClick={() => window.print()}
        >
          {text('sheet.print')}
        </Button>
      }
    >
      {failed && <ErrorState error={failed.error} onRetry={failed.refetch} />}
      {!failed && !(answer.data && record.data) && <LoadingState />}
      {answer.data && record.data && (
        <>
          <div className={styles.noPrint}>
            <NativeSelect
              label={text('sheet.language')}
              data={LANGUAGES.map((each) => ({ value: each, label: LANGUAGE_NAMES[each] }))}
              value={shown}
              onChange={(event) => setShown(event.currentTarget.value as Language)}
            />
          </div>
          <Sheet
            language={shown}
            day={record.data.today}
            agreement={(isSeen && note?.agreement) || NOTHING_AGREED}
          />
        </>
      )}
    </Page>
  );
}

function Sheet({
  language,
  day,
  agreement,
}: {
  language: Language;
  day: string;
  agreement: FamilyAgreement;
}) {
  const text = use(loadText('school', language));
  const t = pupilTexts(language);
  const { call, phone, passes } = agreement;
  const facts = agreedFacts(
    { ...agreement, calls: call ? [call] : [], phones: phone ? [phone] : [] },
    t,
  );
  const passed = passes.map((each) => t(`passes.${each}`)).join(', ');
  return (
    <Panel>
      <div className={styles.sheet} lang={language} data-print-alone>
        <h2>{text('sheet.title')}</h2>
        <p>{text('sheet.you')}</p>
        {isAnythingAgreed({ ...agreement, passes: [] }) ? (
          <Facts facts={facts} />
        ) : (
          <p>
            <strong>{text('sheet.nothing')}</strong>
          </p>
        )}
        <Facts facts={[[text('sheet.passes'), passed || text('sheet.passesNothing')]]} />
        <p>{text('sheet.never')}</p>
        <p>{text('sheet.back')}</p>
        <p>{text('sheet.date', { day: formatDate(day, language) })}</p>
        <p>{text('sheet.sign')}: ____________________</p>
      </div>
    </Panel>
  );
}
