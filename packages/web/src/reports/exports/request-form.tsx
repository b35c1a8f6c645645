import { Button, Select, Stack, Textarea } from '@mantine/core';
import { EXPORT_PROTECTIONS, type WaveExport } from '@tirek/domain/reports';
import { isLanguage, LANGUAGE_NAMES, LANGUAGES, type Language } from '@tirek/domain/text';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { useKeptForm } from '../../ui/use-kept-form.ts';
import { useClosedWaves } from '../closed-waves.ts';
import { CostOfHiding } from './cost-of-hiding.tsx';

interface RequestValues {
  readonly waveId: string | null;
  /** Null until another one than the reader's own is chosen. */
  readonly language: Language | null;
  /** Families that must be alike. */
  readonly alike: string;
  readonly reason: string;
}

const EMPTY: RequestValues = {
  waveId: null,
  language: null,
  alike: String(EXPORT_PROTECTIONS[0].k),
  reason: '',
};
const LONGEST_REASON = 500;
const SHORTEST_REASON = 3;

/** Asks for the answers of a wave, with the reason that whoever decides will read. */
export function RequestForm() {
  const text = useText('exports');
  const errorText = useErrorText();
  const tell = useToast();
  const { language: own } = useLanguage();
  const { waves, isPending } = useClosedWaves();
  const form = useKeptForm('export.request', EMPTY, 'tab');
  const ask = useWrite('requestExport', {
    renews: ['listExports'],
    onDone: () => {
      form.drop();
      tell(text('ask.done'));
    },
  });
  const { waveId, alike, reason } = form.values;
  const protection =
    EXPORT_PROTECTIONS.find(({ k }) => String(k) === alike) ?? EXPORT_PROTECTIONS[0];
  const language = form.values.language ?? own;
  const canAsk = waveId !== null && reason.trim().length >= SHORTEST_REASON;
  return (
    <Panel title={text('ask.title')} note={text('ask.note')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (waveId && canAsk)
            ask.mutate({ waveId, language, ...protection, reason: reason.trim() });
        }}
      >
        <Stack gap="md" align="flex-start">
          <Select
            w="100%"
            label={text('ask.wave')}
            placeholder={text(!isPending && waves.length === 0 ? 'ask.waveNone' : 'ask.choose')}
            data={waves}
            value={waveId}
            onChange={(value) => form.set('waveId', value)}
          />
          <Select
            label={text('ask.language')}
            data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
            value={language}
            allowDeselect={false}
            onChange={(value) => {
              if (isLanguage(value)) form.set('language', value);
            }}
          />
          <Select
            w="100%"
            label={text('ask.alike')}
            description={text('ask.alikeHelp')}
            data={EXPORT_PROTECTIONS.map(({ k }) => ({
              value: String(k),
              label: text(`alike.${k}`),
            }))}
            value={alike}
            allowDeselect={false}
            onChange={(value) => form.set('alike', value ?? EMPTY.alike)}
          />
          {waveId !== null && <Preview waveId={waveId} alike={protection.k} />}
          <Textarea
            w="100%"
            label={text('ask.reason')}
            description={text('ask.reasonHelp')}
            value={reason}
            maxLength={LONGEST_REASON}
            autosize
            minRows={3}
            onChange={(event) => form.set('reason', event.currentTarget.value)}
          />
          {ask.isError && <Notice kind="refusal">{errorText(ask.error)}</Notice>}
          <Button type="submit" disabled={!canAsk} loading={ask.isPending}>
            {text('ask.go')}
          </Button>
        </Stack>
      </form>
    </Panel>
  );
}

/** What the choice above would cost, before anybody is asked. */
function Preview({ waveId, alike }: { waveId: string; alike: WaveExport['k'] }) {
  const text = useText('exports');
  const errorText = useErrorText();
  const { data, error } = useRead('previewExport', { waveId, alike: `${alike}` });
  if (error) return <Notice kind="refusal">{errorText(error)}</Notice>;
  return data ? <CostOfHiding cost={data} /> : <p role="status">{text('cost.running')}</p>;
}
