import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Campaign } from '@tirek/domain/surveys';
import { useState } from 'react';
import { useMay } from '../access/index.ts';
import { useWrite } from '../api/use-write.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Icon } from '../ui/icons.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from './campaign-waves.module.css';
import { WaveDatesDialog } from './wave-dates-dialog.tsx';
import { WavePhaseMark } from './wave-phase-mark.tsx';

/** The waves of a survey; in a published one a further wave can be added, or answers brought in from a file. */
export function CampaignWaves({ campaign }: { campaign: Campaign }) {
  const text = useText('surveys');
  const may = useMay();
  const [isAdding, setAdding] = useState(false);
  const navigate = useNavigate();
  const { waves, id: campaignId, status } = campaign;
  const add = useWrite('addWave', {
    renews: ['getCampaign', 'listCampaigns'],
    onDone: ({ id }) => {
      setAdding(false);
      void navigate({
        to: '/surveys/$campaignId/waves/$waveId',
        params: { campaignId, waveId: id },
      });
    },
  });
  const isPublished = status === 'published';
  return (
    <Panel
      title={text('waves.title')}
      note={text(isPublished ? 'waves.note' : 'waves.noteDraft')}
      actions={
        <span className={styles.actions}>
          {may('answer.import') && (
            <ButtonLink
              to="/surveys/$campaignId/import"
              params={{ campaignId }}
              variant="default"
              leftSection={<Icon name="upload" size={18} />}
            >
              {text('waves.import')}
            </ButtonLink>
          )}
          {isPublished && may('campaign.manage') && (
            <Button leftSection={<Icon name="plus" size={18} />} onClick={() => setAdding(true)}>
              {text('waves.add')}
            </Button>
          )}
        </span>
      }
    >
      {waves.length > 0 && <WaveTable campaign={campaign} />}
      <WaveDatesDialog
        isOpen={isAdding}
        title={text('waves.add')}
        confirm={text('waves.addGo')}
        isBusy={add.isPending}
        error={add.error}
        onClose={() => {
          setAdding(false);
          add.reset();
        }}
        onConfirm={({ opensOn, closesOn }) => add.mutate({ campaignId, opensOn, closesOn })}
      />
    </Panel>
  );
}

function WaveTable({ campaign }: { campaign: Campaign }) {
  const text = useText('surveys');
  const format = useFormat();
  return (
    <DataTable
      caption={text('waves.title')}
      rows={campaign.waves}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: text('wave.wave'),
          isRowHeader: true,
          cell: ({ id, number, isImported }) => (
            <>
              <Link
                to="/surveys/$campaignId/waves/$waveId"
                params={{ campaignId: campaign.id, waveId: id }}
              >
                {text('wave.name', { number })}
              </Link>
              {isImported && <span className={styles.note}>{text('wave.imported')}</span>}
            </>
          ),
        },
        {
          key: 'opens',
          header: text('wave.opensOn'),
          cell: ({ opensOn }) => format.date(opensOn, 'medium'),
        },
        {
          key: 'closes',
          header: text('wave.closesOn'),
          cell: ({ closesOn }) => format.date(closesOn, 'medium'),
        },
        {
          key: 'phase',
          header: text('wave.phase'),
          cell: ({ phase }) => <WavePhaseMark phase={phase} />,
        },
      ]}
    />
  );
}
