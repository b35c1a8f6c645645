// Made from a migrated database by scripts/tables.ts. Do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

export interface AbsenceTable {
  id: string;
  programmeId: string;
  accountId: string;
  fromAt: string;
  untilAt: string;
  plannedBy: string;
  plannedAt: string;
  withdrawnBy: string | null;
  withdrawnAt: string | null;
}

export interface AccountTable {
  id: string;
  programmeId: string;
  signInName: string;
  displayName: string;
  language: Generated<string>;
  createdAt: Generated<string>;
  closedAt: string | null;
  lastSignInOn: string | null;
}

export interface AccountAddressTable {
  id: string;
  programmeId: string;
  accountId: string;
  channel: string;
  sealed: Buffer | null;
  addedAt: string;
  provedAt: string | null;
  endedAt: string | null;
  wrongCodes: Generated<number>;
}

export interface AccountInvitationTable {
  accountId: string;
  tokenHash: Buffer;
  expiresAt: string;
}

export interface AccountPasskeyTable {
  id: string;
  accountId: string;
  credentialId: Buffer;
  publicKey: Buffer;
  counter: number;
  transports: string[];
  label: string;
  addedAt: string;
  lastUsedAt: string | null;
}

export interface AccountPasswordTable {
  accountId: string;
  salt: Buffer;
  memoryKib: number;
  passes: number;
  verifier: Buffer;
  setAt: string;
}

export interface AccountRecoveryCodeTable {
  accountId: string;
  codeHash: Buffer;
  usedAt: string | null;
}

export interface AccountSessionTable {
  id: string;
  accountId: string;
  tokenHash: Buffer;
  awaited: string | null;
  device: string;
  startedAt: string;
  lastUsedAt: string;
  provenAt: string;
  expiresAt: string;
}

export interface AccountTotpTable {
  accountId: string;
  sealedSecret: Buffer;
  lastStep: number;
  addedAt: string;
}

export interface AccountTotpDraftTable {
  accountId: string;
  sealedSecret: Buffer;
  madeAt: string;
}

export interface AdolescenceForecastTable {
  programmeId: string;
  asOf: string;
  forecast: ColumnType<unknown, string | null | undefined, string | null>;
  release: ColumnType<unknown, string | null | undefined, string | null>;
  madeAt: string;
}

export interface AnswerImportTable {
  id: string;
  programmeId: string;
  campaignId: string;
  uploadedBy: string;
  uploadedAt: Generated<string>;
  fileNames: string[];
  tables: ColumnType<unknown, string | null | undefined, string | null>;
  state: Generated<string>;
  mapping: ColumnType<unknown, string | null | undefined, string | null>;
  opensOn: string | null;
  closesOn: string | null;
  done: Generated<number>;
  total: Generated<number>;
  waveId: string | null;
  result: ColumnType<unknown, string | null | undefined, string | null>;
}

export interface AssessmentTable {
  id: string;
  programmeId: string;
  personId: string;
  formCode: string;
  formVersion: string;
  mode: string;
  informant: string;
  language: string;
  isEnteredTwice: boolean;
  takenOn: string;
  answeredAt: string;
  scores: ColumnType<unknown, string, string>;
  conclusions: ColumnType<unknown, string, string>;
  sealed: Buffer;
  supersedes: string | null;
  because: string | null;
  recordedBy: string;
  recordedAt: string;
  recordedOn: string;
}

export interface AttachmentTable {
  id: string;
  programmeId: string;
  familyId: string;
  subjectId: string | null;
  personId: string | null;
  sealedFor: string;
  paper: string;
  mediaType: string;
  bytes: number;
  keptBy: string;
  keptAt: string;
  keptOn: string;
}

export interface AttachmentContentTable {
  attachmentId: string;
  sealed: Buffer;
}

export interface AttachmentPieceTable {
  attachmentId: string;
  place: number;
  programmeId: string;
  familyId: string;
  personId: string | null;
  sealedFor: string;
  sealed: Buffer;
  sentBy: string;
  sentAt: string;
  sentOn: string;
}

export interface AttachmentWithdrawalTable {
  attachmentId: string;
  programmeId: string;
  reason: string;
  withdrawnBy: string;
  withdrawnAt: string;
}

export interface AuditCheckTable {
  id: string;
  checkedAt: string;
  isIntact: boolean;
  finding: ColumnType<unknown, string | null | undefined, string | null>;
}

export interface AuditEntryTable {
  id: GeneratedAlways<number>;
  transaction: Generated<string>;
  at: Generated<string>;
  programmeId: string | null;
  actorKind: string;
  actorId: string | null;
  action: string;
  effect: string;
  about: Generated<string[]>;
  facts: ColumnType<unknown, string | undefined, string>;
}

export interface AuditSealTable {
  sequence: number;
  firstTransaction: string;
  firstEntry: number;
  lastTransaction: string;
  lastEntry: number;
  entries: number;
  entryHashes: Buffer;
  previousHash: Buffer;
  hash: Buffer;
  sealedAt: Generated<string>;
  kind: string;
  entryIds: number[];
  totalEntries: number;
  mark: Buffer;
}

export interface BreachTable {
  id: string;
  programmeId: string;
  noticedOn: string;
  kind: string;
  size: string;
  data: string[];
  what: Buffer;
  measures: Buffer;
  dueOn: string;
  recordedBy: string;
  recordedAt: string;
}

export interface BreachNoticeTable {
  breachId: string;
  programmeId: string;
  way: string;
  givenOn: string;
  recordedBy: string;
  recordedAt: string;
}

