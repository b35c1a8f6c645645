import { getRouteApi, Link } from '@tanstack/react-router';
import type { Note } from '@tirek/domain/reports/themes';
import { useMay } from '../../access/index.ts';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import styles from './themes.module.css';

const route = getRouteApi('/reports/$waveId/themes');

/** Notes of workshops and interviews held beside a wave, and how far their coding is. */
export function NotesPage() {
  const { waveId } = route.useParams();
  const text = useText('themes');
  const may = useMay();
  const read = useRead('listThemeNotes', { waveId });
  const notes = read.data?.notes ?? [];
  return (
    <Page
      title={text('list.title')}
      intro={text('list.intro')}
      back={{ to: `/reports/${waveId}`, label: text('list.back') }}
      actions={
        <>
          {notes.length > 0 && (
            <>
              <ButtonLink
                to="/reports/$waveId/themes/compare"
                params={{ waveId }}
                variant="default"
              >
                {text('list.compare')}
              </ButtonLink>
              <ButtonLink to="/reports/$waveId/themes/quotes" params={{ waveId }} variant="default">
                {text('list.quotes')}
              </ButtonLink>
            </>
          )}
          {may('theme.code') && (
            <ButtonLink
              to="/reports/$waveId/themes/new"
              params={{ waveId }}
              leftSection={<Icon name="plus" size={18} />}
            >
              {text('add.title')}
            </ButtonLink>
          )}
        </>
      }
    >
      <Panel>
        {read.isPending && <LoadingState />}
        {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
        {read.data && notes.length === 0 && (
          <EmptyState icon="list" title={text('list.none')}>
            {text('list.noneWords')}
          </EmptyState>
        )}
        {notes.length > 0 && <NoteTable notes={notes} />}
      </Panel>
    </Page>
  );
}

function NoteTable({ notes }: { notes: readonly Note[] }) {
  const text = useText('themes');
  const codebook = useText('codebook');
  const format = useFormat();
  return (
    <DataTable
      caption={text('list.title')}
      rows={notes}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'title',
          header: text('column.title'),
          isRowHeader: true,
          cell: ({ id, title }) => (
            <Link to="/themes/$noteId" params={{ noteId: id }}>
              {title}
            </Link>
          ),
        },
        {
          key: 'state',
          header: text('column.state'),
          isPlain: true,
          cell: (note) => <NoteMark note={note} />,
        },
        {
          key: 'kind',
          header: text('column.kind'),
          cell: ({ kind }) => codebook(`kind.${kind}`),
        },
        {
          key: 'heldOn',
          header: text('column.heldOn'),
          cell: ({ heldOn }) => format.date(heldOn, 'medium'),
        },
        {
          key: 'excerpts',
          header: text('column.excerpts'),
          isNumber: true,
          cell: ({ excerpts, withdrawal }) => (withdrawal ? null : format.number(excerpts)),
        },
        {
          key: 'coders',
          header: text('column.coders'),
          cell: (note) => (note.codings.length === 0 ? null : <Coders note={note} />),
        },
        {
          key: 'differences',
          header: text('column.differences'),
          cell: ({ isCoded, coders, differences, settled, withdrawal }) => {
            if (!isCoded || coders === 1 || withdrawal) return null;
            return differences === 0
              ? text('differences.none')
              : text('differences.some', { differences, settled });
          },
        },
      ]}
    />
  );
}

export function NoteMark({ note }: { note: Note }) {
  const text = useText('themes');
  if (note.withdrawal) return <StatusMark tone="bad" label={text('state.withdrawn')} />;
  if (note.isCoded) return <StatusMark tone="over" label={text('state.coded')} />;
  if (note.codings.length > 0) return <StatusMark tone="going" label={text('state.going')} />;
  return <StatusMark tone="waiting" label={text('state.waiting')} />;
}

function Coders({ note }: { note: Note }) {
  const text = useText('themes');
  return (
    <ul className={styles.lines}>
      {note.codings.map(({ id, coderName: name, endedAt }) => (
        <li key={id}>{text(endedAt ? 'coder.done' : 'coder.going', { name })}</li>
      ))}
      {note.codings.length === 1 && note.coders === 2 && <li>{text('coder.wanted')}</li>}
    </ul>
  );
}
