import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { Note, ReadExcerpt } from '@tirek/domain/reports/themes';
import { useHolder, useMay } from '../../access/index.ts';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { useErrorText } from '../../ui/error-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { TakeBack } from '../take-back.tsx';
import { CodedExcerpts } from './coded-excerpts.tsx';
import { Coder } from './coder.tsx';
import { NoteMark } from './notes-page.tsx';
import styles from './themes.module.css';

const route = getRouteApi('/themes/$noteId');

/** One note: to be coded by the reader, or as it was coded. */
export function NotePage() {
  const { noteId } = route.useParams();
  const text = useText('themes');
  const codebook = useText('codebook');
  const format = useFormat();
  const read = useRead('getThemeNote', { noteId });
  if (!read.data) {
    return (
      <Page title={text('note.title')} back={{ to: '/reports', label: text('list.back') }}>
        <Panel>
          {read.isError ? (
            <ErrorState error={read.error} onRetry={read.refetch} />
          ) : (
            <LoadingState lines={6} />
          )}
        </Panel>
      </Page>
    );
  }
  const { note, excerpts } = read.data;
  const about = [codebook(`kind.${note.kind}`), format.date(note.heldOn, 'long')].join(', ');
  return (
    <Page
      title={note.title}
      intro={about}
      mark={<NoteMark note={note} />}
      back={{ to: `/reports/${note.waveId}/themes`, label: text('list.title') }}
    >
      {note.withdrawal ? (
        <Notice kind="info" title={text('withdrawNote.gone')} isStanding>
          {text('withdrawNote.goneWords', {
            name: note.withdrawal.byName,
            date: format.instant(note.withdrawal.at, 'medium'),
            reason: note.withdrawal.reason,
          })}
        </Notice>
      ) : (
        <>
          <Coding note={note} excerpts={excerpts} />
          <Withdraw noteId={note.id} />
        </>
      )}
    </Page>
  );
}

/** What the reader has to do with it now. */
function Coding({ note, excerpts }: { note: Note; excerpts: readonly ReadExcerpt[] }) {
  const text = useText('themes');
  const may = useMay();
  const { account } = useHolder();
  const own = note.codings.find(({ coderId }) => coderId === account.id);
  if (note.isCoded) return <CodedExcerpts note={note} excerpts={excerpts} />;
  if (own && !own.endedAt) return <Coder note={note} coding={own} excerpts={excerpts} />;
  if (own) {
    return (
      <Notice kind="success" title={text('note.wait.title')} isStanding>
        {text('note.wait.words')}
      </Notice>
    );
  }
  if (note.codings.length >= note.coders || !may('theme.code')) {
    return (
      <Notice kind="info" isStanding>
        {text('note.full')}
      </Notice>
    );
  }
  return <Begin note={note} />;
}

function Begin({ note }: { note: Note }) {
  const text = useText('themes');
  const errorText = useErrorText();
  const start = useWrite('startThemeCoding', { renews: ['getThemeNote', 'listThemeNotes'] });
  return (
    <Panel
      title={text('note.begin.title')}
      note={text(note.coders === 2 ? 'note.begin.words' : 'note.begin.alone')}
    >
      {start.isError && <Notice kind="refusal">{errorText(start.error)}</Notice>}
      <Button loading={start.isPending} onClick={() => start.mutate({ noteId: note.id })}>
        {text('note.begin.go')}
      </Button>
    </Panel>
  );
}

/** For whoever may settle what a note says: the note as a whole is taken back. */
function Withdraw({ noteId }: { noteId: string }) {
  const text = useText('themes');
  const may = useMay();
  const tell = useToast();
  const withdraw = useWrite('withdrawThemeNote', {
    renews: [
      'getThemeNote',
      'listThemeNotes',
      'listThemeQuotes',
      'getThemeAgreement',
      'getWaveReport',
    ],
    onDone: () => tell(text('withdrawNote.done')),
  });
  if (!may('theme.settle')) return null;
  return (
    <div className={styles.foot}>
      <TakeBack
        isSmall
        go={text('withdrawNote.go')}
        title={text('withdrawNote.title')}
        words={text('withdrawNote.words')}
        write={withdraw}
        onTakeBack={(reason) => withdraw.mutateAsync({ noteId, reason })}
      />
    </div>
  );
}
