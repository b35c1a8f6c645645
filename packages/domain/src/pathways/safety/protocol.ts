import type { SafetyKind } from '../../instruments/index.ts';

/**
 * What is done when somebody is in danger; an id is kept for good and never renamed. The order follows the brief assessment after a
 * positive ASQ (NIMH toolkit) and self-harm recommendations of WHO mhGAP: talk alone, means out of reach, who stays, a plan of her
 * own, whom to call, contact afterwards. The wording is ours.
 */
export const PROTOCOL_STEPS = [
  ...['spoken-alone', 'asked-directly', 'not-left-alone', 'means-away', 'safety-plan'],
  ...['specialist-called', 'ambulance-called', 'supervisor-called', 'family-told'],
  ...['child-safe', 'child-seen', 'guardianship-called', 'injuries-seen', 'safe-place'],
  ...['wish-heard', 'carer-found', 'next-contact-agreed'],
] as const;
export type ProtocolStep = (typeof PROTOCOL_STEPS)[number];

/** The steps of each kind, in order. `required`: done, or reasoned away, before an event may be closed. */
export interface Protocol {
  readonly required: readonly ProtocolStep[];
  readonly further: readonly ProtocolStep[];
}

export const PROTOCOLS: Record<SafetyKind, Protocol> = {
  suicide: {
    required: [
      ...(['spoken-alone', 'asked-directly', 'not-left-alone', 'means-away'] as const),
      ...([
        'specialist-called',
        'supervisor-called',
        'safety-plan',
        'next-contact-agreed',
      ] as const),
    ],
    further: ['ambulance-called', 'family-told'],
  },
  violence: {
    required: [
      ...(['spoken-alone', 'wish-heard', 'safe-place', 'child-safe', 'safety-plan'] as const),
      ...(['supervisor-called', 'next-contact-agreed'] as const),
    ],
    further: ['injuries-seen', 'specialist-called', 'ambulance-called'],
  },
  'child-danger': {
    required: [
      ...(['child-seen', 'spoken-alone', 'child-safe', 'guardianship-called'] as const),
      ...(['supervisor-called', 'next-contact-agreed'] as const),
    ],
    further: ['injuries-seen', 'safe-place', 'ambulance-called', 'family-told'],
  },
  psychosis: {
    required: [
      ...(['spoken-alone', 'not-left-alone', 'means-away', 'specialist-called'] as const),
      ...(['child-safe', 'supervisor-called', 'next-contact-agreed'] as const),
    ],
    further: ['ambulance-called', 'family-told', 'safety-plan'],
  },
  'cannot-care': {
    required: [
      ...(['spoken-alone', 'child-seen', 'carer-found', 'supervisor-called'] as const),
      'next-contact-agreed',
    ],
    further: ['guardianship-called', 'specialist-called', 'family-told', 'safety-plan'],
  },
};