export interface CareRuleTable {
  id: string;
  programmeId: string;
  version: number;
  rule: ColumnType<unknown, string, string>;
  setBy: string;
  setAt: string;
}

export interface CaseEntryTable {
  id: string;
  programmeId: string;
  familyId: string;
  kind: string;
  subjectId: string;
  version: number;
  state: string;
  personId: string | null;
  value: ColumnType<unknown, string, string>;
  sealed: Buffer | null;
  sealedFor: string | null;
  recordedBy: string;
  recordedAt: string;
  recordedOn: string;
}

export interface CaseSettingsTable {
  id: string;
  programmeId: string;
  version: number;
  settings: ColumnType<unknown, string, string>;
  setBy: string;
  setAt: string;
}

export interface CaseloadTable {
  id: string;
  programmeId: string;
  familyId: string;
  accountId: string;
  regionCode: string | null;
  fromAt: string;
  untilAt: string | null;
  assignedBy: string;
  endedBy: string | null;
}

export interface CircumstanceTable {
  id: string;
  programmeId: string;
  personId: string;
  section: string;
  version: number;
  sinceOn: string;
  value: ColumnType<unknown, string | null | undefined, string | null>;
  sealed: Buffer | null;
  recordedBy: string;
  recordedAt: string;
  recordedOn: string;
}

export interface CompetenceTable {
  id: string;
  programmeId: string;
  accountId: string;
  formCode: string;
  version: number;
  state: string;
  validUntil: string | null;
  recordedBy: string;
  recordedAt: string;
  recordedOn: string;
}

export interface ConsentTable {
  id: string;
  programmeId: string;
  personId: string;
  purpose: string;
  receiverId: string | null;
  party: string;
  decision: string;
  needs: string[];
  mode: string;
  language: string;
  textVersion: string;
  settingsVersion: number;
  givenOn: string;
  standsUntil: string | null;
  isWitnessed: boolean;
  sealed: Buffer | null;
  recordedBy: string;
  recordedAt: string;
}

export interface ConsentPurposeTextTable {
  programmeId: string;
  version: string;
  purpose: string;
  givenToOthers: boolean;
  sentAbroad: boolean;
  published: boolean;
  words: ColumnType<unknown, string, string>;
  addedBy: string;
  addedAt: string;
}

export interface ConsentReceiverTable {
  id: string;
  programmeId: string;
  name: string;
  addedBy: string;
  addedAt: string;
}

export interface ConsentSettingsTable {
  id: string;
  programmeId: string;
  version: number;
  settings: ColumnType<unknown, string, string>;
  setBy: string;
  setAt: string;
}

export interface ConsentTextTable {
  programmeId: string;
  version: string;
  linkages: string[];
  words: ColumnType<unknown, string, string>;
  addedAt: Generated<string>;
}

export interface DeliveryTable {
  id: string;
  programmeId: string;
  messageId: string;
  channel: string;
  addressId: string | null;
  nextAt: string;
  state: Generated<string>;
  tries: Generated<number>;
  leasedUntil: string | null;
  failure: string | null;
  triedAt: string | null;
  acceptedAt: string | null;
  deliveredAt: string | null;
}

export interface DutyShiftTable {
  id: string;
  programmeId: string;
  regionCode: string | null;
  accountId: string;
  fromAt: string;
  untilAt: string;
  plannedBy: string;
  plannedAt: string;
  withdrawnBy: string | null;
  withdrawnAt: string | null;
}

export interface EmergencyOpeningTable {
  id: string;
  programmeId: string;
  accountId: string;
  personId: string;
  searchId: string;
  reason: string;
  words: Buffer | null;
  askedAt: string;
  openedAt: Generated<string>;
  untilAt: Generated<string>;
}

export interface EmergencyReviewTable {
  openingId: string;
  programmeId: string;
  openerId: string;
  verdict: string;
  words: Buffer | null;
  reviewedBy: string;
  reviewedAt: string;
}

export interface ErasureTable {
  personId: string;
  programmeId: string;
  erasedAt: string;
  transaction: Generated<string>;
}

export interface ErasureDecisionTable {
  requestId: string;
  programmeId: string;
  personId: string;
  askedBy: string;
  kind: string;
  reason: string | null;
  decidedBy: string;
  decidedAt: string;
  transaction: Generated<string>;
}

export interface ErasureRequestTable {
  id: string;
  programmeId: string;
  personId: string;
  basis: string;
  askedBy: string;
  askedAt: string;
}

export interface ExtractTable {
  id: string;
  programmeId: string;
  purpose: string;
  columns: string[];
  reason: Buffer;
  language: string;
  people: number;
  noConsent: number;
  erased: number;
  needsSecond: boolean;
  fingerprint: Buffer;
  madeBy: string;
  madeAt: string;
  expiresAt: string;
}

export interface ExtractDecisionTable {
  extractId: string;
  programmeId: string;
  madeBy: string;
  kind: string;
  reason: string | null;
  decidedBy: string;
  decidedAt: string;
}

export interface ExtractFileTable {
  extractId: string;
  programmeId: string;
  sealed: Buffer;
}

export interface ExtractPersonTable {
  extractId: string;
  programmeId: string;
  personId: string;
}

export interface FamilyTable {
  id: string;
  programmeId: string;
  madeBy: string;
  madeAt: string;
}

export interface FamilyChangeTable {
  familyId: string;
  programmeId: string;
  version: number;
}

