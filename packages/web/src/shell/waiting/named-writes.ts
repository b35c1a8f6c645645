/** The writes that may wait on a device, in words of their own; the catalogue has a sentence for each. */
export const NAMED = [
  'recordMove',
  'recordLanguages',
  'changeIdentity',
  'recordFamilyFact',
  'withdrawFamilyFact',
  'recordConsent',
  'recordCaseEntry',
  'decideStep',
  'recordAssessment',
  'skipRescreen',
  'recordSupportSheet',
  'endSupport',
  'recordMaterialAid',
  'raiseSafetyEvent',
  'recordSafetyEntry',
  'unreadable',
] as const;

export const isNamed = (name: string): name is (typeof NAMED)[number] =>
  (NAMED as readonly string[]).includes(name);
