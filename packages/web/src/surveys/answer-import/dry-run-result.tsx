import { Button } from '@mantine/core';
import {
  type DryRun,
  describeFinding,
  type ImportFinding,
} from '@tirek/domain/surveys/answer-import';
import { useState } from 'react';
import { useLanguage, useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';

/** The first few tell what kind of thing is wrong. */
const SHOWN_AT_FIRST = 12;

/** What a trial found: the verdict first, then each place with what stands there and what would be right. */
export function DryRunResult({ result }: { result: DryRun }) {
  const [isWhole, setWhole] = useState(false);
  const text = useText('import');
  const format = useFormat();
  const { language } = useLanguage();
  const { isReady, respondents, errors, warnings } = result;
  const findings = result.findings as readonly ImportFinding[];
  const shown = isWhole ? findings : findings.slice(0, SHOWN_AT_FIRST);
  return (
    <>
      <Notice
        kind={isReady ? 'success' : 'refusal'}
        title={text(isReady ? 'result.ready' : 'result.notReady', { count: errors })}
      >
        {text('result.respondents', { count: respondents })}
        {warnings > 0 && ` ${text('result.warnings', { count: warnings })}`}
      </Notice>
      {findings.length > 0 && (
        <DataTable
          caption={text('result.findings')}
          rows={shown.map((finding, place) => ({ finding, place }))}
          keyOf={({ place }) => String(place)}
          columns={[
            {
              key: 'severity',
              header: text('result.kind'),
              cell: ({ finding }) => (
                <StatusMark
                  tone={finding.severity === 'error' ? 'bad' : 'waiting'}
                  label={text(`severity.${finding.severity}`)}
                />
              ),
            },
            {
              key: 'place',
              header: text('result.place'),
              cell: ({ finding }) =>
                [
                  finding.table,
                  finding.line === null
                    ? ''
                    : text('result.line', { line: format.number(finding.line) }),
                  finding.column ?? '',
                ]
                  .filter(Boolean)
                  .join(', '),
            },
            {
              key: 'value',
              header: text('result.value'),
              cell: ({ finding }) => finding.value,
            },
            {
              key: 'sentence',
              header: text('result.remedy'),
              isRowHeader: false,
              cell: ({ finding }) => describeFinding(finding, language),
            },
          ]}
        />
      )}
      {shown.length < findings.length && (
        <div>
          <Button variant="default" onClick={() => setWhole(true)}>
            {text('result.showAll', { count: findings.length })}
          </Button>
        </div>
      )}
      {isWhole && errors + warnings > findings.length && (
        <p>{text('result.more', { count: errors + warnings - findings.length })}</p>
      )}
    </>
  );
}