export interface FamilyFactTable {
  id: string;
  programmeId: string;
  familyId: string;
  fact: string;
  subjectId: string;
  version: number;
  people: string[];
  value: ColumnType<unknown, string | null | undefined, string | null>;
  recordedBy: string;
  recordedAt: string;
}

export interface FamilyFileTable {
  familyId: string;
  programmeId: string;
  activeAt: string;
  confirmedAt: string;
  endedAt: string | null;
  putAwayAt: string | null;
}

export interface FamilyMemberTable {
  id: string;
  programmeId: string;
  familyId: string;
  personId: string;
  fromOn: string | null;
  untilOn: string | null;
  addedBy: string;
  addedAt: string;
  endedBy: string | null;
}

export interface FamilyOfferTable {
  id: string;
  programmeId: string;
  familyId: string;
  fromId: string;
  toId: string;
  offeredAt: string;
  offeredOn: string;
}

export interface FamilyOfferAnswerTable {
  id: string;
  programmeId: string;
  offerId: string;
  answer: string;
  answeredBy: string;
  answeredAt: string;
}

export interface HelpFiguresTable {
  programmeId: string;
  asOf: string;
  figures: ColumnType<unknown, string | null | undefined, string | null>;
  releases: ColumnType<unknown, string | null | undefined, string | null>;
  madeAt: string;
}

export interface IdentityTable {
  id: string;
  programmeId: string;
  personId: string;
  version: number;
  sealed: Buffer;
  recordedBy: string;
  recordedAt: string;
}

export interface IdentityOpeningTable {
  id: string;
  programmeId: string;
  accountId: string;
  searchId: string;
  personId: string;
  reason: string;
  openedAt: string;
  transaction: Generated<string>;
}

export interface IdentitySearchTable {
  id: string;
  programmeId: string;
  accountId: string;
  searchedAt: string;
  nameMark: Buffer;
  candidates: string[] | null;
  shown: string[] | null;
}

export interface ImportMappingTable {
  id: string;
  programmeId: string;
  name: string;
  mapping: ColumnType<unknown, string, string>;
  keptBy: string;
  keptAt: Generated<string>;
}

export interface IncidentClosingTable {
  id: string;
  programmeId: string;
  incidentId: string;
  closedBy: string;
  closedAt: string;
  closedOn: string;
}

export interface InstallationTable {
  onlyOne: Generated<boolean>;
  keyCheck: Buffer;
  madeAt: Generated<string>;
}

export interface LegalDemandTable {
  id: string;
  programmeId: string;
  fromBody: string;
  basis: string;
  writtenOn: string;
  receivedOn: string;
  dueOn: string;
  asked: Buffer;
  recordedBy: string;
  recordedAt: string;
}

export interface LegalDemandAnswerTable {
  id: string;
  programmeId: string;
  demandId: string;
  version: number;
  kind: string;
  why: Buffer;
  proposedBy: string;
  proposedAt: string;
}

export interface LegalDemandClosingTable {
  demandId: string;
  programmeId: string;
  answeredOn: string;
  telling: string;
  barredBy: string | null;
  recordedBy: string;
  recordedAt: string;
}

export interface LegalDemandDecisionTable {
  answerId: string;
  programmeId: string;
  demandId: string;
  proposedBy: string;
  isAgreed: boolean;
  words: Buffer | null;
  decidedBy: string;
  decidedAt: string;
}

export interface LegalHoldTable {
  id: string;
  programmeId: string;
  personId: string;
  basis: string;
  placedBy: string;
  placedAt: string;
  liftedBy: string | null;
  liftedAt: string | null;
}

export interface MaterialAidTable {
  id: string;
  programmeId: string;
  personId: string;
  isForFamily: boolean;
  kind: string;
  amount: number;
  currency: string;
  providerId: string | null;
  need: string | null;
  handedOn: string;
  supersedes: string | null;
  isGiven: boolean;
  recordedBy: string;
  recordedAt: string;
  recordedOn: string;
}

export interface MessageTable {
  id: string;
  programmeId: string;
  kind: string;
  accountId: string | null;
  personId: string | null;
  addressId: string | null;
  dueAt: string;
  givenUpAt: string;
  queuedAt: string;
  nextAt: string;
  state: Generated<string>;
  failure: string | null;
  seenAt: string | null;
}

export interface NameTokenTable {
  programmeId: string;
  token: number;
  personId: string;
}

export interface NameTokenRenewalTable {
  personId: string;
  programmeId: string;
}

export interface OfflineDeviceTable {
  id: string;
  programmeId: string;
  accountId: string;
  secretHash: Buffer;
  name: string;
  rolesMark: string;
  madeAt: string;
  lastTakenAt: string | null;
  endedAt: string | null;
  endedBy: string | null;
}

export interface OwnCopyTable {
  id: string;
  programmeId: string;
  personId: string;
  askedBy: string;
  askedOn: string;
  proof: string;
  language: string;
  withheld: ColumnType<unknown, string, string>;
  dueOn: string;
  fingerprint: Buffer;
  bytes: number;
  madeBy: string;
  madeAt: string;
  expiresAt: string;
}

export interface OwnCopyDecisionTable {
  copyId: string;
  programmeId: string;
  madeBy: string;
  kind: string;
  reason: string | null;
  decidedBy: string;
  decidedAt: string;
}

export interface OwnCopyFileTable {
  copyId: string;
  programmeId: string;
  sealed: Buffer;
}

export interface OwnCopyHandOverTable {
  copyId: string;
  programmeId: string;
  way: string;
  handedOn: string;
  recordedBy: string;
  recordedAt: string;
}

