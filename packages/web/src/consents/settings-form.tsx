import { Button, TextInput } from '@mantine/core';
import { ConsentSettings, USUAL_AGE_TABLE } from '@tirek/domain/consents';
import * as z from 'zod/mini';
import { useWrite } from '../api/use-write.ts';
import { useText } from '../text/language.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { NO_TEXTS, TextsInput } from '../ui/texts-input.tsx';
import { useToast } from '../ui/toasts.tsx';
import { useKeptForm } from '../ui/use-kept-form.ts';
import { AgeTableFields } from './age-table-fields.tsx';
import styles from './consents.module.css';

interface SettingsFormProps {
  readonly version: number;
  readonly settings: ConsentSettings | null;
}

const NOTHING: ConsentSettings = {
  operator: { name: NO_TEXTS, registrationNumber: '', contact: NO_TEXTS },
  keptFor: NO_TEXTS,
  ages: USUAL_AGE_TABLE,
};

/** Saved as a new version; earlier consents keep the one they were given under. */
export function SettingsForm({ version, settings }: SettingsFormProps) {
  const text = useText('consents');
  const errorText = useErrorText();
  const tell = useToast();
  const form = useKeptForm<ConsentSettings>('consent settings', settings ?? NOTHING);
  const { operator, keptFor, ages } = form.values;
  const save = useWrite('setConsentSettings', {
    renews: ['getConsentSettings', 'listConsents'],
    onDone: () => {
      form.drop();
      tell(text('settings.saved'));
    },
  });
  const isWhole = z.safeParse(ConsentSettings, form.values).success;
  return (
    <>
      <Panel title={text('settings.operator')}>
        <div className={styles.fields}>
          <TextsInput
            legend={text('settings.name')}
            value={operator.name}
            onChange={(name) => form.set('operator', { ...operator, name })}
          />
          <TextInput
            label={text('settings.number')}
            value={operator.registrationNumber}
            inputMode="numeric"
            maxLength={12}
            onChange={(event) =>
              form.set('operator', {
                ...operator,
                registrationNumber: event.currentTarget.value.replaceAll(/\D/g, ''),
              })
            }
          />
          <TextsInput
            legend={text('settings.contact')}
            value={operator.contact}
            onChange={(contact) => form.set('operator', { ...operator, contact })}
          />
          <TextsInput
            legend={text('settings.keptFor')}
            help={text('settings.keptForHelp')}
            value={keptFor}
            onChange={(value) => form.set('keptFor', value)}
          />
        </div>
      </Panel>
      <Panel title={text('settings.ages')} note={text('settings.agesNote')}>
        <AgeTableFields table={ages} onChange={(value) => form.set('ages', value)} />
      </Panel>
      <Panel>
        <div className={styles.fields}>
          {!isWhole && <Notice kind="info">{text('settings.notWhole')}</Notice>}
          {save.isError && <Notice kind="refusal">{errorText(save.error)}</Notice>}
          <div>
            <Button
              disabled={!isWhole || !form.isTouched}
              loading={save.isPending}
              onClick={() => save.mutate({ basedOn: version, settings: form.values })}
            >
              {text('form.save')}
            </Button>
          </div>
        </div>
      </Panel>
    </>
  );
}
