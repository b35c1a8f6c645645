import { Button, Checkbox, Group, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import {
  CONSENT_MODES,
  type ConsentAgeRule,
  type ConsentMode,
  type ConsentParty,
  type ConsentPurpose,
  type ConsentSettings,
  neededWords,
  needsWitness,
  type PurposeText,
} from '@tirek/domain/consents';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@tirek/domain/text';
import { Suspense, useState } from 'react';
import { useClient } from '../api/client.ts';
import { useRead } from '../api/use-read.ts';
import { useWrite } from '../api/use-write.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { DatePicker } from '../ui/date-picker.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Icon } from '../ui/icons.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { LoadingState } from '../ui/states.tsx';
import { useToast } from '../ui/toasts.tsx';
import { useKeptForm } from '../ui/use-kept-form.ts';
import { AskedDecision } from './asked-decision.tsx';
import { ConsentPaper } from './consent-paper.tsx';
import styles from './consents.module.css';
import { GuardianFields } from './guardian-fields.tsx';
import { PurposesPanel } from './purposes-panel.tsx';
import { type Asked, recordingOf, type Sitting, sittingObstacles } from './sitting.ts';

interface RecordFormProps {
  readonly personId: string;
  readonly subject: string;
  readonly rule: ConsentAgeRule;
  readonly texts: readonly PurposeText[];
  readonly settings: ConsentSettings;
}

const dayAfter = (date: string) =>
  new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);