export interface PaperTable {
  id: string;
  programmeId: string;
  personId: string;
  subjectId: string;
  version: number;
  kind: string;
  state: string;
  aboutPersonId: string | null;
  sinceOn: string;
  actor: string | null;
  step: string | null;
  dueOn: string | null;
  expiresOn: string | null;
  recordedBy: string;
  recordedAt: string;
  recordedOn: string;
}

export interface PasskeyChallengeTable {
  challengeHash: Buffer;
  purpose: string;
  sessionId: string | null;
  expiresAt: string;
}

export interface PathwayMarkTable {
  id: string;
  programmeId: string;
  versionId: string;
  mark: string;
  markedBy: string;
  markedAt: string;
}

export interface PathwayTrialTable {
  id: string;
  programmeId: string;
  versionId: string;
  againstId: string | null;
  month: string;
  askedBy: string;
  askedAt: string;
  people: number | null;
  done: Generated<number>;
  madeAt: string | null;
  result: ColumnType<unknown, string | null | undefined, string | null>;
  releases: ColumnType<unknown, string | null | undefined, string | null>;
}

export interface PathwayTrialPieceTable {
  trialId: string;
  lastId: string;
  counted: ColumnType<unknown, string, string>;
}

export interface PathwayVersionTable {
  id: string;
  programmeId: string;
  version: number;
  pathway: ColumnType<unknown, string, string>;
  writtenBy: string;
  writtenAt: string;
}

export interface PeerMatchTable {
  id: string;
  programmeId: string;
  matchId: string;
  version: number;
  personId: string;
  peerId: string;
  state: string;
  setting: string | null;
  means: string | null;
  rhythm: string | null;
  nextOn: string | null;
  recordedBy: string;
  recordedAt: string;
  recordedOn: string;
}

export interface PeerMatchNameTable {
  matchId: string;
  programmeId: string;
  sealed: Buffer;
}

export interface PeerWordTable {
  id: string;
  programmeId: string;
  matchId: string;
  word: string;
  metOn: string | null;
  saidBy: string;
  saidAt: string;
  saidOn: string;
}

export interface PeerWorryAnswerTable {
  id: string;
  programmeId: string;
  wordId: string;
  answeredBy: string;
  answeredAt: string;
  answeredOn: string;
}

export interface PersonTable {
  id: string;
  programmeId: string;
  sex: string;
  searchId: string;
  registeredBy: string;
  registeredAt: string;
}

export interface PersonDataKeyTable {
  personId: string;
  programmeId: string;
  wrapped: Buffer | null;
  keyVersion: number;
}

export interface PersonMergeTable {
  id: string;
  programmeId: string;
  personId: string;
  mergedId: string;
  isApart: boolean;
  askedBy: string;
  askedAt: string;
  decision: string | null;
  decidedBy: string | null;
  decidedAt: string | null;
  confirmed: Generated<string[]>;
  undoneBy: string | null;
  undoneAt: string | null;
}

export interface PersonPutAwayTable {
  personId: string;
  programmeId: string;
}

export interface PhoneAskingTable {
  id: string;
  programmeId: string;
  personId: string;
  formCode: string;
  formVersion: string;
  askedBy: string;
  askedAt: string;
  askedOn: string;
  expiresAt: string;
}

export interface PhoneAskingEndTable {
  askingId: string;
  programmeId: string;
  kind: string;
  assessmentId: string | null;
  endedBy: string | null;
  endedAt: string;
}

export interface PhoneAskingLinkTable {
  askingId: string;
  programmeId: string;
  tokenHash: Buffer;
  codeHash: Buffer;
  tries: Generated<number>;
  openedAt: string | null;
}

export interface PrivacySettingsTable {
  id: string;
  programmeId: string;
  version: number;
  settings: ColumnType<unknown, string, string>;
  setBy: string;
  setAt: string;
}

export interface ProgrammeTable {
  id: string;
  code: string;
  name: ColumnType<unknown, string, string>;
  createdAt: Generated<string>;
  isDemo: GeneratedAlways<boolean>;
}

export interface ProviderTable {
  id: string;
  programmeId: string;
  providerId: string;
  version: number;
  regions: string[];
  entry: ColumnType<unknown, string, string>;
  closed: string | null;
  recordedBy: string;
  recordedAt: string;
}

export interface PupilTable {
  id: string;
  programmeId: string;
  pupilId: string;
  version: number;
  keptBy: string;
  state: string;
  supports: string[];
  call: string | null;
  recordedAt: string;
  recordedOn: string;
}

export interface PupilEntryTable {
  id: string;
  programmeId: string;
  pupilId: string;
  subjectId: string;
  version: number;
  kind: string;
  value: ColumnType<unknown, string, string>;
  recordedBy: string;
  recordedAt: string;
  recordedOn: string;
}

export interface PupilNameTable {
  entryId: string;
  programmeId: string;
  sealed: Buffer;
}

export interface PurposeRenewalTable {
  id: string;
  programmeId: string;
  familyId: string;
  verdict: string;
  reason: string;
  holderId: string;
  decidedBy: string;
  decidedAt: string;
}

export interface PutAwayTable {
  id: string;
  programmeId: string;
  familyId: string;
  because: string;
  putAwayAt: string;
  reopenedBy: string | null;
  reopenedAt: string | null;
  reopenedWhy: string | null;
}

