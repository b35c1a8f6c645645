import { Button } from '@mantine/core';
import { type Body, familyCaseTexts, type NeedCategory } from '@tirek/domain/cases';
import { nameIn, proposedHolder } from '@tirek/domain/services';
import { useRead } from '../api/use-read.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { Notice } from '../ui/notice.tsx';
import { useOwnRegion } from './use-own-regions.ts';

/** In whose hands a new need belongs by the map of the reader's region: proposed, and taken or not by her. */
export function ProposedHolder({
  category,
  notedOn,
  onTake,
}: {
  category: NeedCategory;
  notedOn: string;
  onTake: (held: {
    readonly body: Body;
    readonly bodyName: string;
    readonly dueOn: string;
  }) => void;
}) {
  const text = useText('responsibilities');
  const format = useFormat();
  const { language } = useLanguage();
  const region = useOwnRegion();
  const map = useRead('listResponsibilities', {}, { isWanted: region !== null });
  const directory = useRead('listServices', {}, { isWanted: region !== null });
  if (region === null || !map.data || notedOn === '') return null;
  const held = proposedHolder(map.data.responsibilities, { region, category }, notedOn);
  if (!held) {
    return (
      <Notice kind="warning" isStanding>
        {text('proposal.none')}
      </Notice>
    );
  }
  const { body, providerId, dueOn } = held;
  // Taken before its name is known, the institution would be lost.
  if (providerId !== null && !directory.data) return null;
  const known = directory.data?.providers.find(({ id }) => id === providerId);
  const bodyName = known ? nameIn(known.provider.name, language) : '';
  const name = bodyName || familyCaseTexts(language)(`body.${body}`);
  return (
    <Notice kind="info" isStanding>
      <p>{text('proposal', { name, date: format.date(dueOn) })}</p>
      <Button variant="default" size="compact-sm" onClick={() => onTake({ body, bodyName, dueOn })}>
        {text('proposal.take')}
      </Button>
    </Notice>
  );
}
