import {
  type ConsentParticulars,
  type ConsentParty,
  consentRule,
  neededWords,
  USUAL_AGE_TABLE,
} from '@tirek/domain/consents';
import { birthRange, fullName } from '@tirek/domain/people';
import type { MadeUpFamily, MadeUpMember } from './family.ts';

const GUARDIANSHIP_PAPER = 'Қорғаншылық туралы шешім, 2020 ж.';

/** One word to the record of support, as one party gave it. */
export interface MadeUpConsent {
  readonly personId: string;
  readonly party: ConsentParty;
  readonly needs: readonly ConsentParty[];
  readonly givenOn: string;
  readonly standsUntil: string | null;
  readonly particulars: ConsentParticulars;
}

/**
 * What a family agreed to when its case was opened: everybody who came or lives with whoever speaks for it, children by her word as
 * their caregiver; asked again on each birthday on which others have to agree.
 */
export function madeUpConsents(
  family: MadeUpFamily,
  { openedOn, today }: { openedOn: string; today: string },
): MadeUpConsent[] {
  const [contact] = family.members;
  if (!contact) return [];
  const atHome = new Set(
    family.facts.flatMap((each) =>
      each.fact === 'household' ? each.value.members.map(({ person }) => person) : [],
    ),
  );
  const lives = new Map(
    family.facts.flatMap((each) =>
      each.fact === 'life' ? [[each.value.id, each.value.life.state] as const] : [],
    ),
  );
  const canBeAsked = ({ id, came }: MadeUpMember) =>
    (lives.get(id) ?? 'alive') === 'alive' && (came || atHome.has(id));
  return family.members.filter(canBeAsked).flatMap((member) => {
    const given: MadeUpConsent[] = [];
    let on: string | null = openedOn;
    while (on !== null && on <= today) {
      const { rule, changesOn } = consentRule(birthRange(member.birth), {
        on,
        table: USUAL_AGE_TABLE,
      });
      const needs = neededWords(rule, { isUnsafe: false }).map(({ party }) => party);
      for (const party of needs) {
        const guardian = party === 'guardian' ? guardianOf(family, member, contact) : null;
        given.push({
          ...{ personId: member.id, party, needs, givenOn: on, standsUntil: changesOn },
          particulars: { witness: null, guardian, withheld: [], unsafeReason: null },
        });
      }
      on = changesOn;
    }
    return given;
  });
}

function guardianOf(
  { facts }: MadeUpFamily,
  child: MadeUpMember,
  contact: MadeUpMember,
): ConsentParticulars['guardian'] {
  const isParent = facts.some(
    (each) =>
      each.fact === 'parentage' &&
      each.value.parent === contact.id &&
      each.value.child === child.id,
  );
  const isGuardian = facts.some(
    (each) =>
      each.fact === 'care' &&
      each.value.kind === 'guardianship' &&
      each.value.carer === contact.id &&
      each.value.ward === child.id,
  );
  const relation = isParent ? 'parent' : isGuardian ? 'guardian' : 'kin-carer';
  const document = relation === 'guardian' ? GUARDIANSHIP_PAPER : null;
  return { relation, name: fullName(contact.name), document };
}