export interface ReferralTable {
  id: string;
  programmeId: string;
  personId: string;
  serviceId: string;
  serviceVersion: number;
  providerId: string;
  receiverId: string;
  addresseeId: string | null;
  urgency: string;
  items: string[];
  speaks: string;
  needId: string | null;
  proposalId: string | null;
  insteadOf: string | null;
  sealed: Buffer;
  madeBy: string;
  madeAt: string;
  madeOn: string;
}

export interface ReferralContentTable {
  referralId: string;
  programmeId: string;
  sealed: Buffer;
}

export interface ReferralEventTable {
  id: string;
  programmeId: string;
  referralId: string;
  version: number;
  kind: string;
  via: string;
  saidBy: string | null;
  saidAt: string;
  saidOn: string;
  reason: string | null;
  appointmentAt: string | null;
  cameOn: string | null;
  feedback: ColumnType<unknown, string | null | undefined, string | null>;
  overrideSupervisor: string | null;
  overrideUntil: string | null;
  sealed: Buffer | null;
}

export interface ReferralLinkTable {
  referralId: string;
  programmeId: string;
  tokenHash: Buffer;
  codeHash: Buffer;
  tries: Generated<number>;
  expiresAt: string;
}

export interface ReferralToldTable {
  id: string;
  programmeId: string;
  referralId: string;
  toldAt: string;
}

export interface RegionTable {
  programmeId: string;
  code: string;
  name: ColumnType<unknown, string, string>;
  validFrom: string;
  validUntil: string | null;
}

export interface RegionalContactTable {
  id: string;
  programmeId: string;
  contactId: string;
  version: number;
  regionCode: string | null;
  value: ColumnType<unknown, string | null | undefined, string | null>;
  recordedBy: string;
  recordedAt: string;
}

export interface RegisterImportTable {
  id: string;
  programmeId: string;
  uploadedBy: string;
  uploadedAt: string;
  state: Generated<string>;
  name: Buffer | null;
  cells: Buffer | null;
  found: Buffer | null;
  decisions: Buffer | null;
  mapping: ColumnType<unknown, string | null | undefined, string | null>;
  holderId: string | null;
  done: Generated<number>;
  total: Generated<number>;
  people: Generated<number>;
  families: Generated<number>;
  linked: Generated<number>;
  errors: Generated<number>;
  warnings: Generated<number>;
  asked: Generated<number>;
  undecided: Generated<number>;
  hasNews: Generated<boolean>;
  refusal: string | null;
}

export interface RegisterMappingTable {
  id: string;
  programmeId: string;
  name: string;
  mapping: ColumnType<unknown, string, string>;
  keptBy: string;
  keptAt: string;
}

export interface ReportReleaseTable {
  id: string;
  programmeId: string;
  waveId: string;
  audience: string;
  plan: ColumnType<unknown, string, string>;
  reason: string;
  snapshot: string;
  programVersion: string;
  reports: ColumnType<unknown, string, string>;
  preparedBy: string;
  preparedAt: string;
  certificate: ColumnType<unknown, string | null | undefined, string | null>;
  lastNumber: Generated<number>;
}

export interface ReportReleaseDecisionTable {
  releaseId: string;
  programmeId: string;
  preparedBy: string;
  kind: string;
  number: number | null;
  decidedBy: string;
  decidedAt: string;
  reason: string | null;
}

export interface ReportReleaseWithdrawalTable {
  releaseId: string;
  programmeId: string;
  reason: string;
  withdrawnBy: string;
  withdrawnAt: string;
}

export interface RescreenPlanTable {
  personId: string;
  programmeId: string;
  familyId: string;
  dueFrom: string | null;
  dueBy: string | null;
  isReachable: boolean;
  bornYear: number | null;
  plannedOn: string;
}

export interface RescreenPlannedTable {
  familyId: string;
  programmeId: string;
  version: number;
  plannedOn: string;
}

export interface RescreenReminderTable {
  id: string;
  programmeId: string;
  personId: string;
  dueBy: string;
  queuedAt: string;
}

export interface RescreenSkipTable {
  id: string;
  programmeId: string;
  personId: string;
  dueBy: string;
  untilOn: string;
  reason: string;
  recordedBy: string;
  recordedAt: string;
  recordedOn: string;
}

export interface ResidenceTable {
  id: string;
  programmeId: string;
  personId: string;
  regionCode: string;
  fromOn: string | null;
  untilOn: string | null;
  recordedBy: string;
  recordedAt: string;
  endedBy: string | null;
}

export interface ResponsibilityTable {
  id: string;
  programmeId: string;
  regionCode: string;
  category: string;
  version: number;
  sinceOn: string;
  untilOn: string | null;
  entry: ColumnType<unknown, string | null | undefined, string | null>;
  recordedBy: string;
  recordedAt: string;
}

export interface RoleAssignmentTable {
  id: string;
  programmeId: string;
  accountId: string;
  role: string;
  regionCode: string | null;
  startsAt: Generated<string>;
  endsAt: string | null;
}

export interface RolePermissionTable {
  role: string;
  permission: string;
}

export interface SafetyClockTable {
  id: string;
  programmeId: string;
  version: number;
  clock: ColumnType<unknown, string, string>;
  setBy: string;
  setAt: string;
}

export interface SafetyEntryTable {
  id: string;
  programmeId: string;
  eventId: string;
  kind: string;
  value: ColumnType<unknown, string, string>;
  forAccount: string | null;
  sealed: Buffer | null;
  sealedFor: string | null;
  recordedBy: string | null;
  doneAt: string;
  recordedAt: string;
  sequence: GeneratedAlways<number>;
}

