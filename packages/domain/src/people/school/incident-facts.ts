import { formatDate, type Language } from '../../text/index.ts';
import type { IncidentStanding } from './incident.ts';
import { schoolTexts } from './school-texts.ts';

/** An incident as names and values, from what happened to what is wanted next. */
export function incidentFacts(
  { told, answer, looks }: IncidentStanding,
  language: Language,
): (readonly [name: string, value: string])[] {
  const t = schoolTexts(language);
  const day = (date: string) => formatDate(date, language);
  const views = ({ child, parent }: { child: string; parent: string }) =>
    `${t('child')}: ${t(`view.${child}` as 'view.enough')}; ${t('parent')}: ${t(`view.${parent}` as 'view.enough')}`;
  return [
    [t('on'), `${day(told.on)} (${t('heardOn', { day: day(told.heardOn) })})`],
    [t('place'), t(`place.${told.place}`)],
    [t('deeds'), told.deeds.map((each) => t(`deed.${each}`)).join(', ')],
    [t('by'), t(`by.${told.by}`)],
    [t('seenBy'), told.seenBy.map((each) => t(`seenBy.${each}`)).join(', ')],
    [t('harm'), t(`harm.${told.harm}`)],
    ...(answer
      ? [
          [
            t('answer'),
            `${day(answer.on)}: ${answer.done.map((each) => t(`answer.${each}`)).join(', ')}`,
          ] as const,
          [t('answered'), t(answer.isInTime ? 'answered.inTime' : 'answered.late')] as const,
          [t('views'), views(answer)] as const,
        ]
      : []),
    ...looks.map(
      (look) =>
        [t('look'), `${day(look.on)}: ${t(`state.${look.state}`)}. ${views(look)}`] as const,
    ),
  ];
}
