import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import type { HelpEntry } from '@tirek/domain/surveys';
import { useRegionNames } from '../programmes/index.ts';
import { useText } from '../text/language.tsx';
import { Icon } from '../ui/icons.tsx';
import { Panel } from '../ui/panel.tsx';
import { NO_TEXTS, TextsInput } from '../ui/texts-input.tsx';
import type { StepProps } from './campaign-editor.tsx';

const NO_CONTACT: HelpEntry = { region: null, name: NO_TEXTS, phone: '', hours: NO_TEXTS };

/** Whom a respondent can call afterwards, and where the quick exit leads. */
export function HelpStep({ form }: StepProps) {
  const text = useText('surveys');
  const { help, quickExit } = form.values;
  const change = (place: number, entry: HelpEntry) =>
    form.set(
      'help',
      help.map((other, at) => (at === place ? entry : other)),
    );
  return (
    <>
      {help.map((entry, place) => (
        <Contact
          // biome-ignore lint/suspicious/noArrayIndexKey: contacts have nothing else to be told apart by while they are typed
          key={place}
          number={place + 1}
          entry={entry}
          onChange={(changed) => change(place, changed)}
          onRemove={() =>
            form.set(
              'help',
              help.filter((_, at) => at !== place),
            )
          }
        />
      ))}
      <Panel
        title={help.length === 0 ? text('help.title') : ''}
        note={help.length === 0 ? text('help.note') : undefined}
      >
        <Button
          variant="default"
          leftSection={<Icon name="plus" size={18} />}
          onClick={() => form.set('help', [...help, NO_CONTACT])}
        >
          {text('help.add')}
        </Button>
      </Panel>
      <Panel title={text('help.exit')} note={text('help.exitNote')}>
        <TextInput
          label={text('help.exitAddress')}
          value={quickExit}
          onChange={(event) => form.set('quickExit', event.currentTarget.value.trim())}
          type="url"
          placeholder="https://"
          error={
            quickExit !== '' && !quickExit.startsWith('https://') ? text('help.exitOdd') : null
          }
        />
      </Panel>
    </>
  );
}

function Contact(props: {
  number: number;
  entry: HelpEntry;
  onChange: (entry: HelpEntry) => void;
  onRemove: () => void;
}) {
  const text = useText('surveys');
  const { regions } = useRegionNames();
  const { entry, onChange } = props;
  return (
    <Panel title={text('help.contact', { number: props.number })}>
      <Stack gap="lg">
        <TextsInput
          legend={text('help.name')}
          help={text('help.nameHelp')}
          value={entry.name}
          onChange={(name) => onChange({ ...entry, name })}
        />
        <TextInput
          label={text('help.phone')}
          value={entry.phone}
          onChange={(event) => onChange({ ...entry, phone: event.currentTarget.value })}
          type="tel"
          maxLength={40}
        />
        <TextsInput
          legend={text('help.hours')}
          help={text('help.hoursHelp')}
          value={entry.hours}
          onChange={(hours) => onChange({ ...entry, hours })}
        />
        <Select
          label={text('help.region')}
          data={[
            { value: '', label: text('help.everywhere') },
            ...regions.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          value={entry.region ?? ''}
          onChange={(region) => onChange({ ...entry, region: region || null })}
          allowDeselect={false}
        />
        <Group>
          <Button variant="subtle" color="red" onClick={props.onRemove}>
            {text('help.remove')}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}
