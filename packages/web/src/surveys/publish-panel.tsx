import { Button, Stack } from '@mantine/core';
import type { Campaign, Obstacle } from '@tirek/domain/surveys';
import { LANGUAGE_NAMES } from '@tirek/domain/text';
import { useState } from 'react';
import { useMay } from '../access/index.ts';
import { useRead } from '../api/use-read.ts';
import { useWrite } from '../api/use-write.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icons.tsx';
import { Panel } from '../ui/panel.tsx';
import { useToast } from '../ui/toasts.tsx';
import { formTitle } from './form-title.ts';
import styles from './publish-panel.module.css';

/** What stands against publishing, place by place, and the button when nothing does. */
export function PublishPanel({ campaign }: { campaign: Campaign }) {
  const text = useText('surveys');
  const may = useMay();
  const tell = useToast();
  const [isAsking, setAsking] = useState(false);
  const publish = useWrite('publishCampaign', {
    renews: ['getCampaign', 'listCampaigns'],
    onDone: () => {
      setAsking(false);
      tell(text('publish.done'));
    },
  });
  const { obstacles } = campaign;
  const isStopped = obstacles.some(({ severity }) => severity === 'error');
  return (
    <Panel title={text('publish.title')} note={text('publish.note')}>
      <Stack gap="md" align="flex-start">
        <ul className={styles.checks}>
          {obstacles.length === 0 && (
            <li className={styles.fine}>
              <Icon name="check" size={18} />
              {text('publish.fine')}
            </li>
          )}
          {obstacles.map((obstacle) => (
            <li
              key={`${obstacle.kind} ${obstacle.form} ${obstacle.item} ${obstacle.language}`}
              className={obstacle.severity === 'error' ? styles.bad : styles.doubtful}
            >
              <Icon name={obstacle.severity === 'error' ? 'close' : 'warning'} size={18} />
              <ObstacleText obstacle={obstacle} />
            </li>
          ))}
        </ul>
        {may('campaign.manage') && (
          <Button disabled={isStopped} onClick={() => setAsking(true)}>
            {text('publish.go')}
          </Button>
        )}
      </Stack>
      <Dialog
        isOpen={isAsking}
        title={text('publish.ask')}
        confirm={text('publish.go')}
        isBusy={publish.isPending}
        error={publish.error}
        onClose={() => {
          setAsking(false);
          publish.reset();
        }}
        onConfirm={() => publish.mutate({ campaignId: campaign.id, basedOn: campaign.edition })}
      >
        <p>{text('publish.words')}</p>
      </Dialog>
    </Panel>
  );
}

function ObstacleText({ obstacle }: { obstacle: Obstacle }) {
  const text = useText('surveys');
  const { language: reader } = useLanguage();
  const askable = useRead('listAskableForms', {});
  const { kind, form, item, language } = obstacle;
  const found = askable.data?.forms.find(({ code }) => code === form);
  return (
    <span>
      {text(`obstacle.${kind}`, {
        form: found ? formTitle(found, reader) : (form ?? ''),
        item: item ?? '',
        language: language ? LANGUAGE_NAMES[language] : '',
      })}
    </span>
  );
}
