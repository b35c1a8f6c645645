import { Button, NativeSelect } from '@mantine/core';
import {
  FEWEST_INACTIVE_MONTHS,
  type PrivacySettings,
  USUAL_PRIVACY_SETTINGS,
} from '@tirek/domain/privacy/settings';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { useKeptForm } from '../../ui/use-kept-form.ts';
import styles from './duties.module.css';

/** What the programme sets for lists that are taken out and for files that are kept; only stricter than the usual is offered. */
export function PrivacySettingsPanel() {
  const text = useText('duties');
  const read = useRead('getPrivacySettings', {});
  return (
    <Panel title={text('settings.title')} note={text('settings.note')}>
      {read.isPending && <LoadingState />}
      {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
      {read.data && <SettingsForm key={read.data.version} {...read.data} />}
    </Panel>
  );
}

const NAMES = ['extractPeople', 'extractDays', 'renewalMonths', 'inactiveMonths'] as const;
const FEWEST: Partial<Record<keyof PrivacySettings, number>> = {
  inactiveMonths: FEWEST_INACTIVE_MONTHS,
};
/** What may be chosen, from the strictest to the usual. */
function offered(name: keyof PrivacySettings): string[] {
  const fewest = FEWEST[name] ?? 1;
  const length = USUAL_PRIVACY_SETTINGS[name] - fewest + 1;
  return Array.from({ length }, (_, at) => String(at + fewest));
}

function SettingsForm({ version, settings }: { version: number; settings: PrivacySettings }) {
  const text = useText('duties');
  const errorText = useErrorText();
  const tell = useToast();
  const form = useKeptForm<PrivacySettings>('privacy settings', settings);
  const save = useWrite('setPrivacySettings', {
    renews: ['getPrivacySettings'],
    onDone: () => {
      form.drop();
      tell(text('settings.saved'));
    },
  });
  return (
    <div className={styles.settings}>
      {NAMES.map((name) => (
        <NativeSelect
          key={name}
          label={text(`settings.${name}`)}
          data={offered(name)}
          value={String(form.values[name])}
          onChange={(event) => form.set(name, Number(event.currentTarget.value))}
        />
      ))}
      {save.isError && <Notice kind="refusal">{errorText(save.error)}</Notice>}
      <div>
        <Button
          disabled={!form.isTouched}
          loading={save.isPending}
          onClick={() => save.mutate({ basedOn: version, settings: form.values })}
        >
          {text('settings.save')}
        </Button>
      </div>
    </div>
  );
}
