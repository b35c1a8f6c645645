import type { SignedInActor } from '@tirek/domain/access';
import { strikeNames } from '@tirek/domain/privacy/erasure';
import type { HeldSection } from '@tirek/domain/privacy/own-copy';
import { foldSupport, standingAid, supportTexts } from '@tirek/domain/support';
import { formatDate, formatNumber, type Language } from '@tirek/domain/text';
import type { Tx } from '../db/database.ts';
import { identitiesBeside, type KeyFor } from '../people/index.ts';
import { loadSupport } from './load-support.ts';

interface Asked {
  readonly tx: Tx;
  readonly actor: SignedInActor;
  readonly keyFor: KeyFor;
  readonly personId: string;
  readonly language: Language;
}

/** What help somebody got, and what was written of it, for her own copy; the names of the others in her families are struck. */
export const supportHeld = {
  tables: ['support_course', 'support_session', 'support_end', 'material_aid'],

  async read(asked: Asked): Promise<HeldSection[]> {
    const { personId, language } = asked;
    const records = (await loadSupport(asked, [personId])).get(personId);
    if (!records || (records.courses.length === 0 && records.aid.length === 0)) return [];
    const others = await identitiesBeside(asked);
    const sessions = records.sessions.map(({ note, ...session }) => ({
      ...session,
      note: note && strikeNames(note, others),
    }));
    const t = supportTexts(language);
    const courses = foldSupport({ ...records, sessions });
    const items = [
      ...courses.map(({ course, attended, end, sessions: met }) => ({
        title: t('own.given'),
        facts: [
          [t('own.what'), t(`kind.${course.kind}`)] as const,
          [t('own.began'), formatDate(course.beganOn, language)] as const,
          [t('own.attended'), formatNumber(attended, language)] as const,
          ...(end ? [[t('own.ended'), formatDate(end.endedOn, language)] as const] : []),
        ],
        text: met.flatMap(({ note }) => note ?? []).join('\n'),
      })),
      ...standingAid(records).map(({ kind, handedOn, amount, currency }) => ({
        title: t('own.aid'),
        facts: [
          [t('own.on'), formatDate(handedOn, language)] as const,
          [t(`aid.${kind}`), `${formatNumber(amount, language)} ${currency}`] as const,
        ],
        text: '',
      })),
    ];
    // Who of the colleagues wrote it, and with whom she met, are others' data.
    const data = {
      courses: records.courses.map(({ recordedBy: _, groupId: __, ...course }) => course),
      sessions: sessions.map(({ recordedBy: _, ...session }) => session),
      ends: records.ends.map(({ recordedBy: _, ...end }) => end),
      aid: records.aid.map(({ recordedBy: _, ...aid }) => aid),
    };
    return [{ section: 'case', data, items }];
  },
};
