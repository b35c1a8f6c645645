import { Button } from '@mantine/core';
import type { OutputOf } from '@tirek/domain/contract';
import type { instrumentsContract } from '@tirek/domain/instruments/contract';
import { tellLeftOut, tellRefusal } from '@tirek/domain/instruments/exchange';
import { useState } from 'react';
import { useAct } from '../api/use-write.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { FileDrop } from '../ui/file-drop.tsx';
import { Icon } from '../ui/icons.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { readFiles } from '../ui/read-files.ts';
import { saveFile } from '../ui/save-file.ts';
import styles from './instruments.module.css';

type Answer = OutputOf<(typeof instrumentsContract)['readFormFile']>;

/** A questionnaire of another program: what our profile holds becomes a form package, and what it does not is told. */
export function ReadFilePanel() {
  const text = useText('instruments');
  const errorText = useErrorText();
  const [lost, setLost] = useState<string | null>(null);
  const read = useAct('readFormFile');
  const take = async (files: readonly File[]) => {
    setLost(null);
    const found = await readFiles(files);
    if (found.kind === 'lost') return setLost(found.name);
    const [content] = found.contents;
    if (content) read.mutate(content);
  };
  return (
    <Panel title={text('read')} note={text('read.note')}>
      <FileDrop
        words={text('read.drop')}
        choose={text('read.choose')}
        kinds={text('read.kinds')}
        accept=".json,.xlsx"
        isBusy={read.isPending}
        onFiles={(files) => void take(files)}
      />
      {read.isError && <Notice kind="refusal">{errorText(read.error)}</Notice>}
      {lost !== null && <Notice kind="refusal">{text('read.lost', { name: lost })}</Notice>}
      {read.data && <Outcome answer={read.data} />}
    </Panel>
  );
}

function Outcome({ answer }: { answer: Answer }) {
  const text = useText('instruments');
  const { language } = useLanguage();
  if (answer.kind === 'refused') {
    return (
      <Notice kind="refusal" title={text('read.refused', { count: answer.refusals.length })}>
        <ul className={styles.told}>
          {answer.refusals
            .map((one) => tellRefusal(one, language))
            .map((told) => (
              <li key={told}>{told}</li>
            ))}
        </ul>
      </Notice>
    );
  }
  const { code, content, leftOut } = answer;
  return (
    <Notice kind="success" title={text('read.done', { code })}>
      {leftOut.length > 0 && (
        <ul className={styles.told}>
          {leftOut
            .map((one) => tellLeftOut(one, language))
            .map((told) => (
              <li key={told}>{told}</li>
            ))}
        </ul>
      )}
      <Button
        variant="default"
        leftSection={<Icon name="download" size={18} />}
        onClick={() => saveFile(`${code}.json`, new Blob([content], { type: 'application/json' }))}
      >
        {text('format.package')}
      </Button>
    </Notice>
  );
}
