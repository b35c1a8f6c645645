import { Button } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { MOST_REPORT_BYTES, readReportFile } from '@tirek/domain/reports/consistency';
import { divideNotes, MOST_EXCERPTS } from '@tirek/domain/reports/themes';
import { useState } from 'react';
import { useClient } from '../../api/client.ts';
import { useWrite } from '../../api/use-write.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { useKeptForm } from '../../ui/use-kept-form.ts';
import { draftPoints, EMPTY_NOTE, noteInput } from './note-form.ts';
import { NoteHeadForm } from './note-head-form.tsx';
import { PointList } from './point-list.tsx';

const route = getRouteApi('/reports/$waveId/themes/new');

/**
 * A file of notes is read on this device, divided, looked through, and only then sent. What people said in confidence is kept
 * in the memory of the page alone.
 */
export function AddNotePage() {
  const { waveId } = route.useParams();
  const text = useText('themes');
  const errorText = useErrorText();
  const navigate = useNavigate();
  const tell = useToast();
  const { api } = useClient();
  const { language } = useLanguage();
  const form = useKeptForm(`theme.note.${waveId}`, EMPTY_NOTE);
  const [refusal, setRefusal] = useState<string | null>(null);
  const add = useWrite('addThemeNote', {
    renews: ['listThemeNotes'],
    onDone(note) {
      form.drop();
      tell(text('add.done'));
      void navigate({ to: '/themes/$noteId', params: { noteId: note.id } });
    },
  });
  const take = async ([file]: readonly File[]) => {
    if (!file) return;
    const points = await pointsOf(file);
    setRefusal(points.kind === 'read' ? null : text(`add.${points.kind}`, { name: file.name }));
    if (points.kind === 'read') form.set('points', draftPoints(points.points, api.newId));
  };
  const input = noteInput(form.values, language);
  const hasPoints = form.values.points.length > 0;
  return (
    <Page
      title={text('add.title')}
      intro={text('add.intro')}
      back={{ to: `/reports/${waveId}/themes`, label: text('list.title') }}
    >
      {!hasPoints && (
        <Panel title={text('add.file')}>
          <FileDrop
            words={text('add.drop')}
            choose={text('add.choose')}
            kinds={text('add.kinds')}
            accept=".txt,.md,.csv,.tsv,.docx,.xlsx"
            onFiles={take}
          />
          {refusal && <Notice kind="refusal">{refusal}</Notice>}
        </Panel>
      )}
      {hasPoints && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (input) add.mutate({ ...input, waveId });
          }}
        >
          <Panel
            title={text('add.about')}
            actions={
              <Button variant="default" onClick={() => form.set('points', [])}>
                {text('add.another')}
              </Button>
            }
          >
            <NoteHeadForm form={form} />
          </Panel>
          <Panel
            title={text('add.points', { count: form.values.points.length })}
            note={text('add.pointsNote')}
          >
            <PointList form={form} />
            {add.isError && <Notice kind="refusal">{errorText(add.error)}</Notice>}
            {!input && <p>{text('add.needs')}</p>}
            <Button type="submit" disabled={!input} loading={add.isPending}>
              {text('add.save')}
            </Button>
          </Panel>
        </form>
      )}
    </Page>
  );
}

type ReadPoints =
  | { readonly kind: 'read'; readonly points: ReturnType<typeof divideNotes> }
  | { readonly kind: 'unreadable' | 'nothing' };

async function pointsOf(file: File): Promise<ReadPoints> {
  if (file.size > MOST_REPORT_BYTES) return { kind: 'unreadable' };
  // A folder is dropped as if it were a file, and cannot be read.
  const bytes = await file.arrayBuffer().catch(() => null);
  if (!bytes) return { kind: 'unreadable' };
  const read = readReportFile({ name: file.name, bytes: new Uint8Array(bytes) });
  if (read.kind === 'unreadable') {
    return { kind: read.reason === 'empty' ? 'nothing' : 'unreadable' };
  }
  const points = divideNotes(read.document).slice(0, MOST_EXCERPTS);
  return points.length > 0 ? { kind: 'read', points } : { kind: 'nothing' };
}
