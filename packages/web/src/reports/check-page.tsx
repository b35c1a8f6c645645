import {
  checkReport,
  type Finding,
  MOST_REPORT_BYTES,
  readReportFile,
  type UnreadableReason,
} from '@tirek/domain/reports/consistency';
import { useState } from 'react';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { FileDrop } from '../ui/file-drop.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { FindingList } from './finding-list.tsx';

type Outcome =
  | { readonly kind: 'checked'; readonly name: string; readonly findings: readonly Finding[] }
  | {
      readonly kind: 'unreadable';
      readonly name: string;
      readonly reason: UnreadableReason | 'lost';
    };

const ACCEPTED = '.txt,.md,.html,.htm,.csv,.tsv,.docx,.xlsx';

/** A report is dropped here and its figures are held against each other, on this device: nothing is sent. */
export function CheckPage() {
  const text = useText('reports');
  const format = useFormat();
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const take = async ([file]: readonly File[]) => {
    if (!file) return;
    setBusy(true);
    setOutcome(await check(file));
    setBusy(false);
  };
  return (
    <Page
      title={text('check.title')}
      intro={text('check.intro')}
      back={{ to: '/reports', label: text('list.title') }}
    >
      <Panel>
        <FileDrop
          words={text('check.drop')}
          choose={text('check.choose')}
          kinds={text('check.kinds', { most: format.bytes(MOST_REPORT_BYTES) })}
          accept={ACCEPTED}
          isBusy={isBusy}
          onFiles={take}
        />
        {outcome?.kind === 'unreadable' && (
          <Notice kind="refusal">
            {text(`check.unreadable.${outcome.reason}`, { name: outcome.name })}
          </Notice>
        )}
        {outcome?.kind === 'checked' && outcome.findings.length === 0 && (
          <Notice kind="success" title={text('check.none')}>
            {text('check.noneWords', { name: outcome.name })}
          </Notice>
        )}
      </Panel>
      {outcome?.kind === 'checked' && outcome.findings.length > 0 && (
        <FindingList name={outcome.name} findings={outcome.findings} />
      )}
    </Page>
  );
}

async function check(file: File): Promise<Outcome> {
  const { name } = file;
  // Larger files are refused by their size alone, before they fill the memory of a phone.
  if (file.size > MOST_REPORT_BYTES) return { kind: 'unreadable', name, reason: 'too-large' };
  // A folder is dropped as if it were a file, and cannot be read.
  const bytes = await file.arrayBuffer().catch(() => null);
  if (!bytes) return { kind: 'unreadable', name, reason: 'lost' };
  const read = readReportFile({ name, bytes: new Uint8Array(bytes) });
  if (read.kind === 'unreadable') return { kind: 'unreadable', name, reason: read.reason };
  return { kind: 'checked', name, findings: checkReport(read.document) };
}
