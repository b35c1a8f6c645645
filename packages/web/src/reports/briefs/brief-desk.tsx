import { SegmentedControl, Select } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { REPORT_AUDIENCES, type ReportAudience } from '@tirek/domain/reports';
import {
  BRIEF_FORMATS,
  type Brief,
  type BriefFormat,
  type BriefKind,
  briefFileName,
} from '@tirek/domain/reports/brief';
import { isLanguage, LANGUAGE_NAMES, LANGUAGES, type Language } from '@tirek/domain/text';
import { useEffect, useState } from 'react';
import { useLanguage, useText } from '../../text/language.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { DownloadMenu, useDownload } from '../report-download.tsx';
import styles from './brief-desk.module.css';
import { BriefPaper } from './brief-paper.tsx';

/** Which short paper is asked for. */
export interface BriefChoice {
  readonly kind: BriefKind;
  readonly place?: string;
  readonly language: Language;
  readonly audience: ReportAudience;
}

interface ShownBrief {
  readonly brief: Brief;
  readonly places: ReadonlyArray<{ readonly id: string; readonly label: string }>;
  readonly wave: { readonly id: string; readonly closesOn: string | null };
}

/** At first the two pages, exact, in the language of the page. */
export function useBriefChoice() {
  const { language } = useLanguage();
  return useState<BriefChoice>({ kind: 'brief', language, audience: 'internal' });
}

interface BriefDeskProps {
  readonly choice: BriefChoice;
  readonly onChoice: (choice: BriefChoice) => void;
  readonly read: UseQueryResult<ShownBrief>;
  readonly fetch: (format: BriefFormat) => Promise<Blob>;
  /** Where the reader may choose for whom; a release has its audience. */
  readonly hasAudiences?: boolean;
}

/** A short paper to read and to take along, with what can be chosen about it. */
export function BriefDesk({ choice, onChoice, read, fetch, hasAudiences = false }: BriefDeskProps) {
  const text = useText('reports');
  const errorText = useErrorText();
  const { kind, place, language } = choice;
  const [last, setLast] = useState(read.data);
  useEffect(() => {
    if (read.data) setLast(read.data);
  }, [read.data]);
  const download = useDownload<BriefFormat>({
    fetch,
    nameOf: (format) =>
      last ? briefFileName({ wave: last.wave, language }, { kind, format }) : '',
  });
  return (
    <>
      {download.error ? <Notice kind="refusal">{errorText(download.error)}</Notice> : null}
      <Panel>
        <div className={styles.choices}>
          <Select
            label={text('brief.paper')}
            data={[
              { value: '', label: text('brief.twoPages') },
              ...(last?.places ?? []).map(({ id, label }) => ({
                value: id,
                label: text('brief.onPlace', { place: label }),
              })),
            ]}
            value={place ?? ''}
            allowDeselect={false}
            onChange={(value) => {
              const { place: _, ...rest } = choice;
              onChoice(
                value
                  ? { ...rest, kind: 'region-sheet', place: value }
                  : { ...rest, kind: 'brief' },
              );
            }}
          />
          {hasAudiences && (
            <Select
              label={text('brief.audience')}
              data={REPORT_AUDIENCES.map((value) => ({
                value,
                label: text(`brief.audience.${value}`),
              }))}
              value={choice.audience}
              allowDeselect={false}
              onChange={(value) => {
                const audience = REPORT_AUDIENCES.find((each) => each === value);
                // Others may not be told of the same places.
                if (audience) onChoice({ kind: 'brief', language, audience });
              }}
            />
          )}
          <div>
            <span className={styles.label} id="brief-language">
              {text('brief.language')}
            </span>
            <SegmentedControl
              fullWidth
              aria-labelledby="brief-language"
              data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
              value={language}
              onChange={(value) => {
                if (isLanguage(value)) onChoice({ ...choice, language: value });
              }}
            />
          </div>
          {read.data && <DownloadMenu {...download} formats={BRIEF_FORMATS} />}
        </div>
      </Panel>
      {read.isError && (
        <Panel>
          <ErrorState error={read.error} onRetry={read.refetch} />
        </Panel>
      )}
      {read.isPending && (
        <Panel>
          <LoadingState lines={6} />
        </Panel>
      )}
      {read.data && <BriefPaper brief={read.data.brief} />}
    </>
  );
}
