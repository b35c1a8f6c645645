import { endedOnce, formatDate, type Language } from '../../../text/index.ts';
import type { Evidence, FamilyGraph, GraphPerson, Union } from '../family-graph.ts';
import { type FamilyTexts, familyTexts } from '../family-texts.ts';
import { kinshipOf } from '../kinship.ts';
import { familyOf } from '../layout/family.ts';
import type { LifeDate } from '../life-date.ts';

/** All that is known of one person, in sentences. */
export type ToldPerson = {
  readonly person: string;
  readonly name: string;
  readonly sentences: readonly string[];
};

type Telling = {
  readonly graph: FamilyGraph;
  readonly t: FamilyTexts;
  readonly language: Language;
  readonly name: (person: string) => string;
  readonly compare: (one: string, other: string) => number;
};

/**
 * The facts of a graph as a list, the eldest first: what the drawing shows, for whoever listens to it or reads on a small screen.
 * Names stand in their plain form only, which no language has to bend.
 */
export function tellFamily(
  graph: FamilyGraph,
  given: { language: Language; index: string | null; name: (person: string) => string },
): ToldPerson[] {
  const { compare } = familyOf(graph);
  const t = familyTexts(given.language);
  const telling: Telling = { graph, t, compare, ...given };
  return graph.persons
    .toSorted((a, b) => compare(a.id, b.id))
    .map((person) => ({
      person: person.id,
      name: given.name(person.id),
      sentences: [
        ...(person.id === given.index ? [t('list.index')] : []),
        t(`list.sex.${person.sex}`),
        ...(person.birth ? [t('list.born', { date: tellDate(person.birth, telling) })] : []),
        ...lifeSentence(person, telling),
        ...parentSentences(person, telling),
        ...unionSentences(person, telling),
        ...childSentences(person, telling),
        ...careSentences(person, telling),
        ...homeSentences(person, telling),
      ].map(endedOnce),
    }));
}

function tellDate(date: LifeDate | null, { t, language }: Pick<Telling, 't' | 'language'>): string {
  if (date === null) return t('date.unknown');
  switch (date.precision) {
    case 'day':
      return formatDate(date.date, language, 'long');
    case 'month':
      return formatDate(date.date, language, 'month');
    case 'year':
      return date.date;
    case 'about':
      return t('date.about', { year: date.date });
  }
}

function tellEvidence(evidence: Evidence, { t }: Pick<Telling, 't'>): string {
  return evidence.kind === 'asserted'
    ? t('evidence.asserted', { by: t(`by.${evidence.by}`) })
    : t('evidence.documented', {
        document: t(`document.${evidence.document}` as Parameters<FamilyTexts>[0]),
      });
}

function lifeSentence({ life }: GraphPerson, telling: Telling): string[] {
  if (!life) return [];
  const { t } = telling;
  const evidence = tellEvidence(life.evidence, telling);
  switch (life.state) {
    case 'alive':
    case 'unknown':
      return [t(`list.life.${life.state}`, { evidence })];
    case 'deceased':
      return [t('list.life.deceased', { evidence, date: tellDate(life.on, telling) })];
    case 'missing':
      return [t('list.life.missing', { evidence, date: tellDate(life.since, telling) })];
    case 'imprisoned':
      return [
        t('list.life.imprisoned', {
          evidence,
          place: t(`place.${life.place}`),
          date: tellDate(life.since, telling),
          release: tellDate(life.expectedRelease, telling),
        }),
      ];
  }
}

function parentSentences({ id }: GraphPerson, telling: Telling): string[] {
  const { graph, t, name, compare } = telling;
  const sexOf = (person: string) => graph.persons.find((each) => each.id === person)?.sex;
  return graph.parentages
    .filter(({ child }) => child === id)
    .toSorted((a, b) => compare(a.parent, b.parent))
    .map(({ parent, kind, evidence }) =>
      t(`list.parent.${sexOf(parent) ?? 'unknown'}`, {
        name: name(parent),
        kind: t(`parentage.${kind}`),
        evidence: tellEvidence(evidence, telling),
      }),
    );
}

function unionSentences({ id }: GraphPerson, telling: Telling): string[] {
  const { graph, t, name } = telling;
  const { areRelated } = kinshipOf(graph, { isByBlood: true });
  const { couples } = familyOf(graph);
  return couples
    .filter(({ partners }) => partners.includes(id))
    .flatMap(({ partners, unions, isRelated }) => {
      const other = partners[0] === id ? partners[1] : partners[0];
      const related = isRelated && areRelated(id, other);
      return [
        ...unions.map((union) => unionSentence(union, name(other), telling)),
        ...(related ? [t('list.related', { partner: name(other) })] : []),
      ];
    });
}

function unionSentence(union: Union, partner: string, telling: Telling): string {
  const { t } = telling;
  const told = {
    kind: t(`kind.${union.kind}`),
    partner,
    from: tellDate(union.from, telling),
    evidence: tellEvidence(union.evidence, telling),
  };
  if (!union.end) return t('list.union', told);
  const until = tellDate(union.end.on, telling);
  return t('list.union.ended', { ...told, until, how: t(`end.${union.end.how}`) });
}

function childSentences({ id }: GraphPerson, { graph, t, name, compare }: Telling): string[] {
  const children = graph.parentages
    .filter(({ parent }) => parent === id)
    .map(({ child }) => child)
    .toSorted(compare);
  const names = [...new Set(children)].map(name).join(', ');
  return children.length === 0 ? [] : [t('list.children', { names })];
}

function careSentences({ id }: GraphPerson, telling: Telling): string[] {
  const { graph, t, name, compare } = telling;
  const received = graph.cares
    .filter(({ ward }) => ward === id)
    .toSorted((a, b) => compare(a.carer, b.carer))
    .map((care) => {
      const told = {
        name: name(care.carer),
        from: tellDate(care.from, telling),
        evidence: tellEvidence(care.evidence, telling),
      };
      return care.until
        ? t(`list.ward.${care.kind}.ended`, { ...told, until: tellDate(care.until, telling) })
        : t(`list.ward.${care.kind}`, told);
    });
  const given = (['guardianship', 'kin-care'] as const).flatMap((kind) => {
    const wards = graph.cares
      .filter((care) => care.carer === id && care.kind === kind && care.until === null)
      .map(({ ward }) => ward)
      .toSorted(compare);
    const names = [...new Set(wards)].map(name).join(', ');
    return wards.length === 0 ? [] : [t(`list.carer.${kind}`, { names })];
  });
  return [...received, ...given];
}

function homeSentences({ id }: GraphPerson, telling: Telling): string[] {
  const { graph, t, name, compare } = telling;
  return graph.households.flatMap(({ members, evidence }) =>
    members
      .filter(({ person }) => person === id)
      .map((own) => {
        const people = [...new Set(members.map(({ person }) => person))].toSorted(compare);
        const told = {
          names: people.map(name).join(', '),
          from: tellDate(own.from, telling),
          evidence: tellEvidence(evidence, telling),
        };
        return own.until
          ? t('list.household.ended', { ...told, until: tellDate(own.until, telling) })
          : t('list.household', told);
      }),
  );
}