export interface SafetyEventTable {
  id: string;
  programmeId: string;
  personId: string;
  kind: string;
  urgency: string;
  assessmentId: string | null;
  answeredAt: string;
  arrivedAt: string;
  startsAt: string;
  dueAt: string;
  raisedBy: string;
}

export interface SavedListTable {
  id: string;
  programmeId: string;
  accountId: string;
  name: string;
  filter: ColumnType<unknown, string, string>;
  savedAt: string;
}

export interface SavedListWithdrawalTable {
  listId: string;
  programmeId: string;
  accountId: string;
  withdrawnAt: string;
}

export interface SchoolNoteTable {
  id: string;
  programmeId: string;
  personId: string;
  pupilId: string;
  receiverId: string;
  version: number;
  state: string;
  supports: string[];
  call: string | null;
  recordedBy: string;
  recordedAt: string;
  recordedOn: string;
  languages: Generated<string[]>;
  health: Generated<string[]>;
  isHelped: Generated<boolean>;
  passes: Generated<string[]>;
  sealedPhone: Buffer | null;
}

export interface ServiceTable {
  id: string;
  programmeId: string;
  serviceId: string;
  version: number;
  regions: string[];
  entry: ColumnType<unknown, string, string>;
  closed: string | null;
  recordedBy: string;
  recordedAt: string;
}

export interface SignInFailureTable {
  subject: Buffer;
  failures: number;
  lockOuts: number;
  lastFailureAt: string;
  lockedUntil: string | null;
}

export interface SpokenLanguagesTable {
  id: string;
  programmeId: string;
  personId: string;
  languages: string[];
  recordedBy: string;
  recordedAt: string;
}

export interface StandingMergeTable {
  id: string | null;
  programmeId: string | null;
  personId: string | null;
  mergedId: string | null;
  decidedAt: string | null;
}

export interface StepDecisionTable {
  id: string;
  programmeId: string;
  proposalId: string;
  personId: string;
  kind: string;
  step: string | null;
  reason: string | null;
  wish: string | null;
  functioning: string | null;
  evaluatedOn: string | null;
  sealed: Buffer | null;
  decidedBy: string;
  decidedAt: string;
  decidedOn: string;
}

export interface StepProposalTable {
  id: string;
  programmeId: string;
  personId: string;
  assessmentId: string | null;
  versionId: string | null;
  outcome: ColumnType<unknown, string, string>;
  countsFrom: string;
  countsOn: string;
  actBy: string | null;
  madeBy: string;
  madeAt: string;
  madeOn: string;
}

export interface SupervisionTable {
  id: string;
  programmeId: string;
  supervisorId: string;
  practitionerId: string;
  fromAt: string;
  untilAt: string | null;
  assignedBy: string;
  endedBy: string | null;
}

export interface SupportCourseTable {
  id: string;
  programmeId: string;
  personId: string;
  isForFamily: boolean;
  kind: string;
  method: string | null;
  giver: string;
  providerId: string | null;
  providerKind: string;
  need: string | null;
  groupId: string | null;
  beganOn: string;
  recordedBy: string;
  recordedAt: string;
  recordedOn: string;
}

export interface SupportEndTable {
  id: string;
  programmeId: string;
  courseId: string;
  personId: string;
  endedOn: string;
  how: string;
  recordedBy: string;
  recordedAt: string;
  recordedOn: string;
}

export interface SupportSessionTable {
  id: string;
  programmeId: string;
  courseId: string;
  personId: string;
  heldOn: string;
  minutes: number;
  attendance: string;
  language: string;
  supersedes: string | null;
  sealed: Buffer | null;
  recordedBy: string;
  recordedAt: string;
  recordedOn: string;
}

export interface SurveyArrivalTable {
  waveId: string;
  receivedOn: string;
  answers: number;
  sealed: Buffer;
}

export interface SurveyCampaignTable {
  id: string;
  programmeId: string;
  slug: string;
  status: Generated<string>;
  edition: Generated<number>;
  settings: ColumnType<unknown, string, string>;
  createdAt: Generated<string>;
  publishedAt: string | null;
}

export interface SurveyCardLotTable {
  id: string;
  campaignId: string;
  programmeId: string;
  cards: number;
  issuedOn: string;
}

export interface SurveyCodeTable {
  waveId: string;
  codeHash: string;
  state: Generated<number>;
}

export interface SurveyDraftTable {
  waveId: string;
  keyHash: string;
  sealed: Buffer;
  keptUntil: string;
}

export interface SurveyPanelUseTable {
  waveId: string;
  useHash: string;
  lotId: string;
}

export interface SurveyReceiptTable {
  idHash: string;
  waveId: string;
  receivedOn: string;
}

export interface SurveyResponseTable {
  waveId: string;
  id: string;
  language: string;
  consentVersion: string;
  consentLanguage: string;
  receivedOn: string;
  answers: ColumnType<unknown, string, string>;
  scores: ColumnType<unknown, string, string>;
  formVersions: ColumnType<unknown, string, string>;
  panelHash: string | null;
}

export interface SurveyWaveTable {
  id: string;
  campaignId: string;
  programmeId: string;
  number: number;
  slug: string;
  status: Generated<string>;
  opensOn: string;
  closesOn: string;
  isImported: Generated<boolean>;
}

export interface SurveyWaveEventTable {
  id: string;
  waveId: string;
  programmeId: string;
  kind: string;
  opensOn: string;
  closesOn: string;
  reason: string | null;
  byAccount: string | null;
  at: Generated<string>;
  sequence: GeneratedAlways<number>;
}

export interface SurveyWithdrawalTable {
  campaignId: string;
  panelHash: string;
  withdrawnOn: string;
}

