import { Button, Group } from '@mantine/core';
import { useLanguage, useText } from '../text/language.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import type { CampaignForm } from './campaign-form.ts';
import { describeField, differingFields } from './campaign-summary.ts';

interface ClashNoticeProps {
  readonly mine: CampaignForm;
  readonly theirs: CampaignForm;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}

/** Somebody else has saved meanwhile: both sides, field by field, and a human who chooses. */
export function ClashNotice({ mine, theirs, onKeepMine, onTakeTheirs }: ClashNoticeProps) {
  const text = useText('surveys');
  const { language } = useLanguage();
  const fields = differingFields(mine, theirs);
  return (
    <Panel title={text('clash.title')} note={text('clash.words')}>
      <div role="alert">
        <DataTable
          caption={text('clash.title')}
          rows={fields}
          keyOf={(field) => field}
          columns={[
            {
              key: 'field',
              header: text('clash.field'),
              isRowHeader: true,
              cell: (field) => text(`field.${field}`),
            },
            {
              key: 'mine',
              header: text('clash.mine'),
              cell: (field) => describeField(field, mine, { text, language }),
            },
            {
              key: 'theirs',
              header: text('clash.theirs'),
              cell: (field) => describeField(field, theirs, { text, language }),
            },
          ]}
        />
      </div>
      <Group gap="sm" mt="md">
        <Button onClick={onKeepMine}>{text('clash.keepMine')}</Button>
        <Button variant="default" onClick={onTakeTheirs}>
          {text('clash.takeTheirs')}
        </Button>
      </Group>
    </Panel>
  );
}
