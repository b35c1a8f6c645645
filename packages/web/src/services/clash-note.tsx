import { Button } from '@mantine/core';
import { Problem } from '@tirek/domain/problem';
import { useRead } from '../api/use-read.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { Notice } from '../ui/notice.tsx';
import { useChangedFields } from './use-changed-fields.ts';

/** Tells who changed an entry while it was being changed here, and what; a human decides whether hers goes on top. */
export function ClashNote({
  entryId,
  basedOn,
  error,
  onKeepMine,
}: {
  entryId: string;
  basedOn: number;
  error: unknown;
  onKeepMine: (version: number) => void;
}) {
  const text = useText('directory');
  const format = useFormat();
  const changedFields = useChangedFields();
  const isClash = error instanceof Problem && error.code === 'changed-meanwhile';
  const { data } = useRead('listEntryVersions', { entryId }, { isWanted: isClash });
  const versions = data?.versions ?? [];
  const newest = versions[0];
  if (!isClash || !newest || newest.version <= basedOn) return null;
  const mine = versions.find(({ version }) => version === basedOn);
  return (
    <Notice kind="warning" title={text('clash')}>
      <p>
        {text('historyLine', {
          ...{ version: newest.version, by: newest.by },
          date: format.instant(newest.recordedAt),
        })}
      </p>
      <p>{text('clash.fields', { fields: changedFields(mine?.entry ?? null, newest.entry) })}</p>
      <Button variant="default" size="compact-sm" onClick={() => onKeepMine(newest.version)}>
        {text('clash.mine')}
      </Button>
    </Notice>
  );
}
