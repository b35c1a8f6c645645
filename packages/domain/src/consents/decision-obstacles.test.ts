import { describe, expect, it } from 'vitest';
import {
  type ConsentAgeRule,
  decisionObstacles,
  type NewDecision,
  USUAL_AGE_TABLE,
} from './index.ts';

const ruleFrom = (age: number) =>
  USUAL_AGE_TABLE.rules.find(({ fromAge }) => fromAge === age) as ConsentAgeRule;
const obstacles = (age: number, over: Partial<NewDecision>) =>
  decisionObstacles(
    {
      purpose: 'service',
      receiverId: null,
      party: 'person',
      decision: 'given',
      mode: 'written',
      givenOn: '2026-11-29',
      standsUntil: null,
      witness: null,
      guardian: null,
      unsafeReason: null,
      ...over,
    },
    { rule: ruleFrom(age), today: '2026-11-29' },
  );
const aunt = { relation: 'kin-carer', name: 'Кенжегүл', document: null } as const;

describe('Saule cannot take down', () => {
  it('a thumb mark or a spoken yes without a witness', () => {
    expect(obstacles(18, { mode: 'thumb' })).toEqual(['witness-missing']);
    expect(obstacles(18, { mode: 'verbal' })).toEqual(['witness-missing']);
    expect(obstacles(18, { mode: 'thumb', witness: 'Айгүл' })).toEqual([]);
  });

  it('but can take down a refusal without anything', () => {
    expect(obstacles(18, { mode: 'verbal', decision: 'declined' })).toEqual([]);
  });

  it('a spoken assent of a girl of thirteen, who has to sign or leave a mark', () => {
    expect(obstacles(12, { mode: 'verbal', witness: 'Айгүл' })).toEqual(['mark-missing']);
    expect(obstacles(12, { mode: 'thumb', witness: 'Айгүл' })).toEqual([]);
    expect(obstacles(6, { mode: 'verbal', witness: 'Айгүл' })).toEqual([]);
  });

  it('the word of a boy of four, or of a guardian for a grown woman', () => {
    expect(obstacles(0, {})).toEqual(['party-not-asked']);
    expect(obstacles(18, { party: 'guardian', guardian: { ...aunt, relation: 'parent' } })).toEqual(
      ['party-not-asked'],
    );
  });

  it('the consent of an aunt without a paper to telling others, though to help she may agree', () => {
    const asks = { party: 'guardian', guardian: aunt } as const;
    expect(obstacles(6, { ...asks, purpose: 'research' })).toEqual(['guardian-paper-missing']);
    expect(obstacles(6, asks)).toEqual([]);
    const paper = { ...aunt, document: '№ 14, 12.03.2021' };
    expect(obstacles(6, { ...asks, purpose: 'research', guardian: paper })).toEqual([]);
    expect(obstacles(6, { ...asks, guardian: { ...aunt, relation: 'body' } })).toEqual([
      'guardian-paper-missing',
    ]);
    expect(obstacles(6, { party: 'guardian' })).toEqual(['guardian-missing']);
  });

  it('that asking a caregiver is unsafe where the child is too young to decide alone', () => {
    const unsafeReason = 'Ағасы қорқытады';
    expect(obstacles(12, { unsafeReason })).toEqual(['unsafe-not-possible']);
    expect(obstacles(15, { unsafeReason })).toEqual([]);
  });

  it('a referral to nobody, a receiver of something else, a day to come or a term that is over', () => {
    expect(obstacles(18, { purpose: 'referral' })).toEqual(['receiver-missing']);
    expect(obstacles(18, { receiverId: 'x' })).toEqual(['receiver-not-expected']);
    expect(obstacles(18, { givenOn: '2026-11-30' })).toEqual(['day-ahead']);
    expect(obstacles(18, { standsUntil: '2026-11-29' })).toEqual(['term-over']);
  });
});
