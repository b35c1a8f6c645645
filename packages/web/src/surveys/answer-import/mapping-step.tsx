import { Select } from '@mantine/core';
import type { Campaign } from '@tirek/domain/surveys';
import type { ImportMapping } from '@tirek/domain/surveys/answer-import';
import { useMemo } from 'react';
import { useRead } from '../../api/use-read.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { ImportDraft } from './import-page.tsx';
import { itemChoices } from './item-choices.ts';
import { TableMapping } from './table-mapping.tsx';
import { fitsTables } from './table-role.ts';

interface MappingStepProps {
  readonly campaign: Campaign;
  readonly draft: ImportDraft;
  readonly onChange: (mapping: ImportMapping) => void;
}

/** What every table and column means: proposed, or from an earlier file, and always open to correction. */
export function MappingStep({ campaign, draft, onChange }: MappingStepProps) {
  const text = useText('import');
  const { language } = useLanguage();
  const saved = useRead('listImportMappings', {});
  const { tables, mapping, suggestion } = draft;
  const choices = useMemo(
    () => itemChoices(campaign.settings.forms, language),
    [campaign.settings.forms, language],
  );
  const fitting = (saved.data?.mappings ?? []).filter((kept) => fitsTables(kept.mapping, tables));
  return (
    <>
      <Panel title={text('mapping.title')} note={text('mapping.note')}>
        {suggestion ? (
          <Notice kind="success" isStanding>
            {text('mapping.suggested')}
          </Notice>
        ) : (
          <Notice kind="info" isStanding>
            {text('mapping.notSuggested')}
          </Notice>
        )}
        {fitting.length > 0 && (
          <Select
            mt="md"
            label={text('mapping.saved')}
            placeholder={text('mapping.savedNone')}
            data={fitting.map(({ id, name }) => ({ value: id, label: name }))}
            value={null}
            onChange={(id) => {
              const chosen = fitting.find((kept) => kept.id === id);
              if (chosen) onChange(chosen.mapping);
            }}
          />
        )}
      </Panel>
      {tables.map((table) => (
        <TableMapping
          key={table.name}
          table={table}
          mapping={mapping}
          choices={choices}
          onChange={onChange}
        />
      ))}
    </>
  );
}
