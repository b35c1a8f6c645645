/**
 * Everything that can go wrong and is not a surprise to us: one catalogue.
 * A code is part of the API: it is never renamed and never used for something else.
 * The sentence a person reads is found by the code in `text/<language>/problem.json`.
 */
export const PROBLEMS = {
  'input-invalid': 400,
  'cross-site': 403,
  'not-signed-in': 401,
  'second-factor-needed': 401,
  'session-locked': 401,
  'proof-needed': 403,
  'own-account': 409,
  'last-administrator': 409,
  'last-second-factor': 409,
  'account-closed': 409,
  'role-already-held': 409,
  'sign-in-name-taken': 409,
  'not-allowed': 403,
  'not-found': 404,
  'id-reused': 409,
  'already-done': 409,
  'changed-meanwhile': 409,
  'services-file-refused': 422,
  'device-ended': 409,
  'device-full': 507,
  'too-many-requests': 429,
  'family-fact-impossible': 422,
  'family-fact-unlikely': 409,
  'file-empty': 422,
  'file-locked': 422,
  'file-quote-alone': 422,
  'file-row-uneven': 422,
  'file-too-old': 422,
  'file-unreadable': 422,
  'import-not-waiting': 409,
  'wave-takes-no-import': 409,
  'form-has-no-text': 409,
  'language-not-offered': 409,
  'answers-invalid': 422,
  'answers-on-their-way': 409,
  'campaign-not-publishable': 409,
  'campaign-not-published': 409,
  'campaign-published': 409,
  'campaign-without-cards': 409,
  'card-already-answered': 409,
  'card-unknown': 404,
  'code-mistyped': 422,
  'code-missing': 422,
  'code-unknown': 404,
  'code-used': 409,
  'attachment-active': 422,
  'attachment-damaged': 422,
  'attachment-incomplete': 409,
  'attachment-kind-refused': 422,
  'attachment-too-large': 413,
  'attachments-full': 409,
  'birth-needed': 409,
  'breach-noticed': 409,
  'own-pathway': 409,
  'pathway-refused': 422,
  'pathway-untested': 409,
  'step-not-changed': 422,
  'support-ended': 409,
  'step-replaced': 409,
  'step-second-person': 409,
  'case-consent-missing': 409,
  'assessment-age-outside': 409,
  'assessment-age-unknown': 409,
  'assessment-attended': 409,
  'assessment-competence-missing': 403,
  'assessment-consent-missing': 409,
  'assessment-corrected': 409,
  'assessment-day-to-come': 422,
  'assessment-informant-not-offered': 422,
  'assessment-scores-differ': 409,
  'case-day-to-come': 422,
  'case-decision-own': 409,
  'case-not-open': 409,
  'case-not-waiting': 409,
  'case-open-already': 409,
  'rescreen-skip-day': 422,
  'review-too-rare': 422,
  'saved-lists-full': 409,
  'safety-clock-slow': 422,
  'safety-closed': 409,
  'safety-no-closing': 409,
  'safety-not-taken': 409,
  'safety-reason-missing': 422,
  'safety-second-person': 409,
  'safety-steps-missing': 409,
  'duty-span-impossible': 422,
  'paper-day-to-come': 422,
  'region-not-then': 422,
  'school-consent-missing': 409,
  'incident-out-of-order': 409,
  'incident-own': 403,
  'peer-consent-missing': 409,
  'peer-match-open': 409,
  'arrival-before-birth': 422,
  'plan-empty': 409,
  'plan-waiting': 409,
  'consent-fields-missing': 422,
  'consent-not-possible': 422,
  'consent-not-standing': 409,
  'consent-placeholder-unknown': 422,
  'consent-receiver-unknown': 422,
  'consent-settings-missing': 409,
  'consent-version-old': 409,
  'consent-version-taken': 409,
  'consent-version-unknown': 422,
  'form-version-old': 409,
  'emergency-open': 409,
  'emergency-reviewed': 409,
  'erasure-asked': 409,
  'erasure-decided': 409,
  'erasure-done': 409,
  'erasure-on-hold': 409,
  'erasure-own': 409,
  'copy-decided': 409,
  'copy-gone': 409,
  'copy-own': 409,
  'copy-waiting': 409,
  'demand-decided': 409,
  'demand-not-agreed': 409,
  'demand-own': 409,
  'demand-without-basis': 422,
  'purpose-case-open': 409,
  'put-away': 409,
  'extract-decided': 409,
  'extract-empty': 422,
  'extract-gone': 409,
  'extract-outdated': 409,
  'extract-own': 409,
  'extract-phones': 422,
  'export-decided': 409,
  'export-expired': 409,
  'export-not-approved': 409,
  'export-own': 409,
  'export-too-few': 409,
  'linkage-not-available': 409,
  'report-too-small': 409,
  'register-undecided': 409,
  'register-wrong': 409,
  'release-clashes': 409,
  'release-decided': 409,
  'release-inconsistent': 409,
  'release-not-out': 409,
  'release-own': 409,
  'quote-altered': 422,
  'quote-decided': 409,
  'quote-not-cleared': 409,
  'quote-own': 409,
  'theme-coders-full': 409,
  'theme-coding-begun': 409,
  'theme-coding-ended': 409,
  'theme-note-withdrawn': 409,
  'theme-excerpts-left': 409,
  'theme-not-different': 409,
  'search-needed': 409,
  'search-names-differ': 409,
  'search-used': 409,
  'address-invalid': 422,
  'address-missing': 409,
  'addresses-full': 409,
  'channel-missing': 409,
  'last-family': 409,
  'merge-conflicts': 409,
  'merge-entangled': 409,
  'merge-kin': 409,
  'merge-not-waiting': 409,
  'merge-own': 403,
  'merge-waits': 409,
  'holder-refused': 409,
  'hand-over-refused': 409,
  'offer-refused': 409,
  'already-member': 409,
  'already-supervised': 409,
  'pin-malformed': 422,
  'safety-item-refused': 409,
  'survey-not-found': 404,
  'wave-closed': 409,
  'wave-dates-reversed': 422,
  'wave-imported': 409,
  'wave-not-closed': 409,
  'wave-not-draft': 409,
  'wave-not-open': 409,
  'wave-not-open-yet': 409,
  'wave-over': 409,
  'wave-without-codes': 409,
  'payload-too-large': 413,
  'provider-closed': 409,
  'provider-has-services': 409,
  'provider-informal-contacts': 422,
  'referral-consent-missing': 409,
  'referral-not-now': 409,
  'referral-override-refused': 409,
  'referral-receiver-unknown': 409,
  'referral-second-person': 409,
  'region-not-yours': 403,
  'service-not-at-support-centre': 422,
  'service-without-licence': 422,
  'translation-out-of-turn': 409,
  'translation-own': 403,
  'translation-changed': 409,
  'form-file-refused': 422,
  'storage-full': 507,
  unavailable: 503,
  internal: 500,
} as const satisfies Record<string, number>;

export type ProblemCode = keyof typeof PROBLEMS;
export type ProblemDetails = Record<string, unknown>;

/** A broken promise: thrown in domain or server, sent as `application/problem+json`, rebuilt as the same class by the client. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.details = details;
  }

  /** HTTP status, 400 to 599. */
  get status(): number {
    return PROBLEMS[this.code];
  }

  /** Those of its details that its sentence may name. */
  get params(): Readonly<Record<string, string | number>> {
    return Object.fromEntries(
      Object.entries(this.details).filter(
        (entry): entry is [string, string | number] =>
          typeof entry[1] === 'string' || typeof entry[1] === 'number',
      ),
    );
  }

  toJSON(): { code: ProblemCode; status: number; details: ProblemDetails } {
    return { code: this.code, status: this.status, details: this.details };
  }

  /** Rebuilds a Problem from the body of an answer; anything unknown becomes `internal`. */
  static from(body: unknown): Problem {
    if (typeof body === 'object' && body !== null && 'code' in body) {
      const { code, details } = body as { code: unknown; details?: unknown };
      if (typeof code === 'string' && code in PROBLEMS) {
        return new Problem(code as ProblemCode, (details ?? {}) as ProblemDetails);
      }
    }
    return new Problem('internal');
  }
}
