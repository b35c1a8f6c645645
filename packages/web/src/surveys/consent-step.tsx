import { NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useRead } from '../api/use-read.ts';
import { useText } from '../text/language.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { TextsInput } from '../ui/texts-input.tsx';
import type { StepProps } from './campaign-editor.tsx';
import { ConsentPreview } from './consent-preview.tsx';

const LONGEST_RETENTION_MONTHS = 180;

/** What a respondent is promised before the first question, and who stands behind it. */
export function ConsentStep({ form }: StepProps) {
  const text = useText('surveys');
  const { operator, retentionMonths, consentVersion, linkage } = form.values;
  return (
    <>
      <Panel title={text('operator.title')} note={text('operator.note')}>
        <Stack gap="lg">
          <TextsInput
            legend={text('operator.name')}
            value={operator.name}
            onChange={(name) => form.set('operator', { ...operator, name })}
          />
          <TextInput
            label={text('operator.number')}
            description={text('operator.numberHelp')}
            value={operator.registrationNumber}
            onChange={(event) =>
              form.set('operator', {
                ...operator,
                registrationNumber: event.currentTarget.value.replace(/\D/g, '').slice(0, 12),
              })
            }
            inputMode="numeric"
          />
          <TextsInput
            legend={text('operator.contact')}
            help={text('operator.contactHelp')}
            value={operator.contact}
            onChange={(contact) => form.set('operator', { ...operator, contact })}
          />
          <NumberInput
            label={text('retention.label')}
            description={text('retention.help')}
            value={retentionMonths}
            onChange={(months) => form.set('retentionMonths', Number(months) || 0)}
            min={1}
            max={LONGEST_RETENTION_MONTHS}
            allowDecimal={false}
            hideControls
          />
        </Stack>
      </Panel>
      <ConsentChoice form={form} key={`${linkage} ${consentVersion === ''}`} />
    </>
  );
}

function ConsentChoice({ form }: StepProps) {
  const text = useText('surveys');
  const texts = useRead('listConsentTexts', {});
  const { linkage, languages, consentVersion } = form.values;
  const fitting = (texts.data?.texts ?? []).filter(({ linkages }) =>
    (linkages as readonly string[]).includes(linkage),
  );
  const chosen = fitting.find(({ version }) => version === consentVersion);
  return (
    <Panel title={text('consent.title')} note={text('consent.note')}>
      {texts.isPending && <LoadingState />}
      {texts.isError && <ErrorState error={texts.error} onRetry={texts.refetch} />}
      {texts.data && (
        <Stack gap="lg">
          <Select
            label={text('consent.version')}
            placeholder={text('consent.choose')}
            data={fitting.map(({ version, isBuiltIn }) => ({
              value: version,
              label: text(isBuiltIn ? 'consent.ofTirek' : 'consent.ownText', { version }),
            }))}
            value={chosen ? chosen.version : null}
            onChange={(version) => form.set('consentVersion', version ?? '')}
            allowDeselect={false}
          />
          {fitting.length === 0 && <Notice kind="warning">{text('consent.noneFits')}</Notice>}
          {chosen && (
            <ConsentPreview words={chosen.words} languages={languages} values={form.values} />
          )}
        </Stack>
      )}
    </Panel>
  );
}