/** What was decided in one sitting; kept when the page is left. */
export function RecordForm(props: RecordFormProps) {
  const { personId, subject, rule, texts, settings } = props;
  const text = useText('consents');
  const errorText = useErrorText();
  const tell = useToast();
  const navigate = useNavigate();
  const { language: reader } = useLanguage();
  const format = useFormat();
  const { now } = useClient();
  const [today] = useState(() => format.dateOf(now()));
  const receivers = useRead('listConsentReceivers', {});
  const parties = neededWords(rule, { isUnsafe: false }).map(({ party }) => party);
  const form = useKeptForm<Sitting>(`consents ${personId}`, () => ({
    language: reader,
    party: parties[0] ?? 'person',
    relation: 'parent',
    guardianName: '',
    document: '',
    isUnsafe: false,
    unsafeReason: '',
    asked: [],
    mode: 'written',
    witness: '',
    givenOn: today,
  }));
  const sitting = form.values;
  const { language, party, asked } = sitting;
  const record = useWrite('recordConsent', {
    renews: ['listConsents', 'listRescreens', 'getRescreens'],
    onDone: () => {
      form.drop();
      tell(text('form.saved'));
      navigate({ to: '/people/$personId/consents', params: { personId } });
    },
  });
  const textOf = (purpose: ConsentPurpose) =>
    texts.findLast((one) => one.purpose === purpose && one.words[language]);
  const recording = recordingOf(sitting, personId, (purpose) => textOf(purpose)?.version ?? '');
  const obstacles = sittingObstacles(recording, { rule, today });
  const isDecided = asked.length > 0 && asked.every(({ decision }) => decision !== null);
  const isWhyMissing = asked.some((one) => one.withheld.trim() && !one.withheldWhy.trim());
  const isUnsafeWhyMissing = recording.unsafeReason === '';
  const change = (changed: Asked) =>
    form.set(
      'asked',
      asked.map((one) => (one.id === changed.id ? changed : one)),
    );
  return (
    <>
      <Panel>
        <div className={styles.fields}>
          <Segments
            label={text('form.language')}
            value={language}
            options={LANGUAGES.map((value) => [value, LANGUAGE_NAMES[value]])}
            onChange={(value) => form.set('language', value as Language)}
          />
          {parties.length > 1 && (
            <Segments
              label={text('form.party')}
              value={party}
              options={parties.map((value) => [value, text(`party.${value}`)])}
              onChange={(value) => form.set('party', value as ConsentParty)}
            />
          )}
          {party === 'guardian' && <GuardianFields sitting={sitting} onChange={form.change} />}
          {party === 'person' && rule.guardian === 'consents-unless-unsafe' && (
            <Checkbox
              label={text('form.unsafe')}
              checked={sitting.isUnsafe}
              onChange={(event) => form.set('isUnsafe', event.currentTarget.checked)}
            />
          )}
          {party === 'person' && sitting.isUnsafe && (
            <Textarea
              label={text('form.unsafeReason')}
              value={sitting.unsafeReason}
              maxLength={500}
              required
              onChange={(event) => form.set('unsafeReason', event.currentTarget.value)}
            />
          )}
        </div>
      </Panel>
      <PurposesPanel asked={asked} onChange={(value) => form.set('asked', value)} />
      {asked.length > 0 && (
        <div className={styles.asked} data-print-alone>
          {asked.map((one) => {
            const words = textOf(one.purpose);
            const said = words?.words[language];
            if (!words || !said) {
              return (
                <Notice key={one.id} kind="warning">
                  {text('form.noText')}
                </Notice>
              );
            }
            return (
              <Suspense key={one.id} fallback={<LoadingState />}>
                <ConsentPaper
                  text={words}
                  language={language}
                  settings={settings}
                  subject={subject}
                  receiver={
                    receivers.data?.receivers.find(({ id }) => id === one.receiverId)?.name ?? ''
                  }
                  until={one.until}
                >
                  <AskedDecision
                    asked={one}
                    words={said}
                    language={language}
                    tomorrow={dayAfter(today)}
                    onChange={change}
                  />
                </ConsentPaper>
              </Suspense>
            );
          })}
        </div>
      )}
      <Panel>
        <div className={styles.fields}>
          <Segments
            label={text('form.mode')}
            value={sitting.mode}
            options={CONSENT_MODES.map((value) => [value, text(`mode.${value}`)])}
            onChange={(value) => form.set('mode', value as ConsentMode)}
          />
          {needsWitness(sitting.mode) && (
            <TextInput
              label={text('form.witness')}
              description={text('form.witnessHelp')}
              value={sitting.witness}
              maxLength={200}
              onChange={(event) => form.set('witness', event.currentTarget.value)}
            />
          )}
          <DatePicker
            label={text('form.givenOn')}
            value={sitting.givenOn}
            max={today}
            onChange={(value) => form.set('givenOn', value || today)}
          />
          {asked.length > 0 && !isDecided && <Notice kind="info">{text('form.undecided')}</Notice>}
          {isDecided && obstacles.length > 0 && (
            <Notice kind="warning">
              {obstacles.map((obstacle) => text(`obstacles.${obstacle}`)).join(' ')}
            </Notice>
          )}
          {record.isError && <Notice kind="refusal">{errorText(record.error)}</Notice>}
          <Group>
            <Button
              loading={record.isPending}
              disabled={!isDecided || obstacles.length > 0 || isWhyMissing || isUnsafeWhyMissing}
              onClick={() => record.mutate(recording)}
            >
              {text('form.save')}
            </Button>
            {asked.length > 0 && (
              <Button
                variant="default"
                leftSection={<Icon name="printer" size={18} />}
                onClick={() => window.print()}
              >
                {text('form.print')}
              </Button>
            )}
          </Group>
        </div>
      </Panel>
    </>
  );
}

interface SegmentsProps {
  readonly label: string;
  readonly value: string;
  readonly options: ReadonlyArray<readonly [value: string, label: string]>;
  readonly onChange: (value: string) => void;
}

/** One of a few, under its name. */
function Segments({ label, value, options, onChange }: SegmentsProps) {
  return (
    <div>
      <p className={styles.heading}>{label}</p>
      <SegmentedControl
        fullWidth
        aria-label={label}
        value={value}
        onChange={onChange}
        data={options.map(([key, words]) => ({ value: key, label: words }))}
      />
    </div>
  );
}