export interface TeacherAnswersTable {
  id: string;
  programmeId: string;
  pupilId: string;
  formCode: string;
  formVersion: string;
  mode: string;
  language: string;
  isEnteredTwice: boolean;
  takenOn: string;
  answeredAt: string;
  recordedBy: string;
  recordedAt: string;
  recordedOn: string;
}

export interface TeacherAnswersSealedTable {
  answersId: string;
  programmeId: string;
  sealed: Buffer;
}

export interface ThemeCodingTable {
  id: string;
  programmeId: string;
  noteId: string;
  coderId: string;
  place: number;
  startedAt: string;
}

export interface ThemeCodingEndTable {
  codingId: string;
  programmeId: string;
  noteId: string;
  endedAt: string;
}

export interface ThemeExcerptTable {
  id: string;
  programmeId: string;
  noteId: string;
  position: number;
  speaker: string;
  text: string;
}

export interface ThemeMarkTable {
  id: string;
  programmeId: string;
  noteId: string;
  codingId: string;
  excerptId: string;
  themes: string[];
  position: GeneratedAlways<number>;
  markedAt: string;
}

export interface ThemeNoteTable {
  id: string;
  programmeId: string;
  waveId: string;
  title: string;
  kind: string;
  heldOn: string;
  place: string;
  language: string;
  coders: number;
  addedBy: string;
  addedAt: string;
}

export interface ThemeNoteWithdrawalTable {
  noteId: string;
  programmeId: string;
  reason: string;
  withdrawnBy: string;
  withdrawnAt: string;
}

export interface ThemeQuoteTable {
  id: string;
  programmeId: string;
  noteId: string;
  excerptId: string;
  words: string;
  consent: string;
  reach: string;
  proposedBy: string;
  proposedAt: string;
}

export interface ThemeQuoteDecisionTable {
  quoteId: string;
  programmeId: string;
  proposedBy: string;
  kind: string;
  decidedBy: string;
  decidedAt: string;
  reason: string | null;
}

export interface ThemeQuoteWithdrawalTable {
  quoteId: string;
  programmeId: string;
  reason: string;
  withdrawnBy: string;
  withdrawnAt: string;
}

export interface ThemeSettlementTable {
  id: string;
  programmeId: string;
  noteId: string;
  excerptId: string;
  theme: string;
  isGiven: boolean;
  reason: string;
  basedOn: string | null;
  settledBy: string;
  settledAt: string;
}

export interface TranslationStepTable {
  id: string;
  programmeId: string;
  formCode: string;
  language: string;
  stringId: string;
  sourceHash: string;
  number: GeneratedAlways<number>;
  kind: string;
  step: ColumnType<unknown, string, string>;
  recordedBy: string;
  recordedAt: string;
}

export interface VaultKeyTable {
  version: number;
  begunAt: string;
  finishedAt: string | null;
}

export interface WaveExportTable {
  id: string;
  programmeId: string;
  waveId: string;
  language: string;
  reason: string;
  requestedBy: string;
  requestedAt: string;
  k: number;
  l: number;
  cost: ColumnType<unknown, string | null | undefined, string | null>;
}

export interface WaveExportDecisionTable {
  exportId: string;
  programmeId: string;
  requestedBy: string;
  kind: string;
  decidedBy: string;
  decidedAt: string;
  reason: string | null;
}

export interface WriteReceiptTable {
  id: string;
  programmeId: string | null;
  actorId: string | null;
  endpoint: string;
  inputHash: Buffer;
  output: ColumnType<unknown, string | null | undefined, string | null>;
  at: Generated<string>;
}

