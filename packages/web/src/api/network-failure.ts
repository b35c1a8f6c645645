/**
 * The server was not reached, or what answered was not our server. Nobody has refused anything: whether a write was
 * done is not known, and the same write may be sent again.
 *
 * - `offline`: the browser itself says that there is no network.
 * - `unreachable`: no answer at all.
 * - `too-slow`: no answer in time.
 * - `not-ours`: an answer, but not from Tirek (the sign-in page of a guest network, a proxy).
 */
export class NetworkFailure extends Error {
  readonly kind: NetworkFailureKind;

  constructor(kind: NetworkFailureKind) {
    super(kind);
    this.name = 'NetworkFailure';
    this.kind = kind;
  }
}

export type NetworkFailureKind = 'offline' | 'unreachable' | 'too-slow' | 'not-ours';
