import { Button } from '@mantine/core';
import {
  type RegisterFinding,
  type RegisterImport,
  tellRegisterFinding,
} from '@tirek/domain/people/register';
import { useState } from 'react';
import { useRead } from '../../api/use-read.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';

/** The first few tell what kind of thing is wrong. */
const SHOWN_AT_FIRST = 12;

/** What the check read: how many people, and each place that is wrong with what would be right. */
export function FoundPanel({ register }: { register: RegisterImport }) {
  const text = useText('register');
  const { people, families, errors, warnings } = register;
  const review = useRead(
    'getRegisterReview',
    { registerId: register.id, from: '0' },
    { isWanted: errors + warnings > 0 },
  );
  const count = [
    text('found.people', { count: people }),
    text('found.families', { count: families }),
  ];
  return (
    <Panel title={text('found.title')}>
      <Notice
        kind={errors > 0 ? 'refusal' : 'success'}
        title={errors > 0 ? text('found.errors', { count: errors }) : text('found.ready')}
      >
        {count.join(', ')}. {errors > 0 && text('found.mend')}{' '}
        {warnings > 0 && text('found.warnings', { count: warnings })}
      </Notice>
      {review.isError && <ErrorState error={review.error} onRetry={review.refetch} />}
      {errors + warnings > 0 && review.data && <Findings findings={review.data.findings} />}
    </Panel>
  );
}

function Findings({ findings }: { findings: readonly RegisterFinding[] }) {
  const [isWhole, setWhole] = useState(false);
  const text = useText('register');
  const format = useFormat();
  const { language } = useLanguage();
  const shown = isWhole ? findings : findings.slice(0, SHOWN_AT_FIRST);
  return (
    <>
      <DataTable
        caption={text('found.list')}
        rows={shown.map((finding, place) => ({ finding, place }))}
        keyOf={({ place }) => String(place)}
        columns={[
          {
            key: 'kind',
            header: text('found.kind'),
            cell: ({ finding }) => (
              <StatusMark
                tone={finding.severity === 'error' ? 'bad' : 'waiting'}
                label={text(`found.${finding.severity}`)}
              />
            ),
          },
          {
            key: 'place',
            header: text('found.place'),
            cell: ({ finding: { line, column } }) =>
              [line === null ? '' : text('found.line', { line: format.number(line) }), column ?? '']
                .filter(Boolean)
                .join(', '),
          },
          {
            key: 'value',
            header: text('found.value'),
            cell: ({ finding }) => finding.value,
          },
          {
            key: 'remedy',
            header: text('found.remedy'),
            cell: ({ finding }) => tellRegisterFinding(finding, language),
          },
        ]}
      />
      {shown.length < findings.length && (
        <Button variant="default" onClick={() => setWhole(true)}>
          {text('found.all', { count: findings.length })}
        </Button>
      )}
    </>
  );
}