export interface Tables {
  absence: AbsenceTable;
  account: AccountTable;
  accountAddress: AccountAddressTable;
  accountInvitation: AccountInvitationTable;
  accountPasskey: AccountPasskeyTable;
  accountPassword: AccountPasswordTable;
  accountRecoveryCode: AccountRecoveryCodeTable;
  accountSession: AccountSessionTable;
  accountTotp: AccountTotpTable;
  accountTotpDraft: AccountTotpDraftTable;
  adolescenceForecast: AdolescenceForecastTable;
  answerImport: AnswerImportTable;
  assessment: AssessmentTable;
  attachment: AttachmentTable;
  attachmentContent: AttachmentContentTable;
  attachmentPiece: AttachmentPieceTable;
  attachmentWithdrawal: AttachmentWithdrawalTable;
  auditCheck: AuditCheckTable;
  auditEntry: AuditEntryTable;
  auditSeal: AuditSealTable;
  breach: BreachTable;
  breachNotice: BreachNoticeTable;
  careRule: CareRuleTable;
  caseEntry: CaseEntryTable;
  caseSettings: CaseSettingsTable;
  caseload: CaseloadTable;
  circumstance: CircumstanceTable;
  competence: CompetenceTable;
  consent: ConsentTable;
  consentPurposeText: ConsentPurposeTextTable;
  consentReceiver: ConsentReceiverTable;
  consentSettings: ConsentSettingsTable;
  consentText: ConsentTextTable;
  delivery: DeliveryTable;
  dutyShift: DutyShiftTable;
  emergencyOpening: EmergencyOpeningTable;
  emergencyReview: EmergencyReviewTable;
  erasure: ErasureTable;
  erasureDecision: ErasureDecisionTable;
  erasureRequest: ErasureRequestTable;
  extract: ExtractTable;
  extractDecision: ExtractDecisionTable;
  extractFile: ExtractFileTable;
  extractPerson: ExtractPersonTable;
  family: FamilyTable;
  familyChange: FamilyChangeTable;
  familyFact: FamilyFactTable;
  familyFile: FamilyFileTable;
  familyMember: FamilyMemberTable;
  familyOffer: FamilyOfferTable;
  familyOfferAnswer: FamilyOfferAnswerTable;
  helpFigures: HelpFiguresTable;
  identity: IdentityTable;
  identityOpening: IdentityOpeningTable;
  identitySearch: IdentitySearchTable;
  importMapping: ImportMappingTable;
  incidentClosing: IncidentClosingTable;
  installation: InstallationTable;
  legalDemand: LegalDemandTable;
  legalDemandAnswer: LegalDemandAnswerTable;
  legalDemandClosing: LegalDemandClosingTable;
  legalDemandDecision: LegalDemandDecisionTable;
  legalHold: LegalHoldTable;
  materialAid: MaterialAidTable;
  message: MessageTable;
  nameToken: NameTokenTable;
  nameTokenRenewal: NameTokenRenewalTable;
  offlineDevice: OfflineDeviceTable;
  ownCopy: OwnCopyTable;
  ownCopyDecision: OwnCopyDecisionTable;
  ownCopyFile: OwnCopyFileTable;
  ownCopyHandOver: OwnCopyHandOverTable;
  paper: PaperTable;
  passkeyChallenge: PasskeyChallengeTable;
  pathwayMark: PathwayMarkTable;
  pathwayTrial: PathwayTrialTable;
  pathwayTrialPiece: PathwayTrialPieceTable;
  pathwayVersion: PathwayVersionTable;
  peerMatch: PeerMatchTable;
  peerMatchName: PeerMatchNameTable;
  peerWord: PeerWordTable;
  peerWorryAnswer: PeerWorryAnswerTable;
  person: PersonTable;
  personDataKey: PersonDataKeyTable;
  personMerge: PersonMergeTable;
  personPutAway: PersonPutAwayTable;
  phoneAsking: PhoneAskingTable;
  phoneAskingEnd: PhoneAskingEndTable;
  phoneAskingLink: PhoneAskingLinkTable;
  privacySettings: PrivacySettingsTable;
  programme: ProgrammeTable;
  provider: ProviderTable;
  pupil: PupilTable;
  pupilEntry: PupilEntryTable;
  pupilName: PupilNameTable;
  purposeRenewal: PurposeRenewalTable;
  putAway: PutAwayTable;
  referral: ReferralTable;
  referralContent: ReferralContentTable;
  referralEvent: ReferralEventTable;
  referralLink: ReferralLinkTable;
  referralTold: ReferralToldTable;
  region: RegionTable;
  regionalContact: RegionalContactTable;
  registerImport: RegisterImportTable;
  registerMapping: RegisterMappingTable;
  reportRelease: ReportReleaseTable;
  reportReleaseDecision: ReportReleaseDecisionTable;
  reportReleaseWithdrawal: ReportReleaseWithdrawalTable;
  rescreenPlan: RescreenPlanTable;
  rescreenPlanned: RescreenPlannedTable;
  rescreenReminder: RescreenReminderTable;
  rescreenSkip: RescreenSkipTable;
  residence: ResidenceTable;
  responsibility: ResponsibilityTable;
  roleAssignment: RoleAssignmentTable;
  rolePermission: RolePermissionTable;
  safetyClock: SafetyClockTable;
  safetyEntry: SafetyEntryTable;
  safetyEvent: SafetyEventTable;
  savedList: SavedListTable;
  savedListWithdrawal: SavedListWithdrawalTable;
  schoolNote: SchoolNoteTable;
  service: ServiceTable;
  signInFailure: SignInFailureTable;
  spokenLanguages: SpokenLanguagesTable;
  standingMerge: StandingMergeTable;
  stepDecision: StepDecisionTable;
  stepProposal: StepProposalTable;
  supervision: SupervisionTable;
  supportCourse: SupportCourseTable;
  supportEnd: SupportEndTable;
  supportSession: SupportSessionTable;
  surveyArrival: SurveyArrivalTable;
  surveyCampaign: SurveyCampaignTable;
  surveyCardLot: SurveyCardLotTable;
  surveyCode: SurveyCodeTable;
  surveyDraft: SurveyDraftTable;
  surveyPanelUse: SurveyPanelUseTable;
  surveyReceipt: SurveyReceiptTable;
  surveyResponse: SurveyResponseTable;
  surveyWave: SurveyWaveTable;
  surveyWaveEvent: SurveyWaveEventTable;
  surveyWithdrawal: SurveyWithdrawalTable;
  teacherAnswers: TeacherAnswersTable;
  teacherAnswersSealed: TeacherAnswersSealedTable;
  themeCoding: ThemeCodingTable;
  themeCodingEnd: ThemeCodingEndTable;
  themeExcerpt: ThemeExcerptTable;
  themeMark: ThemeMarkTable;
  themeNote: ThemeNoteTable;
  themeNoteWithdrawal: ThemeNoteWithdrawalTable;
  themeQuote: ThemeQuoteTable;
  themeQuoteDecision: ThemeQuoteDecisionTable;
  themeQuoteWithdrawal: ThemeQuoteWithdrawalTable;
  themeSettlement: ThemeSettlementTable;
  translationStep: TranslationStepTable;
  vaultKey: VaultKeyTable;
  waveExport: WaveExportTable;
  waveExportDecision: WaveExportDecisionTable;
  writeReceipt: WriteReceiptTable;
}
