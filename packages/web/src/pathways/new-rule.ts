import type { Rule, When } from '@tirek/domain/pathways';

/** A rule of a kind to begin with, under an id that no other has. */
export function newRule(gives: Rule['gives'], rules: readonly Rule[]): Rule {
  const usual = { id: freeId(rules), when: IN_NEED, withinHours: null };
  switch (gives) {
    case 'step':
      return { ...usual, gives, step: '2', offers: ['support-group'], acts: 'practitioner' };
    case 'up':
      return { ...usual, gives, offers: ['case-conference'], acts: 'supervisor' };
    case 'beside':
      return { ...usual, gives, offers: ['basic-help'], acts: 'social-services' };
    case 'down':
      return { id: usual.id, when: usual.when, gives, acts: 'practitioner' };
  }
}

const IN_NEED: When = {
  match: 'any',
  of: [{ match: 'any', of: [{ not: false, is: { kind: 'need', categories: ['basic'] } }] }],
};

function freeId(rules: readonly Rule[]): string {
  const taken = new Set(rules.map(({ id }) => id));
  for (let number = rules.length + 1; ; number += 1) {
    const id = `rule-${number}`;
    if (!taken.has(id)) return id;
  }
}
