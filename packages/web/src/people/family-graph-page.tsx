import { Button, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { OutputOf } from '@tirek/domain/contract';
import { fullName } from '@tirek/domain/people';
import {
  drawGenogram,
  type FactKind,
  type familyGraphContract,
  type RecordedFact,
  tellFamily,
} from '@tirek/domain/people/family-graph';
import { useMemo, useState } from 'react';
import { useMay } from '../access/index.ts';
import { useClient } from '../api/client.ts';
import { useRead } from '../api/use-read.ts';
import { PutAwayNotice, usePutAway } from '../privacy/retention/index.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Icon } from '../ui/icons.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { saveFile } from '../ui/save-file.ts';
import { EmptyState, ErrorState, LoadingState } from '../ui/states.tsx';
import { FactDialog } from './family-graph/fact-dialog.tsx';
import { FactList } from './family-graph/fact-list.tsx';
import styles from './family-graph/family-graph.module.css';
import { GenogramView } from './family-graph/genogram-view.tsx';

const route = getRouteApi('/families/$familyId/graph');

export type ShownGraph = OutputOf<(typeof familyGraphContract)['getFamilyGraph']>;

/** Who is whose in a family: drawn, in sentences, and to be added to. */
export function FamilyGraphPage() {
  const { familyId } = route.useParams();
  const text = useText('genogram');
  const shown = useRead('getFamilyGraph', { familyId });
  return (
    <Page
      title={text('title')}
      intro={text('intro')}
      back={{ to: '/families', label: text('back') }}
      isWide
    >
      {shown.isPending && <LoadingState lines={6} />}
      {shown.isError && <ErrorState error={shown.error} onRetry={shown.refetch} />}
      {shown.data && <FamilyGraphView familyId={familyId} shown={shown.data} />}
    </Page>
  );
}

/** A fact that is being written: a new one of a kind, or one that is corrected. */
export type Writing =
  | { readonly kind: FactKind; readonly known: null }
  | { readonly kind: FactKind; readonly known: RecordedFact };

function FamilyGraphView({ familyId, shown }: { familyId: string; shown: ShownGraph }) {
  const text = useText('genogram');
  const { language } = useLanguage();
  const may = useMay();
  const away = usePutAway()([familyId]);
  const [writing, setWriting] = useState<Writing | null>(null);
  const { members, graph } = shown;
  const [chosen, setChosen] = useState<string | null>(null);
  const index = chosen ?? members[0]?.personId ?? null;
  const names = useMemo(
    () =>
      new Map(
        members.map(({ personId, name }) => [
          personId,
          (name && fullName(name)) || text('name.gone'),
        ]),
      ),
    [members, text],
  );
  const drawn = useMemo(() => {
    const name = (person: string) => names.get(person) ?? '';
    return {
      genogram: drawGenogram(graph, { id: 'genogram', language, index, name }),
      told: tellFamily(graph, { language, index, name }),
    };
  }, [graph, names, language, index]);
  if (members.length === 0) return <EmptyState icon="info" title={text('empty')} />;
  return (
    <>
      {away && <PutAwayNotice file={away} />}
      <Panel
        title={text('drawing')}
        actions={<PrintButton familyId={familyId} index={index} />}
        note={text('drawing.note')}
      >
        <Select
          label={text('index')}
          data={members.map(({ personId }) => ({
            value: personId,
            label: names.get(personId) ?? '',
          }))}
          value={index}
          onChange={setChosen}
          allowDeselect={false}
          maw={420}
          mb="sm"
        />
        <GenogramView genogram={drawn.genogram} />
      </Panel>
      {may('person.register') && !away && (
        <Panel title={text('add.title')} note={text('add.note')}>
          <div className={styles.buttons}>
            {(['union', 'parentage', 'life', 'care', 'household'] as const).map((kind) => (
              <Button
                key={kind}
                variant="default"
                leftSection={<Icon name="plus" size={18} />}
                onClick={() => setWriting({ kind, known: null })}
              >
                {text(`add.${kind}`)}
              </Button>
            ))}
          </div>
          <FactList familyId={familyId} shown={shown} names={names} onCorrect={setWriting} />
        </Panel>
      )}
      <Panel title={text('list')}>
        <ul className={styles.people}>
          {drawn.told.map(({ person, name, sentences }) => (
            <li key={person}>
              <h3>{name}</h3>
              <ul className={styles.sentences}>
                {sentences.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </Panel>
      {writing && (
        <FactDialog
          familyId={familyId}
          shown={shown}
          names={names}
          writing={writing}
          onClose={() => setWriting(null)}
        />
      )}
    </>
  );
}

/** The PDF that the server makes, so that the log knows who took it along. */
function PrintButton({ familyId, index }: { familyId: string; index: string | null }) {
  const text = useText('genogram');
  const { language } = useLanguage();
  const { api } = useClient();
  const errorText = useErrorText();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      api.download('getGenogramFile', { familyId, language, ...(index ? { index } : {}) }),
    onSuccess: (file) => saveFile(`genogram-${language}.pdf`, file),
  });
  return (
    <div>
      <Button
        variant="default"
        leftSection={<Icon name="download" size={18} />}
        loading={isPending}
        onClick={() => mutate()}
      >
        {text('print')}
      </Button>
      {error !== null && <Notice kind="refusal">{errorText(error)}</Notice>}
    </div>
  );
}
